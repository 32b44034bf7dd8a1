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
