import { isNearWriting, squeezed, type KnownNames } from "./known-names.ts";
import { claim, gapBefore, has, isCapital, plainAt, touches, type Page } from "./mask-page.ts";
import { trait } from "./mask-traits.ts";

export const maskKnownNames = (page: Page, known: KnownNames): void => {
  if (known.persons.length === 0) return;
  for (let at = 0; at < page.tokens.length; at++) {
    if (!has(page, at, trait.word)) continue;
    const end = endOfKnown(page, at, known);
    if (end > at) at = claim(page, "NOM", withInitial(page, at, known), withInitialAfter(page, end, known)) - 1;
  }
};

const endOfKnown = (page: Page, at: number, known: KnownNames): number => {
  const first = lettersAt(page, at);
  const exact = endOfWriting(page, at, first, known.writings.get(first.charAt(0)) ?? []);
  const together = endOfMistypedTogether(page, at, known);
  if (exact > at || together > at) return Math.max(together, exact > at ? extended(page, exact, known) : -1);
  return isMistyped(page, at, known) ? extended(page, at + 1, known) : -1;
};

/** More words of known names that follow: one entity for « Odette Vasseur Lamy », whatever parts them. */
const extended = (page: Page, end: number, known: KnownNames): number => {
  let last = end;
  for (let words = 0; words < 8; words++) {
    let at = last;
    if (/^[-–.]$/.test(plainAt(page, at)) && gapBefore(page, at) <= 1) at += 1;
    if (!has(page, at, trait.word) || gapBefore(page, at) > 2 || has(page, at, trait.line)) return last;
    const letters = lettersAt(page, at);
    const next = endOfWriting(page, at, letters, known.writings.get(letters.charAt(0)) ?? []);
    const mistyped = next === -1 && isMistyped(page, at, known) ? at + 1 : next;
    if (mistyped === -1) return last;
    last = mistyped;
  }
  return last;
};

const rawLettersAt = (page: Page, at: number): string => {
  const plain = plainAt(page, at);
  return plain.endsWith("'") ? plain.slice(0, -1) : plain;
};

const lettersAt = (page: Page, at: number): string => squeezed(rawLettersAt(page, at));

/** Reads on as long as what is read begins a writing: « vasseur - lamy », « bel hadj », « B. E. L. H. A. D. J. ». */
const endOfWriting = (page: Page, at: number, first: string, writings: readonly string[]): number => {
  for (const writing of writings) {
    if (!writing.startsWith(first)) continue;
    if (writing === first) return at + 1;
    const end = spelledTo(page, at + 1, first, writing);
    if (end > at) return end;
  }
  return -1;
};

const spelledTo = (page: Page, from: number, begun: string, writing: string): number => {
  let read = begun;
  let at = from;
  for (let steps = 0; steps < 2 * writing.length; steps++) {
    if (has(page, at, trait.line) && !has(page, at, trait.single)) return -1;
    if (/^[-–._'*/]+$/.test(plainAt(page, at)) && gapBefore(page, at) <= 1) at += 1;
    if (!has(page, at, trait.word) || gapBefore(page, at) > 3) return -1;
    read = squeezed(read + lettersAt(page, at));
    at += 1;
    if (read === writing) return at;
    if (!writing.startsWith(read)) return -1;
  }
  return -1;
};

/** « jxan-pierre », « vasseur lxmy » : one wrong key in the whole name, even in a word too short to forgive it alone. */
const endOfMistypedTogether = (page: Page, from: number, known: KnownNames): number => {
  let letters = rawLettersAt(page, from);
  let at = from + 1;
  let strange = !isOrdinary(page, from);
  let end = -1;
  for (let words = 1; words < 5; words++) {
    if (/^[-–'._]$/.test(plainAt(page, at)) && gapBefore(page, at) <= 1) at += 1;
    if (!has(page, at, trait.word) || gapBefore(page, at) > 2 || has(page, at, trait.line)) return end;
    letters += rawLettersAt(page, at);
    strange ||= !isOrdinary(page, at);
    at += 1;
    // A letter alone at the end is the next word: « rose petit a appelé ».
    if (strange && !has(page, at - 1, trait.single) && isNearWriting(letters, known)) end = at;
  }
  return end;
};

const isOrdinary = (page: Page, at: number): boolean => has(page, at, trait.everyday) && !has(page, at, trait.firstName | trait.surname);

/** One letter changed, lost, added or two exchanged. A word of every day in small letters is itself: « matin » is not Martin. */
const isMistyped = (page: Page, at: number, known: KnownNames): boolean =>
  lettersAt(page, at).length >= 4 && (!has(page, at, trait.everyday) || isProper(page, at)) && isNearWriting(rawLettersAt(page, at), known);

const isProper = (page: Page, at: number): boolean => isCapital(page, at) && !has(page, at, trait.opening);

/** « O. Vasseur » : the initial of a first name known with its surname. */
const withInitial = (page: Page, at: number, known: KnownNames): number => {
  const dotted = plainAt(page, at - 1) === "." ? at - 2 : at - 1;
  const isInitial =
    has(page, dotted, trait.single) &&
    has(page, dotted, trait.capital) &&
    known.initials.has(plainAt(page, dotted)) &&
    gapBefore(page, at) <= 1;
  return isInitial && (dotted === at - 2 || isCapital(page, at)) ? dotted : at;
};

const withInitialAfter = (page: Page, end: number, known: KnownNames): number =>
  has(page, end, trait.single) &&
  has(page, end, trait.capital) &&
  known.initials.has(plainAt(page, end)) &&
  gapBefore(page, end) === 1 &&
  !touches(page, end + 1)
    ? end + 1
    : end;
