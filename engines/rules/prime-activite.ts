import type { Calculation } from "./calculation.ts";
import type { Member } from "./member.ts";
import type { MonthNumber } from "./month-number.ts";
import { primeActiviteWords as words } from "./prime-activite.words.ts";
import { earnedBy, primeOfMonth } from "./prime-month.ts";
import { rsaFamilyOf } from "./rsa-family.ts";
import type { Trace } from "./trace.ts";

/** Hours of Smic, and share of it, that a student must earn each month. CSS, art. L. 842-2, R. 842-1. */
const monthlyHours = 169;

/**
 * Prime d'activité : completes the resources of who works, mean of the three months before. In cents.
 * Code de la sécurité sociale, art. L. 841-1 to L. 844-1, R. 842-1 to R. 844-5, D. 843-1 to D. 843-3.
 * @param quarterBefore the three months are those before it; the month of the right unless another is asked
 */
export const primeActivite = (c: Calculation, trace: Trace, quarterBefore: MonthNumber = c.month): number => {
  const months = [quarterBefore - 3, quarterBefore - 2, quarterBefore - 1];
  if (!isOpen(c, months)) {
    trace.notesSum(words.notOpen, 0, "mois");
    return 0;
  }
  let mean = 0;
  for (const month of months) {
    const third = primeOfMonth(c, month, trace) / 3;
    trace.adds(words.third, third);
    mean += third;
  }
  trace.turnsTo(c.month);
  if (mean >= c.figures.primeActivite.threshold) return mean;
  trace.adds(words.tooLow, -mean, "primeActivite.threshold");
  return 0;
};

/** Someone worked in one of the three months, a student enough in each of them; or the family is one whose RSA is raised. */
const isOpen = (c: Calculation, months: readonly MonthNumber[]): boolean =>
  c.parents.some((parent) => hasWorked(c, parent, months)) || rsaFamilyOf(c, c.month).isRaised;

const hasWorked = (c: Calculation, parent: Member, months: readonly MonthNumber[]): boolean => {
  const earned = months.map((month) => earnedBy(c, parent, month));
  if (parent.person.activity !== "student") return earned.some((one) => one > 0);
  const least = c.figures.family.selfSupportShare * monthlyHours * c.figures.common.smicHourly;
  return earned.every((one) => one > least);
};
