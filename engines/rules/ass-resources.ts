import { centsOf } from "./by-person.ts";
import type { Calculation } from "./calculation.ts";
import type { IncomeKind } from "./household.ts";
import { netOf, sumOf, type Member } from "./member.ts";

/**
 * Ressources de l'ASS : monthly mean of the last twelve months of the claimant and the partner, in cents. Code du travail,
 * art. R. 5423-2 to R. 5423-6. Unemployment benefits count for the partner alone, and only while they last.
 */
export const assResources = (c: Calculation): number => {
  const both = c.parents.reduce((total, parent) => total + resourcesOf(c, parent), 0);
  return (both + (c.partner ? unemploymentOfPartner(c, c.partner) : 0)) / 12;
};

const resourcesOf = (c: Calculation, member: Member): number => {
  const [from, to] = [c.month - 12, c.month - 1];
  return (
    unlessStopped(c, member, "salary", "taxable") +
    unlessStopped(c, member, "retirement", "net") +
    unlessStopped(c, member, "alimony", "net") +
    12 * centsOf(c.household.received.aahCents, member.person.id) +
    sumOf(member, "disability-pension", "net", from, to) +
    sumOf(member, "micro-business", "net", from, to)
  );
};

/** A resource that has stopped no longer counts; seven tenths of it do when unemployment benefits or a pension took its place. */
const unlessStopped = (c: Calculation, member: Member, kind: IncomeKind, is: "net" | "taxable"): number => {
  const lastMonth = c.month - 1;
  const total = sumOf(member, kind, is, c.month - 12, lastMonth);
  if (total === 0 || sumOf(member, kind, is, lastMonth, lastMonth) > 0) return total;
  const { assReplacedDiscount, assLostDiscount } = c.figures.jobless;
  const isReplaced = netOf(member, "unemployment", lastMonth) > 0 || netOf(member, "retirement", lastMonth) > 0;
  return total * (1 - (isReplaced ? assReplacedDiscount : assLostDiscount));
};

const unemploymentOfPartner = (c: Calculation, partner: Member): number =>
  netOf(partner, "unemployment", c.month - 1) > 0 ? sumOf(partner, "unemployment", "net", c.month - 12, c.month - 1) : 0;
