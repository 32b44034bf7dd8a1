import { centsOf } from "./by-person.ts";
import type { Calculation } from "./calculation.ts";
import type { ByPerson, IncomeKind } from "./household.ts";
import { netOf, sumOf, type Member } from "./member.ts";
import type { MonthNumber } from "./month-number.ts";
import { savingsYieldOver } from "./savings.ts";

const counted: readonly IncomeKind[] = ["salary", "unemployment", "retirement", "disability-pension", "alimony", "micro-business"];

/** What this right knows of the others of the month. */
export interface CssRights {
  /** Cents of the ASS by person. */
  readonly ass: Readonly<Record<string, number>>;
  readonly rsa: number;
  readonly housingAid: number;
}

/**
 * Ressources de la C2S : everything that the household had in twelve months, in cents. CSS, art. L. 861-2, R. 861-4 to R. 861-10.
 * @param lastMonth last of the twelve months: our reference takes the one before the right, the law the one before that
 */
export const cssResources = (c: Calculation, members: readonly Member[], rights: CssRights, lastMonth: MonthNumber): number => {
  const own = members.reduce((total, member) => total + ownResources(c, members, member, rights, lastMonth), 0);
  return own + familyBenefits(c) + housingWorth(c, members.length, rights.housingAid);
};

const ownResources = (c: Calculation, members: readonly Member[], member: Member, { ass }: CssRights, to: MonthNumber): number => {
  const from = to - 11;
  const income = counted.reduce((total, kind) => total + sumOf(member, kind, "net", from, to), 0);
  const { activity, id } = member.person;
  const isJobless = (activity === "unemployed" && netOf(member, "unemployment", c.month) > 0) || centsOf(ass, id) > 0;
  const discount = isJobless ? c.figures.health.joblessDiscount * sumOf(member, "salary", "net", from, to) : 0;
  return income - discount + savingsYieldOver(c, member, from, to) + 12 * minimaOf(c, members, member);
};

/** A part of each of these minima is left out. CSS, art. R. 861-10 */
const minimaOf = (c: Calculation, members: readonly Member[], { person: { id } }: Member): number => {
  const { assCents, mvaCents, aahCents, asiCents } = c.household.received;
  const { aahDiscount, asiDiscount, asiDiscountCouple } = c.figures.health;
  const aah = centsOf(aahCents, id);
  const asi = centsOf(asiCents, id);
  const severalHaveAsi = members.filter(({ person }) => centsOf(asiCents, person.id) > 0).length > 1;
  const asiLeftOut = aah > 0 ? 0 : severalHaveAsi ? asiDiscountCouple / 2 : asiDiscount;
  return centsOf(assCents, id) + centsOf(mvaCents, id) + Math.max(0, aah - aahDiscount) + Math.max(0, asi - asiLeftOut);
};

/** The parts left out that this household meets. */
export const discountsUsed = (c: Calculation, members: readonly Member[]): readonly ("aahDiscount" | "asiDiscount" | "aspaDiscount")[] => {
  const { aahCents, asiCents, aspaCents } = c.household.received;
  const isReceived = (of: ByPerson): boolean => members.some(({ person }) => centsOf(of, person.id) > 0);
  return [
    ...(isReceived(aahCents) ? (["aahDiscount"] as const) : []),
    ...(isReceived(asiCents) ? (["asiDiscount"] as const) : []),
    ...(aspaCents > 0 ? (["aspaDiscount"] as const) : []),
  ];
};

/** RSA, prime d'activité, Paje, AEEH and the back-to-school allowance do not count. */
const familyBenefits = (c: Calculation): number => {
  const { afCents, asfCents, cfCents, aspaCents } = c.household.received;
  const { aspaDiscount, aspaDiscountCouple } = c.figures.health;
  return 12 * (afCents + asfCents + cfCents + Math.max(0, aspaCents - (c.isCouple ? aspaDiscountCouple : aspaDiscount)));
};

/** Avantage en nature du logement : a home of one's own or for free is worth something, and so is a housing aid. */
const housingWorth = (c: Calculation, persons: number, housingAid: number): number => {
  const { health: h, rsa } = c.figures;
  const { occupancy } = c.household.housing;
  const base = 12 * rsa.base * (1 + (persons >= 2 ? rsa.secondPerson : 0) + (persons >= 3 ? rsa.thirdPerson : 0));
  const ofSize = (one: number, two: number, three: number): number => base * (persons === 1 ? one : persons === 2 ? two : three);
  const own = occupancy === "owner" || occupancy === "rent-free" ? ofSize(h.ownHomeOne, h.ownHomeTwo, h.ownHomeThree) : 0;
  return own + Math.min(12 * housingAid, ofSize(h.aidedHomeOne, h.aidedHomeTwo, h.aidedHomeThree));
};
