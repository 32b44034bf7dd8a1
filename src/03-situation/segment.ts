/** Jeton de masque, as it stands in a text: `[NOM_1]`, `[TEL]`. */
export const maskTokens = /\[[A-Z]+(?:_[A-Z]+)?(?:_\d+)?\]/g;

export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** Where the masks of a text stand. */
export const masksIn = (text: string): readonly Stretch[] =>
  [...text.matchAll(maskTokens)].map((found) => ({ start: found.index, end: found.index + found[0].length }));

/** Why a segment cannot be masked everywhere: nothing in it to look for, a mask inside, or a word that everybody writes. */
export type SegmentFault = "too-short" | "too-long" | "holds-mask" | "too-common";

const longest = 200;

/** @param isEveryday whether a word, in small letters without accents, is one that everybody writes */
export const faultOfSegment = (segment: string, isEveryday: (word: string) => boolean): SegmentFault | undefined => {
  if (masksIn(segment).length > 0) return "holds-mask";
  if (segment.length > longest) return "too-long";
  if ((segment.match(/[\p{L}\p{Nd}]/gu) ?? []).length < 2) return "too-short";
  return namesNobody(segment, isEveryday) ? "too-common" : undefined;
};

/**
 * « le », « CAF », « rose », « de la », « 12 »: hidden in every text of the house, they would leave nothing to read, and hidden again in all
 * those to come. Of several everyday words, one must bear a capital past the first (« Les Ailes », « Mme Rose »): they are a name.
 */
const namesNobody = (segment: string, isEveryday: (word: string) => boolean): boolean => {
  const words = segment.match(/[\p{L}\p{M}\p{Nd}]+/gu) ?? [];
  if (words.slice(1).some((word) => /^\p{Lu}/u.test(word))) return false;
  const figures = words.filter((word) => /^\p{Nd}+$/u.test(word)).join("").length;
  return figures < 4 && words.every((word) => /^\p{Nd}+$/u.test(word) || isEveryday(folded(word).letters));
};

/** Where a segment stands in a text, in any case, with or without accents, as whole words, outside what is masked already. */
export const findSegment = (text: string, segment: string): readonly Stretch[] => {
  const looked = folded(segment.trim()).letters;
  if (looked === "") return [];
  const { letters, places } = folded(text);
  const masks = masksIn(text);
  const found: Stretch[] = [];
  for (let at = letters.indexOf(looked); at !== -1; at = letters.indexOf(looked, at + 1)) {
    const stretch = { start: places[at] ?? 0, end: places[at + looked.length] ?? text.length };
    const isWhole = !isLetter(letters[at - 1]) && !isLetter(letters[at + looked.length]);
    const isMasked = masks.some((mask) => mask.start < stretch.end && stretch.start < mask.end);
    if (isWhole && !isMasked && stretch.start >= (found.at(-1)?.end ?? 0)) found.push(stretch);
  }
  return found;
};

/** The text with a token wherever the segment stood. */
export const replaceSegment = (text: string, segment: string, token: string): string => {
  let replaced = "";
  let at = 0;
  for (const { start, end } of findSegment(text, segment)) {
    replaced += text.slice(at, start) + token;
    at = end;
  }
  return replaced + text.slice(at);
};

const isLetter = (letter: string | undefined): boolean => letter !== undefined && /[\p{L}\p{Nd}]/u.test(letter);

/** Letters small and plain, spaces one by one, and for each where it comes from in the text; one place more, for the end. */
const folded = (text: string): { readonly letters: string; readonly places: readonly number[] } => {
  let letters = "";
  const places: number[] = [];
  let at = 0;
  for (const character of text) {
    const plain = plainOf(character);
    const isSecondSpace = plain === " " && letters.endsWith(" ");
    if (!isSecondSpace) {
      letters += plain;
      for (let which = 0; which < plain.length; which++) places.push(at);
    }
    at += character.length;
  }
  return { letters, places: [...places, text.length] };
};

const plainOf = (character: string): string => {
  if (/\s/u.test(character)) return " ";
  if (/[’‘`´ʼ]/u.test(character)) return "'";
  const plain = character.normalize("NFD").replaceAll(/\p{M}/gu, "").toLowerCase();
  return plain === "œ" ? "oe" : plain === "æ" ? "ae" : plain;
};

/** What a test case keeps around a segment: the words before and after, cut between two words. */
export const surroundings = (text: string, { start, end }: Stretch, width = 60): { readonly before: string; readonly after: string } => ({
  before: text.slice(Math.max(0, start - width), start).replace(start > width ? /^\S*\s/ : /^$/, ""),
  after: text.slice(end, end + width).replace(end + width < text.length ? /\s\S*$/ : /^$/, ""),
});
