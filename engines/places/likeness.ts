import { plainName, withoutSpaces } from "./plain-name.ts";
import { leastLettersMisspelt, leastLettersMisspeltBeginning, traitsOfName, traitsOfText, type Traits } from "./sieve.ts";
import { isOneEditFrom } from "./spelling.ts";

/** Ressemblance: how a typed text resembles a name, from the surest to the least sure. */
export type Likeness =
  /** « gueret » for Guéret. */
  | "whole"
  /** « neuilly sur » for Neuilly-sur-Seine. */
  | "first-words"
  /** « neui » for Neuilly-sur-Seine. */
  | "beginning"
  /** « hay roses » for L'Haÿ-les-Roses. */
  | "words"
  /** « guret » for Guéret. */
  | "misspelt"
  /** « villeurbn » for Villeurbanne. */
  | "misspelt-beginning";

/** A text made ready once, to be compared with many names. */
export type Wanted = Known & { readonly words: readonly string[] };
/**
 * A name made ready once, to be compared with many texts. `spaced` and each of the `words` open with a space:
 * a word begins where its space is found.
 */
export type Known = { readonly spaced: string; readonly compact: string; readonly traits: Traits };

export const wantedFrom = (plain: string): Wanted => ({
  spaced: ` ${plain}`,
  compact: withoutSpaces(plain),
  words: plain.split(" ").map((word) => ` ${word}`),
  traits: traitsOfText(plain),
});

/** « Bors (Canton de Charente-Sud) »: what stands between brackets may be typed, and is not missed when it is not. */
export const knownFrom = (name: string): Known => {
  const plain = plainName(name);
  const compact = withoutSpaces(plainName(name.replace(/\(.*\)/, "")));
  return { spaced: ` ${plain}`, compact, traits: { ...traitsOfName(withoutSpaces(plain)), length: compact.length } };
};

export const likeness = (wanted: Wanted, known: Known): Likeness | undefined =>
  rightlySpelt(wanted, known) ?? misspelt(wanted.compact, known.compact);

const rightlySpelt = (wanted: Wanted, known: Known): Likeness | undefined => {
  if (known.compact === wanted.compact) return "whole";
  if (known.spaced.startsWith(wanted.spaced)) return known.spaced[wanted.spaced.length] === " " ? "first-words" : "beginning";
  if (known.compact.startsWith(wanted.compact)) return "beginning";
  return wanted.words.every((word) => known.spaced.includes(word)) ? "words" : undefined;
};

const misspelt = (typed: string, name: string): Likeness | undefined => {
  if (typed.length < leastLettersMisspelt) return undefined;
  if (isOneEditFrom(typed, name, "whole")) return "misspelt";
  return typed.length >= leastLettersMisspeltBeginning && isOneEditFrom(typed, name, "beginning") ? "misspelt-beginning" : undefined;
};
