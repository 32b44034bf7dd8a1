import type { Point } from "#engines/places";
import type { FindAnswer, FindAsked } from "./asked.ts";
import type { FindRecord } from "./record.ts";

/** Index de l'annuaire : in memory, searched and patched in place. */
export interface FindIndex {
  /** Records that may be found. */
  readonly size: number;
  search(asked: FindAsked): FindAnswer;
  /** Adds, or replaces what bears the same id. */
  upsert(record: FindRecord): void;
  /** Nothing happens when the id is unknown. */
  remove(id: string): void;
  /** One place after another, so that the caller may stop between two of them for the others. */
  gaps(asked: GapsAsked): Generator<PlaceGaps, void>;
}

/** Manques : where nobody stands for a theme. What is done only at a distance does not fill a gap. */
export interface GapsAsked {
  readonly themes: readonly string[];
  /** Without zone codes, zones are not looked at. */
  readonly places: Iterable<{ readonly point: Point; readonly zoneCodes?: ReadonlySet<string> }>;
  readonly radiusMeters: number;
}

/** Manques d'un lieu : themes, as places in the list asked for, that nobody offers within the radius. */
export interface PlaceGaps {
  /** Place in the list of places. */
  readonly place: number;
  readonly missing: Uint16Array;
}

/** Construction de l'index: give records in as many times as wanted, then finish. */
export interface FindBuilder {
  add(records: Iterable<FindRecord>): void;
  /** Yields between slices of work of a few milliseconds, so that requests may be answered meanwhile; returns the index. */
  finish(): Generator<void, FindIndex>;
}
