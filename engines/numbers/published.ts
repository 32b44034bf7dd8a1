/** Seuil : under eleven persons, a count is not shown. It is our choice; it counts persons, never acts. */
export const THRESHOLD = 11;

/**
 * Effectif publiable : a count as it may leave the house.
 * - `small`: from 0 to 10 persons. Zero is masked too: "nobody here" also says something of somebody.
 * - `dominated`: one contributor would recognise itself, or be recognised.
 * - `protects`: 11 or more, masked so that a neighbour cannot be found by subtraction.
 */
export type Published = { readonly kind: "number"; readonly value: number } | Masked;

export type Masked = { readonly kind: "masked"; readonly because: "small" | "dominated" | "protects" };

export const published = (persons: number): Published =>
  isSmall(persons) ? { kind: "masked", because: "small" } : { kind: "number", value: persons };

export const isSmall = (persons: number): boolean => {
  if (!Number.isSafeInteger(persons) || persons < 0) throw new Error(`${persons} is not a count of persons`);
  return persons < THRESHOLD;
};

/** Échelon le plus fin : the first level, from the narrowest, where the count may be shown (commune, then EPCI, then département). Nothing when even the widest is small. */
export const narrowestPublishable = <Level extends { readonly persons: number }>(narrowestFirst: readonly Level[]): Level | undefined =>
  narrowestFirst.find(({ persons }) => !isSmall(persons));
