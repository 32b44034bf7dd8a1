import { claim, gapBefore, has, isCapital, plainAt, touches, type Page } from "./mask-page.ts";
import { trait } from "./mask-traits.ts";
import { readTokens } from "./token.ts";

/**
 * Noms connus : those of the file, in any spelling. Case, accents, hyphens, spaces lost or added, letters repeated or spaced out, and one wrong key
 * when the name has five letters or more.
 */
export type KnownNames = {
  /** One list of words by person, as compared. */
  readonly persons: readonly (readonly string[])[];
  /** Every writing of a name without spaces, by its first letter, longest first. */
  readonly writings: ReadonlyMap<string, readonly string[]>;
  /** Those of five letters or more, which one wrong key may spoil, by length. */
  readonly long: ReadonlyMap<number, readonly string[]>;
  readonly initials: ReadonlySet<string>;
  /** The first person who is so written. */
  readonly personOf: ReadonlyMap<string, number>;
};

/** Bits of names that are words of their own everywhere: never looked for alone. */
const lonely = new Set(
  "de du des d le la les l et el al der den da do dos das di van von ben bel ep nee veuve mme mr m mlle madame monsieur a".split(" "),
);

export const knownNamesFrom = (names: readonly string[]): KnownNames => {
  const persons = names.map(wordsOf);
  const all = new Set(persons.flatMap(writingsOf).map(squeezed));
  const writings = new Map<string, string[]>();
  const long = new Map<number, string[]>();
  for (const writing of [...all].toSorted((a, b) => b.length - a.length)) {
    pushTo(writings, writing.charAt(0), writing);
    if (writing.length >= 5) pushTo(long, writing.length, writing);
  }
  const personOf = new Map<string, number>();
  for (const [person, words] of persons.entries())
    for (const writing of writingsOf(words)) if (!personOf.has(squeezed(writing))) personOf.set(squeezed(writing), person);
  return { persons, writings, long, personOf, initials: new Set(persons.flatMap((words) => words.map((word) => word.charAt(0)))) };
};

const pushTo = <Key>(map: Map<Key, string[]>, key: Key, value: string): void => {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
};

/** « Odette Vasseur-Lamy » : odette, vasseur, lamy. « N'Diaye » is one word. */
const wordsOf = (name: string): string[] => {
  const words: string[] = [];
  for (const token of readTokens(name)) {
    if (token.kind !== "word") continue;
    const previous = words.at(-1);
    if (previous?.endsWith("'")) words[words.length - 1] = previous.slice(0, -1) + token.plain;
    else words.push(token.plain);
  }
  return words.map((word) => word.replaceAll("'", "")).filter((word) => word !== "");
};

/** Each word, and every run of words glued, in the order given and with the surname first. */
const writingsOf = (words: readonly string[]): string[] => {
  const few = words.slice(0, 6);
  const runs = few.flatMap((_, from) => few.slice(from).map((_, to) => few.slice(from, from + to + 1).join("")));
  const turned = few.slice(1).map((_, at) => [...few.slice(at + 1), ...few.slice(0, at + 1)].join(""));
  const lone = few.filter((word) => !lonely.has(word));
  return [...new Set([...lone, ...runs.filter((run) => !lonely.has(run)), ...turned])].filter((writing) => writing.length >= 2);
};

/** « naaadia » as `nadia`: each letter once, on both sides, so that doubled letters do not count either. */
export const squeezed = (plain: string): string => {
  for (let at = 1; at < plain.length; at++) if (plain.charCodeAt(at) === plain.charCodeAt(at - 1)) return plain.replace(/(.)\1+/g, "$1");
  return plain;
};

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
  const together = endOfMistypedTogether(page, at, first, known);
  if (exact > at || together > at) return Math.max(together, exact > at ? extended(page, exact, known) : -1);
  return isMistyped(page, at, first, known) ? extended(page, at + 1, known) : -1;
};

/** Whose writing it is, one wrong key forgiven; undefined when no one's. */
export const personWritten = (letters: string, known: KnownNames): number | undefined => {
  const person = known.personOf.get(letters);
  if (person !== undefined || letters.length < 4) return person;
  for (let length = letters.length - 1; length <= letters.length + 1; length++)
    for (const writing of known.long.get(length) ?? []) if (isOneKeyFrom(letters, writing)) return known.personOf.get(writing);
  return undefined;
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
    const mistyped = next === -1 && isMistyped(page, at, letters, known) ? at + 1 : next;
    if (mistyped === -1) return last;
    last = mistyped;
  }
  return last;
};

const lettersAt = (page: Page, at: number): string => {
  const plain = plainAt(page, at);
  return squeezed(plain.endsWith("'") ? plain.slice(0, -1) : plain);
};

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
const endOfMistypedTogether = (page: Page, from: number, first: string, known: KnownNames): number => {
  let letters = first;
  let at = from + 1;
  let strange = !isOrdinary(page, from);
  let end = -1;
  for (let words = 1; words < 5; words++) {
    if (/^[-–'._]$/.test(plainAt(page, at)) && gapBefore(page, at) <= 1) at += 1;
    if (!has(page, at, trait.word) || gapBefore(page, at) > 2 || has(page, at, trait.line)) return end;
    letters = squeezed(letters + lettersAt(page, at));
    strange ||= !isOrdinary(page, at);
    at += 1;
    // A letter alone at the end is the next word: « rose petit a appelé ».
    if (strange && !has(page, at - 1, trait.single) && isNearWriting(letters, known)) end = at;
  }
  return end;
};
const isOrdinary = (page: Page, at: number): boolean => has(page, at, trait.everyday) && !has(page, at, trait.firstName | trait.surname);

/** One letter changed, lost, added or two exchanged. A word of every day in small letters is itself: « matin » is not Martin. */
const isMistyped = (page: Page, at: number, letters: string, known: KnownNames): boolean => {
  return letters.length >= 4 && (!has(page, at, trait.everyday) || isProper(page, at)) && isNearWriting(letters, known);
};
const isNearWriting = (letters: string, known: KnownNames): boolean => {
  for (let length = letters.length - 1; length <= letters.length + 1; length++)
    for (const writing of known.long.get(length) ?? []) if (isOneKeyFrom(letters, writing)) return true;
  return false;
};
const isProper = (page: Page, at: number): boolean => isCapital(page, at) && !has(page, at, trait.opening);

const isOneKeyFrom = (typed: string, name: string): boolean => {
  let head = 0;
  const least = Math.min(typed.length, name.length);
  while (head < least && typed.charCodeAt(head) === name.charCodeAt(head)) head += 1;
  const rest = (text: string, skip: number): string => text.slice(head + skip);
  if (typed.length === name.length) {
    const exchanged =
      typed.charAt(head) === name.charAt(head + 1) && typed.charAt(head + 1) === name.charAt(head) && rest(typed, 2) === rest(name, 2);
    return rest(typed, 1) === rest(name, 1) || exchanged;
  }
  return typed.length > name.length ? rest(typed, 1) === rest(name, 0) : rest(typed, 0) === rest(name, 1);
};

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
