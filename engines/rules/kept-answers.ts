import { addToMonth, day, type Month } from "#engines/calendar";
import { drawFrom } from "#engines/chance";
import type { Answers } from "./evaluate.ts";
import type { Household, Income, Person } from "./household.ts";
import { rightIds, type RightAnswer } from "./right.ts";
import { sampleHousehold } from "./sample-household.ts";

const months: readonly Month[] = ["2025-03", "2026-05"];
const householdsAMonth = 300;

/** What seldom happens by chance, and changes rights: four households of eight meet one. */
const events: readonly ((household: Household) => Household)[] = [
  (household) => withClaimant(household, (claimant) => ({ ...claimant, isPregnant: true })),
  (household) => withClaimant(household, (claimant) => ({ ...claimant, ...jobLostIn(household.month) })),
  (household) => justAboveSchoolCeiling(household),
  (household) => withClaimant(aloneAndHomeless(household), (claimant) => ({ ...claimant, incomes: [wage(household.month, 632_71)] })),
];

/**
 * Réponses gardées : invented households, and what each would have. The text kept beside was written by these rules once they agreed
 * with the reference of the State on all the households that we could compare: a change of any amount shows in review.
 */
export const keptHouseholds = (): readonly Household[] =>
  months.flatMap((month, at) =>
    Array.from({ length: householdsAMonth }, (_, rank) => {
      const household = sampleHousehold(drawFrom(at * householdsAMonth + rank + 1), month);
      return events[rank % 8]?.(household) ?? household;
    }),
  );

const withClaimant = (household: Household, change: (claimant: Person) => Person): Household => ({
  ...household,
  persons: household.persons.map((person) => (person.role === "claimant" ? change(person) : person)),
});

/** Worked until last month, and has nothing yet. */
const jobLostIn = (month: Month): Partial<Person> => ({
  activity: "unemployed",
  unemployedSince: day(`${month}-01`),
  incomes: [{ ...wage(month, 1_250_00), until: addToMonth(month, -1) }],
});

const wage = (month: Month, netCents: number): Income => ({
  kind: "salary",
  from: addToMonth(month, -14),
  until: "ongoing",
  netCents,
  grossCents: Math.round(netCents * 1.28),
  taxableCents: Math.round(netCents * 1.04),
});

/** Two years ago the claimant alone earned a little more than the ceiling of the back-to-school allowance of 2025. */
const justAboveSchoolCeiling = (household: Household): Household => {
  const children = household.persons.filter(({ role }) => role === "child").length;
  const none = { salaryCents: 0, unemploymentCents: 0, retirementCents: 0, disabilityPensionCents: 0, alimonyCents: 0 };
  return {
    ...household,
    persons: household.persons.map((person) => ({
      ...person,
      yearlyIncomes: person.role === "claimant" ? { ...none, salaryCents: 24_600_00 + children * 7_290_00 } : none,
    })),
  };
};

const aloneAndHomeless = (household: Household): Household => ({
  ...household,
  union: "single",
  persons: household.persons.filter(({ role }) => role === "claimant"),
  housing: { ...household.housing, occupancy: "homeless", rentCents: 0 },
});

/** One line a household: what it may have, in euros. @param evaluated the rules under test */
export const answersInLines = (evaluated: (household: Household) => Answers): readonly string[] =>
  keptHouseholds().map((household, at) => `${household.month} ${String(at + 1)}: ${inWords(evaluated(household))}`);

const inWords = (answers: Answers): string =>
  rightIds.flatMap((right) => (answers[right].isEligible ? [`${right} ${shown(answers[right])}`] : [])).join(", ");

const shown = (answer: RightAnswer): string => {
  if (answer.health) return answer.health === "free" ? "free" : `paid ${euros(answer.healthCostCents ?? 0)}`;
  return answer.housing ? `${answer.housing} ${euros(answer.amountCents)}` : euros(answer.amountCents);
};

const euros = (cents: number): string => (cents / 100).toFixed(2);
