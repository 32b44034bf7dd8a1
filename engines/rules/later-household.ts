import { addToMonth } from "#engines/calendar";
import type { Household, Income, Person, YearlyIncomes } from "./household.ts";
import { december, january, monthNumber, yearOf } from "./month-number.ts";

/**
 * Le même foyer quelques mois plus tard : the same people, home and benefits received, at another month. Ages follow by themselves; from one year
 * to the next, the incomes of « two years ago » are those of the year that the history holds. Tax notices are kept: the next is not out yet.
 */
export const laterHousehold = (household: Household, months: number): Household => {
  if (months < 0) throw new Error("a household is only carried forward");
  const month = addToMonth(household.month, months);
  const year = yearOf(monthNumber(month));
  if (year === yearOf(monthNumber(household.month))) return { ...household, month };
  return { ...household, month, persons: household.persons.map((person) => ({ ...person, yearlyIncomes: earnedIn(person, year - 2) })) };
};

/** What a year of the history was worth to the tax office. */
const earnedIn = ({ incomes }: Person, year: number): YearlyIncomes => {
  const sum = (kind: Income["kind"], amount: "netCents" | "taxableCents"): number =>
    incomes.filter((income) => income.kind === kind).reduce((total, income) => total + monthsIn(income, year) * income[amount], 0);
  return {
    salaryCents: sum("salary", "taxableCents"),
    unemploymentCents: sum("unemployment", "taxableCents"),
    retirementCents: sum("retirement", "taxableCents"),
    disabilityPensionCents: sum("disability-pension", "netCents"),
    alimonyCents: sum("alimony", "netCents"),
  };
};

const monthsIn = ({ from, until }: Income, year: number): number => {
  const last = until === "ongoing" ? december(year) : Math.min(monthNumber(until), december(year));
  return Math.max(0, last - Math.max(monthNumber(from), january(year)) + 1);
};
