import { centsOf } from "./by-person.ts";
import { figuresIn, type Calculation } from "./calculation.ts";
import { ageIn, netOf, sumOf, type Member } from "./member.ts";
import { january, yearOf } from "./month-number.ts";
import { savingsYieldOver } from "./savings.ts";

/** Hours of a month of work at full time. */
const monthlyHours = 151.67;

/** Aspa : old enough, or a little younger when unfit for work. CSS, art. L. 815-1, R. 815-1. */
export const mayHaveAspa = (c: Calculation, member: Member): boolean => {
  const { oldAge, disability } = c.figures;
  const age = ageIn(member, c.month);
  if (age >= oldAge.aspaAge) return true;
  return age >= disability.aahRetirementAge && (member.person.disabilityRate > oldAge.aspaEarlyRate || member.person.isUnfitForWork);
};

/** ASI : lives on a disability pension, or retired early for disability, and is not of the age of the Aspa. CSS, art. L. 815-24. */
export const mayHaveAsi = (c: Calculation, member: Member): boolean => {
  if (mayHaveAspa(c, member)) return false;
  return netOf(member, "disability-pension", c.month) > 0 || (member.person.isDisabled && netOf(member, "retirement", c.month - 1) > 0);
};

/**
 * Ressources de l'Aspa et de l'ASI : monthly resources of the couple or the person, gross, over the last three months, with the ASS of
 * the month. CSS, art. R. 815-22 and following, R. 815-29. In cents.
 */
export const solidarityResources = (c: Calculation, ass: number): number =>
  c.parents.reduce((total, parent) => total + resourcesOf(c, parent), ass);

const resourcesOf = (c: Calculation, member: Member): number => {
  const from = c.month - 3;
  const to = c.month - 1;
  const wages = sumOf(member, "salary", "gross", from, to);
  const others =
    sumOf(member, "unemployment", "net", from, to) +
    sumOf(member, "alimony", "net", from, to) +
    sumOf(member, "disability-pension", "net", from, to) +
    sumOf(member, "retirement", "gross", from, to) +
    sumOf(member, "micro-business", "net", from, to) +
    savingsYieldOver(c, member, from, to);
  const { oldAge } = c.figures;
  const smic = figuresIn(c, january(yearOf(c.month))).common.smicHourly * monthlyHours;
  const wagesLeftOut = Math.min(wages, (c.isCouple ? oldAge.wageDiscountCouple : oldAge.wageDiscountSingle) * smic);
  return (others + wages - wagesLeftOut + 3 * aahCounted(c, member)) / 3;
};

/** The AAH received counts, unless one of these rights is there to replace it. */
const aahCounted = (c: Calculation, member: Member): number => {
  const received = centsOf(c.household.received.aahCents, member.person.id);
  if (received === 0) return 0;
  const isReplaced = mayHaveAspa(c, member) || mayHaveAsi(c, member) || netOf(member, "disability-pension", c.month) > 0;
  return isReplaced ? 0 : received;
};
