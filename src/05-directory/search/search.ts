import type { Reason } from "../record/reason.ts";
import type { Service } from "../record/service.ts";

/** Service trouvé, with the reasons that put it there. */
export interface FoundService {
  readonly service: Service;
  /** Undefined for what is done by telephone or on line, or when no point is known. */
  readonly distanceMeters: number | undefined;
  readonly reasons: readonly Reason[];
}

/** Réponse d'une recherche. */
export interface SearchAnswer {
  readonly services: readonly FoundService[];
  /** All that answer, on every page. */
  readonly total: number;
  /** What to give as `after` for the next page; undefined on the last. */
  readonly next: string | undefined;
  /** The radius that the answer holds for; undefined when no place was asked for. */
  readonly radiusMeters: number | undefined;
  /** The radius asked for, when nothing stood within it and the search went further. */
  readonly widenedFromMeters: number | undefined;
  /** The need has no category in the national format: what was found was found by words, and nothing found means nothing. */
  readonly noCategory: boolean;
}

/** How far a search goes on when nothing stands within the radius asked for. */
export const radiiMeters = [15_000, 30_000, 60_000] as const;

/** The radii tried, one after another. */
export const radiiFrom = (askedMeters: number): readonly number[] => [askedMeters, ...radiiMeters.filter((radius) => radius > askedMeters)];

/** Place in the list: better fit first, then nearer, then fresher, then by identifier so that pages never overlap. */
export interface Rank {
  readonly fit: number;
  readonly meters: number;
  readonly updatedOn: string;
  readonly id: string;
}

export const byRank = (a: Rank, b: Rank): number =>
  b.fit - a.fit || a.meters - b.meters || compare(b.updatedOn, a.updatedOn) || compare(a.id, b.id);

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/**
 * Adéquation, from 0 to 4: 2 for a service that meets every theme asked for, 1 for a part of them; and 2 when all the words stand in its
 * name, 1 when some are only alike. Few steps on purpose: within one step the nearest comes first.
 */
export const fitOf = (found: {
  readonly themesAsked: number;
  readonly themesMet: number;
  readonly likeness: number | undefined;
}): number => {
  const byTheme = found.themesAsked === 0 || found.themesMet === 0 ? 0 : found.themesMet === found.themesAsked ? 2 : 1;
  const byWords = found.likeness === undefined ? 0 : isExact(found.likeness) ? 2 : 1;
  return byTheme + byWords;
};

/** Whether every word stands as typed. @param likeness the least likeness of a word, from 0 to 1 */
export const isExact = (likeness: number): boolean => likeness > 0.99;

/** Curseur : the rank of the last service shown. What is added or removed meanwhile neither hides nor repeats a service. */
export const cursorOf = ({ fit, meters, updatedOn, id }: Rank): string =>
  btoa(JSON.stringify([fit, meters, updatedOn, id])).replaceAll("=", "");

/** @returns undefined when the text is not a cursor. */
export const readCursor = (text: string): Rank | undefined => {
  const read = parsed(text);
  if (!Array.isArray(read)) return undefined;
  const [fit, meters, updatedOn, id] = read as readonly unknown[];
  return typeof fit === "number" && typeof meters === "number" && typeof updatedOn === "string" && typeof id === "string"
    ? { fit, meters, updatedOn, id }
    : undefined;
};

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(atob(text));
  } catch {
    return undefined;
  }
};
