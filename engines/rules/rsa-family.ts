import { figuresIn, type Calculation } from "./calculation.ts";
import { supportsItself } from "./dependants.ts";
import { housingWorth, type FlatAmounts } from "./flat-amount.ts";
import { ageIn, type Member } from "./member.ts";
import type { MonthNumber } from "./month-number.ts";
import { personalResources } from "./rsa-personal-resources.ts";

/** Foyer au sens du RSA : who counts, and whether the amount is raised. The prime d'activité counts the same persons. */
export interface RsaFamily {
  readonly children: readonly Member[];
  readonly persons: number;
  /** Majoré : a lone parent with a child under three, or recently alone, or pregnant. */
  readonly isRaised: boolean;
}

export const rsaFamilyOf = (c: Calculation, month: MonthNumber): RsaFamily => {
  const children = c.children.filter((child) => counts(c, child, month));
  const { raisedChildAge } = figuresIn(c, month).rsa;
  const hasInfant = c.children.some((child) => isYoungDependant(c, child, month, raisedChildAge));
  const isRaised = !c.isCouple && (c.isPregnant || (children.length > 0 && (hasInfant || c.household.isRecentlyAlone)));
  return { children, persons: c.parents.length + children.length, isRaised };
};

/**
 * Enfant pris en compte : under 25, not self-supporting, and poor enough to bring more than he or she takes away. CASF, art. R. 262-3.
 */
const counts = (c: Calculation, child: Member, month: MonthNumber): boolean => {
  const { rsa } = figuresIn(c, month);
  if (!isYoungDependant(c, child, month, rsa.childAge)) return false;
  if (child.incomes.length === 0 && child.person.livretACents === 0 && child.person.otherSavingsCents === 0) return true;
  const opensRaise = !c.isCouple && c.household.isRecentlyAlone && !c.isPregnant && isOnlyChild(c, month, rsa.childAge);
  const brings = opensRaise ? rsa.raisedParent - 1 + rsa.raisedChild : rsa.nextPerson;
  return personalResources(c, child, month) < brings * rsa.base;
};

/** A child born since the first of the month counts in that month too, as our reference has it: see `departures.ts`. */
const isYoungDependant = (c: Calculation, child: Member, month: MonthNumber, childAge: number): boolean =>
  ageIn(child, month) < childAge && !supportsItself(c, child, month);

const isOnlyChild = (c: Calculation, month: MonthNumber, childAge: number): boolean =>
  c.children.filter((child) => isYoungDependant(c, child, month, childAge)).length === 1;

/** Forfait logement of the month: the lesser of the aid and the flat worth; the flat worth when the home costs nothing. */
export const housingCounted = (c: Calculation, table: FlatAmounts, persons: number, housingAid: number): number => {
  const { occupancy, rentCents, sharesCosts } = c.household.housing;
  const worth = housingWorth(table, persons);
  if ((occupancy === "owner" && rentCents === 0) || (occupancy === "rent-free" && !sharesCosts)) return worth;
  return housingAid > 0 ? Math.min(housingAid, worth) : 0;
};
