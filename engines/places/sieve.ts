/**
 * Tamis: three numbers that put nine names out of ten aside before any of their letters is read, and never the right one.
 * They are kept apart from the names, in blocks of memory, because every search reads all of them.
 */
export type Traits = {
  /** The set of letters, one bit each. */
  readonly letters: number;
  /** The set of pairs of neighbouring letters; some pairs share a bit. */
  readonly pairs: number;
  /** How many letters. */
  readonly length: number;
};

/** Of a text: pairs are taken inside its words, those across two words depend on how it was typed. */
export const traitsOfText = (plain: string): Traits => {
  const words = plain.split(" ");
  return {
    letters: lettersOf(plain),
    pairs: words.reduce((set, word) => set | pairsOf(word), 0),
    length: words.reduce((sum, word) => sum + word.length, 0),
  };
};

/** Of a name: pairs across two words count too, since a space may be lost. */
export const traitsOfName = (compact: string): Traits => ({ letters: lettersOf(compact), pairs: pairsOf(compact), length: compact.length });

/** Under four letters, one letter more or less is another word (Nice, Nue); under six, a beginning with a wrong letter resembles everything. */
export const leastLettersMisspelt = 4;
export const leastLettersMisspeltBeginning = 6;

/** A text rightly typed brings nothing that the name has not. */
export const mayBeRight = (text: Traits, letters: number, pairs: number): boolean =>
  (text.letters & ~letters) === 0 && (text.pairs & ~pairs) === 0;

/** One wrong key brings one letter at most, and three pairs (two letters exchanged: « saitn »). */
export const mayBeMisspelt = (text: Traits, letters: number, pairs: number, length: number): boolean => {
  if (text.length < leastLettersMisspelt) return false;
  if (text.length < leastLettersMisspeltBeginning && Math.abs(length - text.length) > 1) return false;
  return withoutOne(text.letters & ~letters) === 0 && withoutOne(withoutOne(withoutOne(text.pairs & ~pairs))) === 0;
};

/** A set of bits less one of its members. */
const withoutOne = (bits: number): number => bits & (bits - 1);

const lettersOf = (plain: string): number => {
  let set = 0;
  for (const letter of plain) if (letter !== " ") set |= 1 << (letter.charCodeAt(0) & 31);
  return set;
};

const pairsOf = (word: string): number => {
  let set = 0;
  for (let at = 1; at < word.length; at++) set |= 1 << ((word.charCodeAt(at - 1) * 5 + word.charCodeAt(at) * 11) & 31);
  return set;
};
