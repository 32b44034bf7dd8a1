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

/** What a search reads of each row it meets: eight numbers side by side, half a line of the processor's cache. */
export const stride = 8;
export const slot = { bits: 0, themes: 1, zones: 2, latitude: 3, longitude: 4, seed: 5, updated: 6, publics: 7 } as const;

/** Positions in ten-millionths of a degree, a centimetre; right enough for a quick distance. */
export const degreesByUnit = 1e-7;
export const noPoint = -2_147_483_648;

/**
 * Rangées : one by record. What every search reads stands together, the rest in columns: the time of a search is that of fetching rows from
 * memory, and one fetch costs less than six. A row that is left stays dead until no list names it any more.
 */
export class Rows {
  count = 0;
  near = new Int32Array((1 << 12) * stride);
  latitudes = new Float64Array(1 << 12);
  longitudes = new Float64Array(1 << 12);
  languages = new Int32Array(1 << 12);
  accessModes = new Int32Array(1 << 12);
  costs = new Int32Array(1 << 12);
  hours = new Int32Array(1 << 12);
  readonly ids: string[] = [];

  put(row: number, record: FindRecord, nameWords: number, lists: SharedLists): void {
    if (row >= this.hours.length) this.#grow();
    if (row >= this.count) this.count = row + 1;
    const { point } = record;
    this.ids[row] = record.id;
    const from = row * stride;
    this.near[from + slot.bits] =
      isAlive |
      (record.accessModes.includes("a-distance") ? isRemote : 0) |
      (record.walkIn ? isWalkIn : 0) |
      (record.nature === "initiative" ? isInitiative : 0) |
      (record.isApproximate ? isApproximate : 0) |
      (ageKept(record.ageFrom) << 8) |
      (ageKept(record.ageTo) << 16) |
      (Math.min(nameWords, 255) << 24);
    this.near[from + slot.themes] = lists.themes.numberOf(record.themes);
    this.near[from + slot.zones] = lists.zones.numberOf(record.zone);
    this.near[from + slot.latitude] = point ? Math.round(point.latitude / degreesByUnit) : noPoint;
    this.near[from + slot.longitude] = point ? Math.round(point.longitude / degreesByUnit) : noPoint;
    this.near[from + slot.seed] = fairnessSeedOf(record.id);
    this.near[from + slot.updated] = dayNumberOf(record.updatedOn);
    this.near[from + slot.publics] = lists.publics.numberOf(record.publics);
    this.latitudes[row] = point?.latitude ?? NaN;
    this.longitudes[row] = point?.longitude ?? NaN;
    this.languages[row] = lists.languages.numberOf(record.languages);
    this.accessModes[row] = lists.accessModes.numberOf(record.accessModes);
    this.costs[row] = lists.costs.numberOf(record.cost === undefined ? undefined : [record.cost]);
    this.hours[row] = lists.hours.numberOf(record);
  }

  bury(row: number): void {
    this.near[row * stride] = 0;
    this.ids[row] = "";
  }

  has(row: number, flag: number): boolean {
    return ((this.near[row * stride] as number) & flag) !== 0;
  }

  themesOf(row: number): number {
    return this.near[row * stride + slot.themes] as number;
  }

  zonesOf(row: number): number {
    return this.near[row * stride + slot.zones] as number;
  }

  publicsOf(row: number): number {
    return this.near[row * stride + slot.publics] as number;
  }

  /** @returns `anyAge` for a bound that is not known */
  agesOf(row: number): { readonly from: number; readonly to: number } {
    const bits = this.near[row * stride] as number;
    return { from: (bits >> 8) & 255, to: (bits >> 16) & 255 };
  }

  /** Words of the name: a search that says them all is closer than one that says two of nine. */
  nameWordsOf(row: number): number {
    return (this.near[row * stride] as number) >>> 24;
  }

  #grow(): void {
    const length = Math.ceil(this.hours.length * 1.5);
    this.near = longer(this.near, new Int32Array(length * stride));
    this.latitudes = longer(this.latitudes, new Float64Array(length));
    this.longitudes = longer(this.longitudes, new Float64Array(length));
    this.languages = longer(this.languages, new Int32Array(length));
    this.accessModes = longer(this.accessModes, new Int32Array(length));
    this.costs = longer(this.costs, new Int32Array(length));
    this.hours = longer(this.hours, new Int32Array(length));
  }
}

/** Nobody is 255: beyond 254, a bound says nothing. */
const ageKept = (age: number | undefined): number => (age === undefined || age < 0 || age >= anyAge ? anyAge : Math.floor(age));

const longer = <Column extends { set(from: ArrayLike<number>): void }>(from: ArrayLike<number>, to: Column): Column => {
  to.set(from);
  return to;
};
