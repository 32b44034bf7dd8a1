export {
  closureRate,
  deliveredAnswers,
  outcomeSources,
  verdictOf,
  type Delivered,
  type Outcome,
  type OutcomeSource,
  type Verdict,
} from "./outcome.ts";
export { stepsDue, type AskedOf, type Step, type ToAsk } from "./question.ts";
export {
  centsPerYear,
  gainBases,
  gainKinds,
  gainPeriods,
  isInEuros,
  yearTotals,
  type Gain,
  type GainBasis,
  type GainKind,
  type GainPeriod,
  type Totals,
} from "./gain.ts";
export { outcomeTaskWords } from "./outcome.words.ts";
