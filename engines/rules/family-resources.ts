import { figuresIn, type Calculation } from "./calculation.ts";
import type { Member } from "./member.ts";
import { january, yearOf, type MonthNumber } from "./month-number.ts";
import { toEuro } from "./rounding.ts";
import type { FiguresOf } from "./scales.ts";

/** What the tax rules let a household deduct from the incomes of a year. */
type Deductions = FiguresOf<"common">;

/**
 * Ressources « prestations familiales » : yearly incomes of two years ago, less the deductions of the income tax,
 * of the parents and of the dependent children. CSS, art. D. 521-4, R. 532-3. In cents.
 */
export const familyResources = (c: Calculation, month: MonthNumber, children: readonly Member[]): number => {
  const deductions = deductionsOf(c, month);
  const of = (total: number, member: Member): number => total + wagesKept(member, deductions) + pensionsKept(member, deductions);
  return children.reduce(of, c.parents.reduce(of, 0));
};

/**
 * Biactivité : both parents of the couple earned, two years ago, at least twelve times the BMAF of that year. CSS, art. R. 522-2, R. 531-1.
 */
export const areBothEarners = (c: Calculation, month: MonthNumber): boolean => {
  if (!c.isCouple) return false;
  const deductions = deductionsOf(c, month);
  return c.parents.every((parent) => wagesKept(parent, deductions) >= 12 * deductions.bmaf);
};

/** Resources of one person, after deductions. */
export const resourcesOfOne = (c: Calculation, member: Member, month: MonthNumber): number => {
  const deductions = deductionsOf(c, month);
  return wagesKept(member, deductions) + pensionsKept(member, deductions);
};

/** The figures of the first of January of the reference year, two years before the month. */
const deductionsOf = (c: Calculation, month: MonthNumber): Deductions => figuresIn(c, january(yearOf(month) - 2)).common;

/** Wages and unemployment, less 10 % within a least and a most. CGI, art. 83. */
const wagesKept = ({ person }: Member, d: Deductions): number => {
  const wages = person.yearlyIncomes.salaryCents + person.yearlyIncomes.unemploymentCents;
  return Math.max(0, wages - wageDeduction(wages, d));
};

export const wageDeduction = (wages: number, d: Deductions): number =>
  toEuro(Math.min(Math.max(d.salaryDeductionRate * wages, d.salaryDeductionMin), d.salaryDeductionMax));

/** Pensions of retirement, of disability and alimony, less 10 % and at least a minimum. CGI, art. 158, 5. */
const pensionsKept = ({ person }: Member, d: Deductions): number => {
  const { retirementCents, disabilityPensionCents, alimonyCents } = person.yearlyIncomes;
  const pensions = retirementCents + disabilityPensionCents + alimonyCents;
  return Math.max(0, pensions - pensionDeduction(pensions, d));
};

export const pensionDeduction = (pensions: number, d: Deductions): number =>
  toEuro(Math.max(d.pensionDeductionRate * pensions, d.pensionDeductionMin));
