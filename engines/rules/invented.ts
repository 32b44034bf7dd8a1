import type { Day, Month } from "#engines/calendar";
import { amountsAround, nothingReceived, plainHousing, plainPerson } from "./draft.ts";
import { evaluate } from "./evaluate.ts";
import type { Household, Housing, Income, Person, Received, YearlyIncomes } from "./household.ts";
import type { RightAnswer, RightId } from "./right.ts";

// Foyers d'essai : what the tests of this engine write households with. Sums are in euros, as one would say them.

export const adult = (birthDate: string, part: Partial<Person> = {}): Person => ({
  ...plainPerson,
  id: "p1",
  role: "claimant",
  birthDate: birthDate as Day,
  activity: "inactive",
  ...part,
});

export const partner = (birthDate: string, part: Partial<Person> = {}): Person => adult(birthDate, { id: "p2", role: "partner", ...part });

export const child = (birthDate: string, part: Partial<Person> = {}): Person =>
  adult(birthDate, { id: `child of ${birthDate}`, role: "child", activity: "student", ...part });

/** Net euros a month; gross and taxable as on an ordinary payslip unless they are given. */
export const income = (
  kind: Income["kind"],
  euros: number,
  from: Month,
  until: Month | "ongoing" = "ongoing",
  part: Partial<Income> = {},
): Income => ({
  kind,
  from,
  until,
  ...amountsAround(kind, euros * 100),
  ...part,
});

export const salary = (euros: number, from: Month = "2024-01", until: Month | "ongoing" = "ongoing"): Income =>
  income("salary", euros, from, until);

export const twoYearsAgo = (euros: Partial<Record<keyof YearlyIncomes, number>>): YearlyIncomes => ({
  ...plainPerson.yearlyIncomes,
  ...inCents(euros),
});

export const home = (occupancy: Housing["occupancy"], rent = 0, zone: Housing["zone"] = 2, part: Partial<Housing> = {}): Housing => ({
  ...plainHousing,
  occupancy,
  rentCents: rent * 100,
  zone,
  ...part,
});

export const receives = (euros: Partial<Record<FamilyBenefit, number>>, byPerson: Partial<Received> = {}): Received => ({
  ...nothingReceived,
  ...inCents(euros),
  ...byPerson,
});

type FamilyBenefit = { [Key in keyof Received]: Received[Key] extends number ? Key : never }[keyof Received];

/** People without a home, in March 2025, who receive nothing and whose tax income is nil, unless it is said otherwise. */
export const household = (persons: readonly Person[], part: Partial<Household> = {}): Household => ({
  month: "2025-03",
  union: persons.some(({ role }) => role === "partner") ? "married" : "single",
  isRecentlyAlone: false,
  persons,
  housing: home("homeless"),
  received: nothingReceived,
  taxIncomesCents: { a: 0 },
  ...part,
});

export const answer = (right: RightId, of: Household): RightAnswer => evaluate(of)[right];

/** The amount of a right, in euros. */
export const euros = (right: RightId, of: Household): number => answer(right, of).amountCents / 100;

const inCents = <Key extends string>(sums: Partial<Record<Key, number>>): Partial<Record<Key, number>> =>
  Object.fromEntries(Object.entries<number | undefined>(sums).map(([key, sum]) => [key, Math.round((sum ?? 0) * 100)])) as Partial<
    Record<Key, number>
  >;
