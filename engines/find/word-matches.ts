import { likeness } from "./vocabulary.ts";
import type { Store } from "./store.ts";

/** Rangées qui portent les mots : all of them, each with its worst word. */
export interface WordMatches {
  readonly rows: Int32Array;
  readonly count: number;
  /** By row: likeness of the word that is least alike. Right for the rows above only. */
  readonly worst: Uint8Array;
}

/** More words than that narrow nothing any more. */
export const mostWords = 12;

/** Scratch of one index, kept between searches: what is written is read back in the same search. */
export class WordScratch {
  turn = 0;
  turns = new Uint32Array(0);
  worst = new Uint8Array(0);
  now = new Uint8Array(0);
  rows = new Int32Array(0);

  fit(count: number): void {
    if (this.turns.length >= count) return;
    const length = Math.ceil(count * 1.5);
    this.turns = new Uint32Array(length);
    this.worst = new Uint8Array(length);
    this.now = new Uint8Array(length);
    this.rows = new Int32Array(length);
    this.turn = 0;
  }
}

/** The rarest word first: only rows that bear it are followed through the others. */
export const matchWords = (store: Store, words: readonly string[], scratch: WordScratch): WordMatches => {
  scratch.fit(store.rows.count);
  if (scratch.turn > 4_000_000_000) scratch.turns.fill((scratch.turn = 0));
  const { turns, worst, now, rows } = scratch;
  const lists = words.map((word, at) => listsOf(store, word, at === words.length - 1)).sort((a, b) => a.entries - b.entries);
  let count = 0;
  lists.forEach(({ alike }, at) => {
    const before = scratch.turn;
    const turn = ++scratch.turn;
    let found = 0;
    for (const { list, likeness: level } of alike) {
      const start = store.lists.startOf(list);
      const end = start + store.lists.lengthOf(list);
      const { data } = store.lists;
      for (let entryAt = start; entryAt < end; entryAt++) {
        const entry = data[entryAt] as number;
        const row = entry >> 1;
        // A word that stands in the description only says less than one of the name.
        const said = (entry & 1) === 1 ? level : likeness.far;
        if (turns[row] === turn) {
          if (said < (now[row] as number)) now[row] = said;
        } else if (at === 0 || turns[row] === before) {
          turns[row] = turn;
          now[row] = said;
          if (at === 0) {
            worst[row] = 0;
            rows[found] = row;
          }
          found++;
        }
      }
    }
    count = at === 0 ? found : keepTurn(rows, count, turns, turn);
    for (let each = 0; each < count; each++) {
      const row = rows[each] as number;
      worst[row] = Math.max(worst[row] as number, now[row] as number);
    }
  });
  return { rows, count, worst };
};

const keepTurn = (rows: Int32Array, count: number, turns: Uint32Array, turn: number): number => {
  let kept = 0;
  for (let at = 0; at < count; at++) {
    const row = rows[at] as number;
    if (turns[row] === turn) rows[kept++] = row;
  }
  return kept;
};

const listsOf = (
  store: Store,
  typed: string,
  isLast: boolean,
): { readonly alike: readonly { readonly list: number; readonly likeness: number }[]; readonly entries: number } => {
  const alike = store.vocabulary.alike(typed, isLast).flatMap(({ word, likeness }) => {
    const list = store.listOfWord(word);
    return list === undefined ? [] : [{ list, likeness }];
  });
  return { alike, entries: alike.reduce((sum, { list }) => sum + store.lists.lengthOf(list), 0) };
};
