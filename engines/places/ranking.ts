import type { Commune, FoundCommune } from "./commune.ts";
import type { Likeness } from "./likeness.ts";

/**
 * What each likeness is worth, in powers of ten of population: a whole name (1) comes before a name that only begins so (0),
 * unless the latter is ten times larger (« Romans » is more often Romans-sur-Isère, 33,000, than Romans in Ain, 700).
 */
export const worth: Readonly<Record<Likeness, number>> = {
  whole: 1,
  "first-words": 0.5,
  beginning: 0,
  words: -1,
  misspelt: -0.5,
  "misspelt-beginning": -2,
};
/** The caller's département: enough for the village of 500 where one lives to come before the city of the same name elsewhere. */
export const worthOfHome = 2.5;
/** When the text is the exact name of a commune, what merely resembles it comes after. */
export const worthOfDoubt = -3;

/** The weight of an inhabited place among others; villages without inhabitants have the least. */
export const weightOf = ({ population }: Commune): number => Math.log10(population + 10);

export type Scored = { readonly commune: FoundCommune; readonly score: number };

/** Best first; equal scores follow the code, so that the same question always has the same answer. */
export const byScore = (a: Scored, b: Scored): number => b.score - a.score || (a.commune.code < b.commune.code ? -1 : 1);

/** Puts one more at its place in a short list, best first, and lets the last go when the list is full. */
export const keepBest = (kept: Scored[], one: Scored, limit: number): void => {
  const after = kept.findIndex((other) => byScore(one, other) < 0);
  kept.splice(after === -1 ? kept.length : after, 0, one);
  if (kept.length > limit) kept.pop();
};
