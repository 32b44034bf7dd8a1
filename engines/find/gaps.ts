import { cellsAround } from "./cells.ts";
import { distanceMeters } from "#engines/places";
import type { GapsAsked, PlaceGaps } from "./find-index.ts";
import { doubtMeters, makeQuickDistance } from "./quick-distance.ts";
import { isAlive } from "./rows.ts";
import { zoneSays, zonesSeenFrom } from "./sieve.ts";
import { anyTheme, type Store } from "./store.ts";

/**
 * Manques : place by place rather than theme by theme. Each place looks once at what stands around it and crosses off every theme met; it stops
 * when none is left, or when a row can cross off nothing more.
 */
export function* gapsOf(store: Store, { themes, places, radiusMeters }: GapsAsked): Generator<PlaceGaps, void> {
  const doubt = doubtMeters(radiusMeters);
  const known = new ThemesOffered(store, themes);
  let place = 0;
  for (const { point, zoneCodes } of places) {
    const { latitudes, longitudes } = store.rows;
    const says = zoneCodes && zonesSeenFrom(store.shared.zones, zoneCodes);
    const quick = makeQuickDistance(point);
    known.begin();
    for (const cell of cellsAround(point, radiusMeters)) {
      if (known.left === 0) break;
      const list = store.listAt(anyTheme, cell);
      if (list === undefined) continue;
      const { data } = store.lists;
      const start = store.lists.startOf(list);
      const end = start + store.lists.lengthOf(list);
      for (let at = start; at < end; at++) {
        const row = (data[at] as number) >> 1;
        if (!known.brings(row) || !store.rows.has(row, isAlive)) continue;
        if (says?.[store.rows.zonesOf(row)] === zoneSays.elsewhere || !store.standsThere(row)) continue;
        const there = { latitude: latitudes[row] as number, longitude: longitudes[row] as number };
        const meters = quick(there.latitude, there.longitude);
        if (meters > radiusMeters + doubt || (meters > radiusMeters - doubt && distanceMeters(point, there) > radiusMeters)) continue;
        known.cross(row);
        if (known.left === 0) break;
      }
    }
    yield { place: place++, missing: known.missing() };
  }
}

/** Themes asked, and those that a place still lacks, as bits: each list of themes is read once for all places. */
class ThemesOffered {
  left = 0;
  readonly #store: Store;
  readonly #themes: readonly string[];
  readonly #words: number;
  /** Bits of the themes asked, by list of themes. */
  #bits = new Int32Array(0);
  #bitsOf = 0;
  readonly #lacking: Int32Array;

  constructor(store: Store, themes: readonly string[]) {
    this.#store = store;
    this.#themes = themes;
    this.#words = Math.max(1, Math.ceil(themes.length / 32));
    this.#lacking = new Int32Array(this.#words);
  }

  /** Another place; lists of themes that came since the last are read. */
  begin(): void {
    this.left = this.#themes.length;
    this.#lacking.fill(0);
    this.#themes.forEach((_, at) => (this.#lacking[at >> 5] = (this.#lacking[at >> 5] as number) | (1 << (at & 31))));
    const lists = this.#store.shared.themes;
    if (this.#bitsOf === lists.count) return;
    this.#bitsOf = lists.count;
    this.#bits = new Int32Array(lists.count * this.#words);
    this.#themes.forEach((theme, at) => {
      for (const list of lists.having(theme)) {
        const word = list * this.#words + (at >> 5);
        this.#bits[word] = (this.#bits[word] as number) | (1 << (at & 31));
      }
    });
  }

  /** Whether a row has a theme that is still lacking. */
  brings(row: number): boolean {
    const from = this.#store.rows.themesOf(row) * this.#words;
    for (let word = 0; word < this.#words; word++)
      if (((this.#bits[from + word] as number) & (this.#lacking[word] as number)) !== 0) return true;
    return false;
  }

  cross(row: number): void {
    const from = this.#store.rows.themesOf(row) * this.#words;
    for (let word = 0; word < this.#words; word++) {
      let met = (this.#bits[from + word] as number) & (this.#lacking[word] as number);
      this.#lacking[word] = (this.#lacking[word] as number) & ~met;
      for (; met !== 0; met &= met - 1) this.left--;
    }
  }

  missing(): Uint16Array {
    const missing = new Uint16Array(this.left);
    let count = 0;
    this.#themes.forEach((_, at) => {
      if (((this.#lacking[at >> 5] as number) & (1 << (at & 31))) !== 0) missing[count++] = at;
    });
    return missing;
  }
}
