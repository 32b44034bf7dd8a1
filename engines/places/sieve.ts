/** Traits d'un mot: four numbers that tell at a glance that a text cannot resemble a name. */
export type Traits = {
  /** The set of letters, one bit each. */
  readonly letters: number;
  /** The set of the first two letters. */
  readonly head: number;
  /** The set of pairs of neighbouring letters; some pairs share a bit. */
  readonly pairs: number;
  /** How many letters. */
  readonly length: number;
  /** Of a name: letters and pairs of its beginnings, from `shortestBeginning` letters on. A misspelt text of n letters is met in the first n + 1. */
  readonly beginnings: readonly { readonly letters: number; readonly pairs: number }[];
};

/** Under four letters nothing is taken as misspelt; beyond thirteen, a text is rare enough by its own letters. */
const shortestBeginning = 5;
const longestBeginning = 14;

/** Of a text: pairs are taken inside its words, those across two words depend on how it was typed. */
export const traitsOfText = (plain: string): Traits => {
  const words = plain.split(" ");
  return { ...traitsOfName(words.join("")), pairs: words.reduce((set, word) => set | pairsOf(word), 0) };
};

/** Of a name without spaces: pairs across two words count too, since a space may be lost. */
export const traitsOfName = (compact: string): Traits => ({
  letters: lettersOf(compact),
  head: lettersOf(compact.slice(0, 2)),
  pairs: pairsOf(compact),
  length: compact.length,
  beginnings: beginningsOf(compact),
});

/** Under four letters, one letter more or less is another word (Nice, Nue); under six, a beginning with a wrong letter resembles everything. */
export const leastLettersMisspelt = 4;
export const leastLettersMisspeltBeginning = 6;

/**
 * Tamis: whether a text may resemble the name at some rank. It never puts the right name aside, and ninety-nine others out of a hundred.
 * The traits stand apart from the names, each in one block of memory, because every search reads all of them.
 */
export const makeSieve = (names: readonly Traits[]): ((text: Traits, at: number) => boolean) => {
  const letters = Int32Array.from(names, (traits) => traits.letters);
  const heads = Int32Array.from(names, (traits) => traits.head);
  const pairs = Int32Array.from(names, (traits) => traits.pairs);
  const lengths = Int32Array.from(names, (traits) => traits.length);
  const beginnings = Array.from({ length: longestBeginning - shortestBeginning + 1 }, (_, at) => ({
    letters: Int32Array.from(names, (traits) => traits.beginnings[at]?.letters ?? traits.letters),
    pairs: Int32Array.from(names, (traits) => traits.beginnings[at]?.pairs ?? traits.pairs),
  }));
  return (text, at) => {
    const strangers = text.letters & ~(letters[at] ?? 0);
    // One wrong key brings one letter at most, and three pairs (two letters exchanged: « saitn »).
    if (withoutOne(strangers) !== 0) return false;
    const newPairs = text.pairs & ~(pairs[at] ?? 0);
    if (strangers === 0 && newPairs === 0) return true;
    if (text.length < leastLettersMisspelt || (text.head & (heads[at] ?? 0)) === 0) return false;
    if (text.length < leastLettersMisspeltBeginning && Math.abs((lengths[at] ?? 0) - text.length) > 1) return false;
    const beginning = beginnings[text.length + 1 - shortestBeginning];
    if (!beginning) return withoutOne(withoutOne(withoutOne(newPairs))) === 0;
    if (withoutOne(text.letters & ~(beginning.letters[at] ?? 0)) !== 0) return false;
    return withoutOne(withoutOne(withoutOne(text.pairs & ~(beginning.pairs[at] ?? 0)))) === 0;
  };
};

const beginningsOf = (compact: string): Traits["beginnings"] => {
  const beginnings: { readonly letters: number; readonly pairs: number }[] = [];
  let [letters, pairs] = [0, 0];
  for (let at = 0; at < longestBeginning; at++) {
    if (at < compact.length) letters |= letterBit(compact, at);
    if (at > 0 && at < compact.length) pairs |= pairBit(compact, at);
    if (at + 1 >= shortestBeginning) beginnings.push({ letters, pairs });
  }
  return beginnings;
};

/** A set of bits less one of its members. */
const withoutOne = (bits: number): number => bits & (bits - 1);

const lettersOf = (word: string): number => {
  let set = 0;
  for (let at = 0; at < word.length; at++) set |= letterBit(word, at);
  return set;
};

const pairsOf = (word: string): number => {
  let set = 0;
  for (let at = 1; at < word.length; at++) set |= pairBit(word, at);
  return set;
};

const letterBit = (word: string, at: number): number => 1 << (word.charCodeAt(at) & 31);

/** Of a letter and the one before it. */
const pairBit = (word: string, at: number): number => 1 << ((word.charCodeAt(at - 1) * 5 + word.charCodeAt(at) * 11) & 31);
