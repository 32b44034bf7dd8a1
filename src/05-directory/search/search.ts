import type { Point } from "#engines/places";
import type { AccessMode, Cost, Public } from "../record/code-lists.ts";
import type { Reason } from "../record/reason.ts";
import type { Service, ServiceNature } from "../record/service.ts";

/** Ce qui est cherché. Everything is optional; what is given must all be met. */
export interface SearchAsked {
  /** Codes of the national format; a service that meets one of them is found. Empty: the need has no category there. */
  readonly themes?: readonly string[];
  /** The need that the themes come from: said in the reasons. */
  readonly need?: string;
  readonly words?: string;
  readonly near?: Point;
  /** Code of the commune of `near`, for zones; the nearest one when it is not given. */
  readonly communeCode?: string;
  /** 15 km unless told. */
  readonly radiusMeters?: number;
  readonly accessMode?: AccessMode;
  readonly cost?: Cost;
  /** One of them is enough; a service for everyone, or that says nothing of it, answers to all. */
  readonly publics?: readonly Public[];
  /** Codes of ISO 639-1, or "lsf"; a service that says one of them is found. */
  readonly languages?: readonly string[];
  /** Whole years: what says no age is found. */
  readonly age?: number;
  /** One may come without an appointment. */
  readonly walkIn?: boolean;
  readonly nature?: ServiceNature;
  /** Open at this instant; hours that are not known are left out, and counted. */
  readonly openAt?: Date;
  /** « distance » forgets the fit. */
  readonly order?: SearchOrder;
  /** False: never go further than the radius asked for. */
  readonly mayWiden?: boolean;
  readonly limit?: number;
  /** `next` of the page before. */
  readonly after?: string;
}

/** Ordre : the most useful first, or the nearest. */
export const searchOrders = ["best", "distance"] as const;
export type SearchOrder = (typeof searchOrders)[number];

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
  /** When « open now » was asked: how many were left out only because their hours are not known. */
  readonly unknownHours: number | undefined;
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

/** What an index gives as `next` begins with this: it is another order than the database's, and goes on in the index only. */
const indexMark = "~";
export const indexCursorOf = (next: string): string => `${indexMark}${next}`;
export const readIndexCursor = (text: string): string | undefined => (text.startsWith(indexMark) ? text.slice(1) : undefined);

/** Whether a text may be the `after` of a search. */
export const isCursor = (text: string): boolean => readIndexCursor(text) !== undefined || readCursor(text) !== undefined;

/** @returns undefined when the text is not a cursor of the database. */
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
