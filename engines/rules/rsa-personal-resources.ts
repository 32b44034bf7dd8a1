import { figuresIn, type Calculation } from "./calculation.ts";
import type { IncomeKind } from "./household.ts";
import { netOf, sumOf, type Member } from "./member.ts";
import type { MonthNumber } from "./month-number.ts";
import { savingsYieldOver } from "./savings.ts";

const fromWork: readonly IncomeKind[] = ["salary", "micro-business", "unemployment", "retirement"];
const notFromWork: readonly IncomeKind[] = ["alimony", "disability-pension"];

/** Ressources propres d'une personne : monthly mean of the three months before, in cents. CASF, art. R. 262-6, R. 262-7, R. 262-12, R. 262-13. */
export const personalResources = (c: Calculation, member: Member, month: MonthNumber): number => {
  const work = fromWork.reduce((total, kind) => total + workResource(member, kind, month), 0);
  const limit = 3 * figuresIn(c, month).rsa.base;
  const rest = notFromWork.reduce((total, kind) => total + otherResource(member, kind, month, limit), 0);
  return (work + rest + savingsYieldOver(c, member, month - 3, month - 1)) / 3;
};

/** Neutralisation : an income that has just stopped is forgotten, unless unemployment benefits or a pension took its place. */
const workResource = (member: Member, kind: IncomeKind, month: MonthNumber): number => {
  const total = ofThreeMonths(member, kind, month);
  return total > 0 && hasStopped(member, kind, month) && !isReplaced(member, month) ? 0 : total;
};

/** Another resource that has just stopped is forgotten up to the base amount of each month. */
const otherResource = (member: Member, kind: IncomeKind, month: MonthNumber, limit: number): number => {
  const total = ofThreeMonths(member, kind, month);
  return total > 0 && hasStopped(member, kind, month) ? Math.max(0, total - limit) : total;
};

const ofThreeMonths = (member: Member, kind: IncomeKind, month: MonthNumber): number => sumOf(member, kind, "net", month - 3, month - 1);

const hasStopped = (member: Member, kind: IncomeKind, month: MonthNumber): boolean =>
  netOf(member, kind, month) === 0 && netOf(member, kind, month - 1) > 0;

const isReplaced = (member: Member, month: MonthNumber): boolean =>
  netOf(member, "unemployment", month) > 0 || netOf(member, "retirement", month) > 0;
