import type { FindRecord } from "./record.ts";
import type { InternedLists } from "./interned-lists.ts";
import type { InternedHours } from "./interned-hours.ts";
import { dayNumberOf } from "./freshness.ts";
import { fairnessSeedOf } from "./fairness.ts";

/** Listes partagées par les fiches. */
export interface SharedLists {
  readonly themes: InternedLists;
  readonly publics: InternedLists;
  readonly languages: InternedLists;
  readonly accessModes: InternedLists;
  readonly zones: InternedLists;
  readonly costs: InternedLists;
  readonly hours: InternedHours;
}

export const isAlive = 1;
export const isRemote = 2;
export const isWalkIn = 4;
export const isInitiative = 8;
export const isApproximate = 16;

/** No bound known. */
export const anyAge = 255;

/**
 * Rangées : one by record, in columns; a hundred bytes of objects would stand where these take fifty. A row that is left stays dead until no
 * list names it any more.
 */
export class Rows {
  count = 0;
  flags = new Uint8Array(1 << 12);
  latitudes = new Float64Array(1 << 12);
  longitudes = new Float64Array(1 << 12);
  updated = new Uint16Array(1 << 12);
  seeds = new Uint32Array(1 << 12);
  themes = new Int32Array(1 << 12);
  publics = new Int32Array(1 << 12);
  languages = new Int32Array(1 << 12);
  accessModes = new Int32Array(1 << 12);
  zones = new Int32Array(1 << 12);
  costs = new Int32Array(1 << 12);
  hours = new Int32Array(1 << 12);
  agesFrom = new Uint8Array(1 << 12);
  agesTo = new Uint8Array(1 << 12);
  /** Words of the name: a search that says them all is closer than one that says two of nine. */
  nameWords = new Uint8Array(1 << 12);
  readonly ids: string[] = [];

  put(row: number, record: FindRecord, nameWords: number, lists: SharedLists): void {
    if (row >= this.flags.length) this.#grow();
    if (row >= this.count) this.count = row + 1;
    this.ids[row] = record.id;
    this.flags[row] =
      isAlive |
      (record.accessModes.includes("a-distance") ? isRemote : 0) |
      (record.walkIn ? isWalkIn : 0) |
      (record.nature === "initiative" ? isInitiative : 0) |
      (record.isApproximate ? isApproximate : 0);
    this.latitudes[row] = record.point?.latitude ?? NaN;
    this.longitudes[row] = record.point?.longitude ?? NaN;
    this.updated[row] = dayNumberOf(record.updatedOn);
    this.seeds[row] = fairnessSeedOf(record.id);
    this.themes[row] = lists.themes.numberOf(record.themes);
    this.publics[row] = lists.publics.numberOf(record.publics);
    this.languages[row] = lists.languages.numberOf(record.languages);
    this.accessModes[row] = lists.accessModes.numberOf(record.accessModes);
    this.zones[row] = lists.zones.numberOf(record.zone);
    this.costs[row] = lists.costs.numberOf(record.cost === undefined ? undefined : [record.cost]);
    this.hours[row] = lists.hours.numberOf(record);
    this.agesFrom[row] = ageFrom(record.ageFrom);
    this.agesTo[row] = ageFrom(record.ageTo);
    this.nameWords[row] = Math.min(nameWords, 255);
  }

  bury(row: number): void {
    this.flags[row] = 0;
    this.ids[row] = "";
  }

  #grow(): void {
    const length = Math.ceil(this.flags.length * 1.5);
    this.flags = longer(this.flags, new Uint8Array(length));
    this.latitudes = longer(this.latitudes, new Float64Array(length));
    this.longitudes = longer(this.longitudes, new Float64Array(length));
    this.updated = longer(this.updated, new Uint16Array(length));
    this.seeds = longer(this.seeds, new Uint32Array(length));
    this.themes = longer(this.themes, new Int32Array(length));
    this.publics = longer(this.publics, new Int32Array(length));
    this.languages = longer(this.languages, new Int32Array(length));
    this.accessModes = longer(this.accessModes, new Int32Array(length));
    this.zones = longer(this.zones, new Int32Array(length));
    this.costs = longer(this.costs, new Int32Array(length));
    this.hours = longer(this.hours, new Int32Array(length));
    this.agesFrom = longer(this.agesFrom, new Uint8Array(length));
    this.agesTo = longer(this.agesTo, new Uint8Array(length));
    this.nameWords = longer(this.nameWords, new Uint8Array(length));
  }
}

/** Nobody is 255: beyond 254, a bound says nothing. */
const ageFrom = (age: number | undefined): number => (age === undefined || age < 0 || age >= anyAge ? anyAge : Math.floor(age));

const longer = <Column extends { set(from: ArrayLike<number>): void }>(from: ArrayLike<number>, to: Column): Column => {
  to.set(from);
  return to;
};
