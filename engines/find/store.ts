import { Bodies } from "./bodies.ts";
import { cellCount, cellOf } from "./cells.ts";
import { InternedHours } from "./interned-hours.ts";
import { InternedLists } from "./interned-lists.ts";
import { PostingLists } from "./posting-lists.ts";
import type { FindRecord } from "./record.ts";
import { isAlive, isRemote, Rows, type SharedLists } from "./rows.ts";
import { Vocabulary } from "./vocabulary.ts";
import { wordsOf } from "./words-of.ts";

/** Every theme at once, for searches without any. */
export const anyTheme = 0;

/** Numbers of zones stay below; a key is made of a theme and one of them. */
const mostZones = 1 << 22;

/** How many entries are looked at after each change to forget the dead: a full round ends long before dead rows weigh. */
const sweptAtOnce = 4000;

/**
 * Mémoire de l'index. Each row is named by lists: by theme and cell when it has a point; by theme and zone when it may come without one;
 * by word. An entry is twice the row, plus one when a word stands in a name. What leaves is only marked dead: lists forget it little by
 * little, a few entries at each change, and a row serves again once every list has been through. No change ever costs a pause.
 */
export class Store {
  readonly rows = new Rows();
  readonly shared: SharedLists = {
    themes: new InternedLists(),
    publics: new InternedLists(),
    languages: new InternedLists(),
    accessModes: new InternedLists(),
    zones: new InternedLists(),
    costs: new InternedLists(),
    hours: new InternedHours(),
  };
  readonly lists = new PostingLists();
  readonly vocabulary = new Vocabulary();
  readonly bodies = new Bodies();
  readonly #rowOf = new Map<string, number>();
  readonly #themes = new Map<string, number>();
  readonly #byCell = new Map<number, number>();
  readonly #byZone = new Map<number, number>();
  /** By number of the word. */
  readonly #byWord: number[] = [];
  readonly #wordsKnown = new Map<string, readonly string[]>();
  #free: number[] = [];
  #sweeping: number[] = [];
  #waiting: number[] = [];
  #sweptTo = 0;

  get size(): number {
    return this.#rowOf.size;
  }

  upsert(record: FindRecord): void {
    this.remove(record.id);
    const row = this.#free.pop() ?? this.rows.count;
    const names = new Set([...this.#words(record.name), ...this.#words(record.structureName)]);
    this.rows.put(row, record, this.#words(record.name).length, this.shared);
    this.bodies.put(row, record.body);
    this.#rowOf.set(record.id, row);
    this.#addPlaces(row, record);
    for (const word of names) this.#addWord(word, row * 2 + 1);
    if (record.description !== undefined)
      for (const word of wordsOf(record.description)) if (!names.has(word)) this.#addWord(word, row * 2);
  }

  remove(id: string): void {
    const row = this.#rowOf.get(id);
    if (row !== undefined) {
      this.#rowOf.delete(id);
      this.rows.bury(row);
      this.bodies.drop(row, this.rows.count, (other) => this.#lives(other));
      this.#waiting.push(row);
    }
    if (this.#waiting.length + this.#sweeping.length > 0) this.#sweep();
  }

  /** @returns undefined when no list holds that theme there */
  listAt(theme: number, cell: number): number | undefined {
    return this.#byCell.get(theme * cellCount + cell);
  }

  listOfZone(theme: number, zone: number): number | undefined {
    return this.#byZone.get(theme * mostZones + zone);
  }

  listOfWord(word: number): number | undefined {
    return this.#byWord[word];
  }

  /** @returns undefined when no record has ever had it */
  theme(code: string): number | undefined {
    return this.#themes.get(code);
  }

  /** Whether one may go there: its modes say so, or say nothing. */
  standsThere(row: number): boolean {
    const modes = this.shared.accessModes.list(this.rows.accessModes[row] as number);
    return modes.length === 0 || modes.includes("en-presentiel");
  }

  #lives(row: number): boolean {
    return this.rows.has(row, isAlive);
  }

  #addPlaces(row: number, record: FindRecord): void {
    const themes = [anyTheme, ...new Set(record.themes.map((code) => this.#themeNumber(code)))];
    const cell = record.point && cellOf(record.point.latitude, record.point.longitude);
    const comesAnyway = cell === undefined || this.rows.has(row, isRemote);
    for (const theme of themes) {
      if (cell !== undefined) this.lists.add(this.#listFor(this.#byCell, theme * cellCount + cell), row * 2);
      if (comesAnyway) this.lists.add(this.#listFor(this.#byZone, theme * mostZones + this.rows.zonesOf(row)), row * 2);
    }
  }

  #addWord(text: string, entry: number): void {
    const word = this.vocabulary.numberOf(text);
    this.lists.add((this.#byWord[word] ??= this.lists.open()), entry);
  }

  /** Names come again and again (« Mairie », the structure of twenty services): their words are taken apart once. */
  #words(name: string): readonly string[] {
    const known = this.#wordsKnown.get(name);
    if (known) return known;
    if (this.#wordsKnown.size >= 5000) this.#wordsKnown.clear();
    const words = wordsOf(name);
    this.#wordsKnown.set(name, words);
    return words;
  }

  #listFor(lists: Map<number, number>, key: number): number {
    const known = lists.get(key);
    if (known !== undefined) return known;
    const list = this.lists.open();
    lists.set(key, list);
    return list;
  }

  #themeNumber(code: string): number {
    const number = this.#themes.get(code) ?? this.#themes.size + 1;
    this.#themes.set(code, number);
    return number;
  }

  #sweep(): void {
    if (this.#sweptTo === 0) [this.#sweeping, this.#waiting] = [this.#waiting, []];
    const lives = (entry: number): boolean => this.#lives(entry >> 1);
    for (let left = sweptAtOnce; left > 0 && this.#sweptTo < this.lists.count; this.#sweptTo++) {
      left -= 8 + this.lists.lengthOf(this.#sweptTo);
      this.lists.keep(this.#sweptTo, lives);
    }
    if (this.#sweptTo < this.lists.count) return;
    this.#free = this.#free.concat(this.#sweeping);
    this.#sweeping = [];
    this.#sweptTo = 0;
  }
}
