import { THRESHOLD } from "#engines/numbers";

/**
 * Effectif publié : a number of persons, 11 or more, or one of two marks.
 * - « < 11 »: from 0 to 10 persons.
 * - « masqué »: a number that we do not give, because another one could be found by subtraction, or because one organisation
 *   would be recognised. It does not say whether it is small.
 */
export type Count = number | typeof small | typeof masked;
export const small = "< 11";
export const masked = "masqué";

export const isShown = (count: Count): count is number => typeof count === "number";

/** Under 22 persons, nothing can be cut in two parts that may both be published. */
const leastDivisible = 2 * THRESHOLD;

/**
 * Partie d'un tout : how many of these persons, as it may be published. The rest is protected too: if 97 of 100 are published, 3 are found.
 * @param persons the true number  @param wholes what it is a part of, as published, with the true number of each
 */
export const partOf = (persons: number, ...wholes: readonly Whole[]): Count => {
  if (wholes.some((whole) => whole.persons < persons || persons < 0))
    throw new Error(`${persons} is not a part of ${wholes.map((whole) => whole.persons).join(", ")}`);
  if (wholes.some((whole) => whole.count === small)) return small;
  if (wholes.some((whole) => whole.count === masked || whole.persons < leastDivisible)) return masked;
  if (persons < THRESHOLD) return small;
  return wholes.some((whole) => whole.persons - persons < THRESHOLD) ? masked : persons;
};

/** Un tout : what is published of it, and what it is. */
export interface Whole {
  readonly count: Count;
  readonly persons: number;
}

/** A total of persons, alone. */
export const wholeOf = (persons: number): Whole => ({ persons, count: persons < THRESHOLD ? small : persons });

/** Hides a whole that leaves fewer than 11 persons outside one of its published parts. */
export const hiddenByParts = (whole: Whole, parts: readonly Count[]): Whole =>
  isShown(whole.count) && parts.some((part) => isShown(part) && whole.persons - part < THRESHOLD) ? { ...whole, count: masked } : whole;
