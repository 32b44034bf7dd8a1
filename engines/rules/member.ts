import type { Income, IncomeKind, Person } from "./household.ts";
import { monthNumber, type MonthNumber } from "./month-number.ts";

/** Membre : a person made ready for counting, months being numbers. */
export interface Member {
  readonly person: Person;
  readonly incomes: readonly CountedIncome[];
  /** The first month on whose first day the person is born. */
  readonly bornIn: MonthNumber;
}

interface CountedIncome {
  readonly kind: IncomeKind;
  readonly from: MonthNumber;
  readonly until: MonthNumber;
  readonly net: number;
  readonly gross: number;
  readonly taxable: number;
}

export const memberOf = (person: Person): Member => ({
  person,
  incomes: person.incomes.map(counted),
  bornIn: bornIn(person.birthDate),
});

const counted = (income: Income): CountedIncome => ({
  kind: income.kind,
  from: monthNumber(income.from),
  until: income.until === "ongoing" ? Number.POSITIVE_INFINITY : monthNumber(income.until),
  net: income.netCents,
  gross: income.grossCents,
  taxable: income.taxableCents,
});

const bornIn = (birthDate: string): MonthNumber =>
  Number(birthDate.slice(0, 4)) * 12 + Number(birthDate.slice(5, 7)) - 1 + (birthDate.endsWith("-01") ? 0 : 1);

/** Âge : completed years on the first day of the month; negative before the birth. */
export const ageIn = (member: Member, month: MonthNumber): number => Math.floor((month - member.bornIn) / 12);

/** Âge en mois : completed months on the first day of the month. */
export const ageInMonths = (member: Member, month: MonthNumber): number => month - member.bornIn;

/** Somme d'un revenu : cents of one kind over whole months, both included. `is` says which amount: what arrives, gross, or taxable. */
export const sumOf = (member: Member, kind: IncomeKind, is: "net" | "gross" | "taxable", from: MonthNumber, to: MonthNumber): number => {
  let total = 0;
  for (const income of member.incomes) {
    if (income.kind !== kind) continue;
    const months = Math.min(to, income.until) - Math.max(from, income.from) + 1;
    if (months > 0) total += months * income[is];
  }
  return total;
};

/** Revenu d'un mois : what arrives of one kind in that month, in cents. */
export const netOf = (member: Member, kind: IncomeKind, month: MonthNumber): number => sumOf(member, kind, "net", month, month);
