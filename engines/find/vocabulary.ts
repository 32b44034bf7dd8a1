import { editsBetween, longestWord } from "./edits.ts";
import { soundingOf } from "./sounding.ts";

/** Ressemblance d'un mot, best first: as typed; begun, or one fault away; two faults away, or alike by ear only. */
export const likeness = { exact: 0, close: 1, far: 2 } as const;

/** Mot reconnu : a word of the directory that a typed word may stand for. */
export interface AlikeWord {
  readonly word: number;
  readonly likeness: number;
}

/**
 * How many faults are forgiven between two words, by the longer one: none between short words, where one fault makes another word, nor in a
 * number. A letter left out does not make the word less forgiven.
 */
export const faultsForgiven = (typed: string, name: string): number => {
  const letters = Math.max(typed.length, name.length);
  return letters < 4 || startsWithFigure(typed) || startsWithFigure(name) ? 0 : letters < 8 ? 1 : 2;
};

const startsWithFigure = (word: string): boolean => word >= "0" && word < "a";

/** Shorter words are not known by ear. */
const leastSounding = 4;

/** Words shorter than that are never taken for the beginning of another. */
const leastBeginning = 3;

/**
 * Vocabulaire de l'annuaire : every word once, by its number. The words of a country are some tens of thousands: looking at those of a near
 * length takes a fraction of a millisecond, thanks to the letters of each kept as bits, and costs eight bytes by word.
 */
export class Vocabulary {
  readonly #words: string[] = [];
  readonly #numbers = new Map<string, number>();
  readonly #byLength: number[][] = Array.from({ length: longestWord + 1 }, () => []);
  readonly #byBeginning = new Map<string, number[]>();
  readonly #bySounding = new Map<string, number[]>();
  #letters = new Int32Array(1 << 12);
  readonly #asked = new Map<string, { readonly upTo: number; readonly found: readonly AlikeWord[] }>();

  get count(): number {
    return this.#words.length;
  }

  /** The number of a word, given to it when it is new. */
  numberOf(text: string): number {
    const word = text.slice(0, longestWord);
    const known = this.#numbers.get(word);
    if (known !== undefined) return known;
    const number = this.#words.length;
    this.#words.push(word);
    this.#numbers.set(word, number);
    (this.#byLength[word.length] as number[]).push(number);
    pushTo(this.#byBeginning, word.slice(0, leastBeginning), number);
    if (word.length >= leastSounding) pushTo(this.#bySounding, soundingOf(word), number);
    if (number === this.#letters.length) {
      const letters = new Int32Array(number * 2);
      letters.set(this.#letters);
      this.#letters = letters;
    }
    this.#letters[number] = lettersOf(word);
    return number;
  }

  /** The words that a typed one may stand for, the best likeness of each, best first. @param isLast it may still be unfinished */
  alike(text: string, isLast: boolean): readonly AlikeWord[] {
    const typed = text.slice(0, longestWord);
    const key = isLast ? `${typed}…` : typed;
    const known = this.#asked.get(key);
    if (known?.upTo === this.#words.length) return known.found;
    const found = this.#find(typed, isLast);
    // Enough for what is asked all day; begun again when full, which costs a fraction of a millisecond a word.
    if (this.#asked.size >= 2000) this.#asked.clear();
    this.#asked.set(key, { upTo: this.#words.length, found });
    return found;
  }

  #find(typed: string, isLast: boolean): readonly AlikeWord[] {
    const found = new Map<number, number>();
    const keep = (word: number, likeness: number): void => {
      found.set(word, Math.min(found.get(word) ?? 9, likeness));
    };
    const exact = this.#numbers.get(typed);
    if (exact !== undefined) keep(exact, likeness.exact);
    if (isLast && typed.length >= leastBeginning)
      for (const word of this.#byBeginning.get(typed.slice(0, leastBeginning)) ?? [])
        if ((this.#words[word] as string).startsWith(typed)) keep(word, likeness.close);
    if (typed.length >= leastSounding) for (const word of this.#bySounding.get(soundingOf(typed)) ?? []) keep(word, likeness.far);
    this.#faulty(typed, keep);
    return [...found].map(([word, likeness]) => ({ word, likeness })).sort((a, b) => a.likeness - b.likeness || a.word - b.word);
  }

  #faulty(typed: string, keep: (word: number, likeness: number) => void): void {
    if (startsWithFigure(typed)) return;
    const letters = lettersOf(typed);
    for (let length = Math.max(typed.length - 2, 3); length <= typed.length + 2; length++) {
      const forgiven = faultsForgiven(typed, "a".repeat(length));
      if (Math.abs(length - typed.length) > forgiven) continue;
      for (const word of this.#byLength[length] ?? []) {
        const others = this.#letters[word] as number;
        // A fault changes one letter at most on each side.
        if (bits(letters & ~others) > forgiven || bits(others & ~letters) > forgiven) continue;
        const name = this.#words[word] as string;
        if (startsWithFigure(name)) continue;
        const edits = editsBetween(typed, name, forgiven);
        if (edits <= forgiven) keep(word, edits <= 1 ? likeness.close : likeness.far);
      }
    }
  }
}

const pushTo = (lists: Map<string, number[]>, key: string, number: number): void => {
  const list = lists.get(key);
  if (list) list.push(number);
  else lists.set(key, [number]);
};

/** A bit by letter, and one for all figures. */
const lettersOf = (word: string): number => {
  let letters = 0;
  for (let at = 0; at < word.length; at++) {
    const letter = word.charCodeAt(at) - 97;
    letters |= 1 << (letter >= 0 && letter < 26 ? letter : 26);
  }
  return letters;
};

const bits = (value: number): number => {
  let left = value - ((value >>> 1) & 0x55555555);
  left = (left & 0x33333333) + ((left >>> 2) & 0x33333333);
  return (((left + (left >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
};
