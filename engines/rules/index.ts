export type {
  Activity,
  ByPerson,
  Household,
  Housing,
  Income,
  IncomeKind,
  Occupancy,
  PartialHousehold,
  PartialIncome,
  PartialPerson,
  Person,
  Received,
  Role,
  Union,
  YearlyIncomes,
  Zone,
} from "./household.ts";
export {
  rightIds,
  type Doubt,
  type HealthCover,
  type HousingAidKind,
  type RightAnswer,
  type RightId,
  type RightState,
  type Step,
} from "./right.ts";
export { fieldPath, type FieldPath } from "./field.ts";
export { readHousehold, type ReadHousehold } from "./read-household.ts";
export type { Complaint } from "./reading.ts";
export { firstMonth, lastMonth } from "./months-known.ts";
export { evaluate, type Answers } from "./evaluate.ts";
export { isComplete } from "./complete.ts";
export { at, knownScales, type Scale, type ScaleLine, type ScaleName, type Scales } from "./scales.ts";
export { staleScales, type StaleScale } from "./stale-scales.ts";
export { zoneOf } from "./zone.ts";
export { estimate, type Estimate, type RightEstimate } from "./estimate.ts";
export type { MissedRange, NonTakeUpEstimate } from "./non-take-up-estimate.ts";
export { nextQuestions, type Question } from "./next-questions.ts";
export { notTakenUp, type NotTakenUp, type NotTakenUpRight } from "./not-taken-up.ts";
export { compare, type Comparison, type RightCompared, type StepCompared } from "./compare.ts";
export { childIsBorn, separation, workResumes, type ChildIsBorn, type Separation, type WorkResumes } from "./changes.ts";
export { coverWords, inEuros, resultOf, stateWords, stepResult, type RightResult, type StepResult } from "./result.ts";
export { fieldWords, type FieldWords } from "./missing.words.ts";
export { departuresOf } from "./departures.ts";
export type { Departure, DepartureId } from "./departure.ts";
export { explain, type Explanation } from "./explain.ts";
