import { addToMonth, day, type Day, type Month } from "#engines/calendar";
import type { Candidate } from "./candidate.ts";
import { personOf } from "./candidate-income.ts";
import type { DraftPerson } from "./draft.ts";
import type { Activity, PartialHousehold, PartialPerson } from "./household.ts";
import type { UnknownField } from "./unknown-field.ts";

/** Who the person is and what she does. Undefined for another field. */
export const candidatesOfPerson = (field: UnknownField, household: PartialHousehold): readonly Candidate[] | undefined => {
  const person = household.persons[field.person];
  if (!person) return undefined;
  switch (field.kind) {
    case "birthDate":
      return birthDates(field, household.month, usualAge(person), adultAges);
    case "childBirthDate":
      return birthDates(field, household.month, 9, childAges);
    case "nationality":
      return (["french", "foreign"] as const).map((value) => filling(field, value, (target) => (target.nationality = value)));
    case "activity":
      return activities(field, person, ["working", "unemployed", "inactive", "student", "retired"]);
    case "childActivity":
      return activities(field, person, ["student", "inactive", "working"]);
    case "unemployedSince":
      return unemployment(field, person, household.month);
    case "disabilityRate":
      // Above 0.8, as some rules say "more than" and others "at least".
      return [0, 0.5, 0.6, 0.9].map((value) => filling(field, String(value), (target) => (target.disabilityRate = value)));
    case "hasWorkRestriction":
    case "isDisabled":
    case "isUnfitForWork":
    case "isPregnant":
    case "hasScholarship":
    case "isInSharedCustody":
    case "hasWorkedForYouthRsa":
    case "hasWorkedForAss":
      return yesOrNo(field, field.kind);
    case "livretACents":
    case "otherSavingsCents":
      return savings(field, field.kind);
    default:
      return undefined;
  }
};

/** Ages where a right begins, ends or changes: RSA at 18 and 25, AAH at 20 and 65, ASPA at 62 to 65, the share of the health cover at 30, 50, 60, 70. */
const adultAges = [17, 19, 22, 27, 35, 45, 55, 63, 64, 67, 75] as const;
/** The same for a child: PAJE until 3, school at 6 to 18, family benefits until 20 or 21, RSA until 25. */
const childAges = [1, 4, 9, 12, 14, 15, 16, 17, 18, 19, 20, 22, 26] as const;

const birthDates = (field: UnknownField, month: Month, usual: number, ages: readonly number[]): readonly Candidate[] =>
  [usual, ...ages.filter((age) => age !== usual)].map((age) => {
    const birthDate = birthAt(month, age);
    return filling(field, String(age), (target) => (target.birthDate = birthDate));
  });

/** Born six months before the birthday: the age is the same whichever of the neighbouring months a rule looks at. */
export const birthAt = (month: Month, age: number): Day => day(`${addToMonth(month, -12 * age - 6)}-15`);

const usualAge = ({ activity }: PartialPerson): number => (activity === "retired" ? 67 : activity === "student" ? 22 : 35);

/** What she earns tells what she does; else her age does. */
const activities = (field: UnknownField, person: PartialPerson, values: readonly Activity[]): readonly Candidate[] => {
  const told = toldBy(person);
  return values
    .toSorted((a, b) => Number(b === told) - Number(a === told))
    .map((value) => filling(field, value, (target) => (target.activity = value)));
};

const toldBy = ({ incomes, role }: PartialPerson): Activity => {
  const ongoing = (incomes ?? []).filter(({ until }) => until === "ongoing").map(({ kind }) => kind);
  if (ongoing.includes("salary") || ongoing.includes("micro-business")) return "working";
  if (ongoing.includes("unemployment")) return "unemployed";
  if (ongoing.includes("retirement")) return "retired";
  if (role === "child") return "student";
  return incomes === null ? "working" : "inactive";
};

const unemployment = (field: UnknownField, { activity }: PartialPerson, month: Month): readonly Candidate[] => {
  const never = filling(field, "never", (target) => (target.unemployedSince = "never"));
  const since = (name: string, months: number): Candidate => {
    const first = day(`${addToMonth(month, -months)}-01`);
    return filling(field, name, (target) => (target.unemployedSince = first));
  };
  const some = [since("long-ago", 8), since("last-month", 1)];
  return activity === "unemployed" ? [...some, never] : [never, ...some];
};

type YesNo =
  | "hasWorkRestriction"
  | "isDisabled"
  | "isUnfitForWork"
  | "isPregnant"
  | "hasScholarship"
  | "isInSharedCustody"
  | "hasWorkedForYouthRsa"
  | "hasWorkedForAss";

const yesOrNo = (field: UnknownField, name: YesNo): readonly Candidate[] => [
  filling(field, "no", (target) => (target[name] = false)),
  filling(field, "yes", (target) => (target[name] = true)),
];

/** In euros: nothing, a little, more than the 30,000 € above which the housing aid counts it, and much. */
const savings = (field: UnknownField, name: "livretACents" | "otherSavingsCents"): readonly Candidate[] =>
  [0, 5000, 35_000, 150_000].map((euros) => filling(field, `at-${String(euros)}`, (target) => (target[name] = euros * 100)));

const filling = (field: UnknownField, name: string, fill: (target: DraftPerson) => void): Candidate => ({
  name,
  fill: (draft) => {
    fill(personOf(draft, field.person));
  },
});
