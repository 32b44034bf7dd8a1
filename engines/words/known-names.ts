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
  const written = persons.flatMap(writingsOf);
  const all = new Set(written.map(squeezed));
  const writings = new Map<string, string[]>();
  const long = new Map<number, string[]>();
  for (const writing of [...all].toSorted((a, b) => b.length - a.length)) {
    pushTo(writings, writing.charAt(0), writing);
  }
  // As written too: a wrong key may make two letters alike (« golo », « gooo »).
  for (const writing of new Set([...all, ...written])) if (writing.length >= 5) pushTo(long, writing.length, writing);
  const personOf = new Map<string, number>();
  for (const [person, words] of persons.entries())
    for (const writing of writingsOf(words).flatMap((each) => [each, squeezed(each)]))
      if (!personOf.has(writing)) personOf.set(writing, person);
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

/** Whose writing it is, one wrong key forgiven; undefined when no one's. */
export const personWritten = (letters: string, known: KnownNames): number | undefined => {
  const person = known.personOf.get(letters);
  if (person !== undefined || letters.length < 4) return person;
  for (let length = letters.length - 1; length <= letters.length + 1; length++)
    for (const writing of known.long.get(length) ?? []) if (isOneKeyFrom(letters, writing)) return known.personOf.get(writing);
  return undefined;
};

/** As typed, or each letter once. */
export const isNearWriting = (raw: string, known: KnownNames): boolean =>
  isOneKeyFromSome(raw, known) || (squeezed(raw) !== raw && isOneKeyFromSome(squeezed(raw), known));

const isOneKeyFromSome = (letters: string, known: KnownNames): boolean => {
  for (let length = letters.length - 1; length <= letters.length + 1; length++)
    for (const writing of known.long.get(length) ?? []) if (isOneKeyFrom(letters, writing)) return true;
  return false;
};

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
