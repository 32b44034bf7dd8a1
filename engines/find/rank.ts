import { doubtMeters } from "./quick-distance.ts";

/** Where a distance becomes another one to a person who must go there. Within a band, freshness and the draw decide. */
export const bandEdgesMeters = [1, 2, 3, 5, 7, 10, 15, 20, 30, 45, 60, 80, 100, 150, 200].map((kilometers) => kilometers * 1000);

/** After every distance: what is done by telephone or on line, and what has no known point. */
export const bandWithoutDistance = bandEdgesMeters.length + 1;

/** Bande de distance. */
export const bandOf = (meters: number): number => {
  let band = 0;
  while (band < bandEdgesMeters.length && meters > (bandEdgesMeters[band] as number)) band++;
  return band;
};

/** Whether a quick distance leaves a doubt on its band: one of the two edges is nearer than the doubt. */
export const isBandDoubtful = (meters: number, band: number): boolean => {
  const doubt = doubtMeters(meters);
  return meters - doubt <= (bandEdgesMeters[band - 1] ?? -Infinity) || meters + doubt > (bandEdgesMeters[band] ?? Infinity);
};

/** Place, smallest first, as one number of 50 bits that sorts at once: fit, band, closeness of the words, freshness, draw of the day. */
export const rankOf = (fit: number, band: number, closeness: number, staleness: number, draw: number): number =>
  ((((4 - fit) * 32 + band) * 64 + (63 - closeness)) * 4 + staleness) * 4_294_967_296 + draw;

/**
 * Adéquation, from 0 to 4: 2 for a service that meets every theme asked for, 1 for a part of them; and 2 when all the words stand in its
 * names, 1 when some are only alike. Few steps on purpose: within one step the nearest comes first.
 */
export const fitOf = (themesAsked: number, themesMet: number, worstWord: number | undefined): number => {
  const byTheme = themesAsked === 0 || themesMet === 0 ? 0 : themesMet === themesAsked ? 2 : 1;
  const byWords = worstWord === undefined ? 0 : worstWord === 0 ? 2 : 1;
  return byTheme + byWords;
};

/** Proximité des mots, from 0 to 63: the worst likeness first, then the share of the name that was said. */
export const closenessOf = (worstWord: number, typedWords: number, nameWords: number): number =>
  (2 - worstWord) * 16 + Math.floor((15 * typedWords) / Math.max(typedWords, nameWords, 1));
