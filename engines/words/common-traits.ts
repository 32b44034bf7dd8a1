import type { Features } from "./features.ts";

/** Texts read with few places: only the traits that several texts share, renumbered from 0. */
export interface CommonTraits {
  readonly rows: readonly Features[];
  /** Place in the table of each renumbered trait. */
  readonly places: readonly number[];
}

/** A trait of one text alone teaches nothing about the next one, and would take half of the model. */
const fewestTexts = 2;

/** Keeps the traits that at least two texts show. */
export const commonTraitsOf = (texts: readonly Features[]): CommonTraits => {
  const counts = new Map<number, number>();
  for (const { places } of texts) for (const place of places) counts.set(place, (counts.get(place) ?? 0) + 1);
  const places = [...counts]
    .filter(([, count]) => count >= fewestTexts)
    .map(([place]) => place)
    .toSorted((a, b) => a - b);
  const numberOf = new Map(places.map((place, index) => [place, index]));
  const rows = texts.map((text) => {
    const kept = [...text.places.keys()].filter((at) => numberOf.has(text.places[at] as number));
    return {
      places: Int32Array.from(kept, (at) => numberOf.get(text.places[at] as number) as number),
      weights: Float32Array.from(kept, (at) => text.weights[at] as number),
      tokens: Int32Array.from(kept, (at) => text.tokens[at] as number),
    };
  });
  return { rows, places };
};
