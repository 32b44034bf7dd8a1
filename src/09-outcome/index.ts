export {
  closureRate,
  deliveredAnswers,
  outcomeSources,
  verdictOf,
  wordsThatCount,
  type Delivered,
  type Outcome,
  type OutcomeSource,
  type Verdict,
} from "./outcome.ts";
export {
  centsPerYear,
  gainBases,
  gainKinds,
  gainPeriods,
  yearTotals,
  type Gain,
  type GainBasis,
  type GainKind,
  type GainPeriod,
} from "./gain.ts";
export { outcomeTaskWords } from "./outcome.words.ts";
