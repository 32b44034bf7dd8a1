import { distanceMeters, type Point } from "#engines/places";
import type { FindAsked } from "./asked.ts";
import { cellsAround } from "./cells.ts";
import { doubtMeters, makeQuickDistance } from "./quick-distance.ts";
import { degreesByUnit, isRemote, noPoint, slot, stride } from "./rows.ts";
import { makeSieve, zoneSays, zonesSeenFrom, zonesServed } from "./sieve.ts";
import { anyTheme, type Store } from "./store.ts";
import { matchWords, mostWords, type WordMatches, type WordScratch } from "./word-matches.ts";
import { wordsOf } from "./words-of.ts";

/** Récolte : the rows that answer, in no order, each with its quick distance; Infinity without one. */
export class Harvest {
  rows = new Int32Array(1 << 12);
  meters = new Float64Array(1 << 12);
  count = 0;
  unknownHours = 0;
  /** Whether one of them stands within the radius. */
  standsSomewhere = false;

  add(row: number, meters: number): void {
    if (this.count === this.rows.length) {
      const [rows, far] = [new Int32Array(this.count * 2), new Float64Array(this.count * 2)];
      rows.set(this.rows);
      far.set(this.meters);
      [this.rows, this.meters] = [rows, far];
    }
    this.rows[this.count] = row;
    this.meters[this.count++] = meters;
    if (meters !== Infinity) this.standsSomewhere = true;
  }

  clear(): void {
    this.count = 0;
    this.unknownHours = 0;
    this.standsSomewhere = false;
  }
}

/** Question préparée : everything that does not depend on the radius, computed once. */
export interface Prepared {
  readonly themes: readonly string[];
  /** For each list of themes, how many of those asked it names; undefined when none is asked. */
  readonly themesMet: Uint8Array | undefined;
  readonly words: readonly string[];
  readonly matches: WordMatches | undefined;
  readonly zones: Uint8Array | undefined;
  /** Fills the harvest; without a place, the radius says nothing. */
  collect(radiusMeters: number): void;
  /** Exact, for whoever must be right. Infinity without a point. */
  exactMeters(row: number): number;
}

export const prepare = (store: Store, asked: FindAsked, scratch: WordScratch, harvest: Harvest): Prepared => {
  const themes = [...new Set(asked.themes)];
  const themesMet = themes.length === 0 ? undefined : store.shared.themes.countsOf(themes);
  const words = wordsOf(asked.words ?? "").slice(0, mostWords);
  const matches = words.length === 0 ? undefined : matchWords(store, words, scratch);
  const zones = asked.near && zonesSeenFrom(store.shared.zones, asked.near.zoneCodes);
  const accepts = makeSieve(store.rows, store.shared, asked, themesMet);
  const isOpen = openingSieve(store, asked, harvest);
  const take: Take = (row, meters) => {
    if (isOpen === undefined || isOpen(row)) harvest.add(row, meters);
  };
  const near = asked.near;
  const collect = (radiusMeters: number): void => {
    harvest.clear();
    if (!near || !zones) collectEverywhere(store, matches, accepts, take);
    else if (matches) collectMatches(matches, accepts, reachFrom(store, near.point, zones, radiusMeters), take);
    else collectAround(store, { ...near, zones, themes, radiusMeters }, accepts, take);
  };
  return {
    themes,
    themesMet,
    words,
    matches,
    zones,
    collect,
    exactMeters: (row) => (near ? exactMeters(store, near.point, row) : Infinity),
  };
};

type Accepts = (row: number) => boolean;
type Take = (row: number, meters: number) => void;

/** Weeks that nobody knows are counted, not taken: what may be open is not lost, and not promised either. */
const openingSieve = (store: Store, { openAt }: FindAsked, harvest: Harvest): Accepts | undefined => {
  if (!openAt) return undefined;
  const { hours } = store.rows;
  const known = new Uint8Array(store.shared.hours.count);
  return (row) => {
    const week = hours[row] as number;
    known[week] ||= { open: 1, closed: 2, unknown: 3 }[store.shared.hours.at(week, openAt).kind];
    if (known[week] === 3) harvest.unknownHours++;
    return known[week] === 1;
  };
};

const collectEverywhere = (store: Store, matches: WordMatches | undefined, accepts: Accepts, take: Take): void => {
  const count = matches?.count ?? store.rows.count;
  for (let at = 0; at < count; at++) {
    const row = matches?.rows[at] ?? at;
    if (accepts(row)) take(row, Infinity);
  }
};

const exactMeters = ({ rows }: Store, from: Point, row: number): number => {
  const latitude = rows.latitudes[row] as number;
  return Number.isNaN(latitude) ? Infinity : distanceMeters(from, { latitude, longitude: rows.longitudes[row] as number });
};

interface Reach {
  /** Metres within the radius; Infinity when it may come without a distance; NaN when it serves others. */
  of(row: number): number;
  /** For what stands there, its zone apart: NaN beyond the radius. */
  ofPoint(row: number): number;
}

/** Whether a person there may have it: on the spot within the radius, or at a distance, and never when its zone is elsewhere. */
const reachFrom = (store: Store, point: Point, zones: Uint8Array, radiusMeters: number): Reach => {
  const { near } = store.rows;
  const quick = makeQuickDistance(point);
  const doubt = doubtMeters(radiusMeters);
  const ofPoint = (row: number): number => {
    const from = row * stride;
    const meters = quick((near[from + slot.latitude] as number) * degreesByUnit, (near[from + slot.longitude] as number) * degreesByUnit);
    if (meters < radiusMeters - doubt) return meters;
    // At the edge, the exact distance says who stands within: an approximate one would answer otherwise than a measure.
    return meters <= radiusMeters + doubt && exactMeters(store, point, row) <= radiusMeters ? meters : NaN;
  };
  return {
    ofPoint,
    of: (row) => {
      const from = row * stride;
      const says = zones[near[from + slot.zones] as number];
      if (says === zoneSays.elsewhere) return NaN;
      const hasPoint = near[from + slot.latitude] !== noPoint;
      const meters = hasPoint ? ofPoint(row) : NaN;
      if (!Number.isNaN(meters)) return meters;
      const comesAnyway = ((near[from] as number) & isRemote) !== 0 || (!hasPoint && says === zoneSays.named);
      return comesAnyway ? Infinity : NaN;
    },
  };
};

const collectMatches = (matches: WordMatches, accepts: Accepts, reach: Reach, take: Take): void => {
  for (let at = 0; at < matches.count; at++) {
    const row = matches.rows[at] as number;
    if (!accepts(row)) continue;
    const meters = reach.of(row);
    if (!Number.isNaN(meters)) take(row, meters);
  }
};

interface Around {
  readonly zoneCodes: ReadonlySet<string>;
  readonly point: Point;
  readonly zones: Uint8Array;
  readonly themes: readonly string[];
  readonly radiusMeters: number;
}

const collectAround = (store: Store, { point, zoneCodes, zones, themes, radiusMeters }: Around, accepts: Accepts, take: Take): void => {
  const reach = reachFrom(store, point, zones, radiusMeters);
  const known = themes.flatMap((code) => store.theme(code) ?? []);
  const lists = themes.length === 0 ? [anyTheme] : known;
  const isFirstMet = firstMet(store, themes.length === 0 ? [] : themes.filter((code) => store.theme(code) !== undefined));
  const cells = cellsAround(point, radiusMeters);
  const served = zonesServed(store.shared.zones, zoneCodes);
  const { near } = store.rows;
  const { data } = store.lists;
  lists.forEach((theme, place) => {
    for (const cell of cells) {
      const list = store.listAt(theme, cell);
      if (list === undefined) continue;
      const start = store.lists.startOf(list);
      const end = start + store.lists.lengthOf(list);
      // The hot loop: place first, since what it reads stands beside what the rest reads and most rows fall there.
      for (let entry = start; entry < end; entry++) {
        const row = (data[entry] as number) >> 1;
        if (zones[near[row * stride + slot.zones] as number] === zoneSays.elsewhere) continue;
        const meters = reach.ofPoint(row);
        if (!Number.isNaN(meters) && isFirstMet(row, place) && accepts(row)) take(row, meters);
      }
    }
    for (const zone of served)
      eachOf(store, store.listOfZone(theme, zone), (row) => {
        // What stands within the radius came with its cell.
        if (isFirstMet(row, place) && accepts(row) && reach.of(row) === Infinity) take(row, Infinity);
      });
  });
};

const eachOf = (store: Store, list: number | undefined, task: (row: number) => void): void => {
  if (list === undefined) return;
  const { data } = store.lists;
  const start = store.lists.startOf(list);
  const end = start + store.lists.lengthOf(list);
  for (let at = start; at < end; at++) task((data[at] as number) >> 1);
};

/** A row of several themes asked stands in several lists: it is taken from the first only. */
const firstMet = (store: Store, themes: readonly string[]): ((row: number, at: number) => boolean) => {
  if (themes.length < 2) return () => true;
  const first = new Uint8Array(store.shared.themes.count).fill(255);
  themes.forEach((theme, at) => {
    for (const list of store.shared.themes.having(theme)) first[list] = Math.min(first[list] as number, at);
  });
  const { rows } = store;
  return (row, place) => first[rows.themesOf(row)] === place;
};
