import type { Entity } from "./entity.ts";
import { personWritten, squeezed, type KnownNames } from "./known-names.ts";
import { readTokens } from "./token.ts";

/**
 * Numéros : what stands in the place of each entity, in the order of the entities. Names take the number of their person (`[NOM_2]`), other kinds
 * none (`[TEL]`). Persons of the file come first, in the order of the file, so that each keeps one number from text to text.
 */
export const placeholdersOf = (entities: readonly Entity[], known: KnownNames, text: string): string[] => {
  const names = entities.map(({ type, text: written }) => (type === "NOM" ? wordsOf(written) : undefined));
  const persons = names.map((words) => words && knownPerson(words, known));
  const strangers = strangersOf(names.map((words, at) => (persons[at] === undefined ? words : undefined)));
  const firstFree = Math.max(known.persons.length, highestNumber(text)) + 1;
  const met: number[] = [];
  return entities.map(({ type }, at) => {
    if (type !== "NOM") return `[${type}]`;
    const person = persons[at];
    if (person !== undefined) return `[NOM_${person + 1}]`;
    const stranger = strangers[at] ?? 0;
    if (!met.includes(stranger)) met.push(stranger);
    return `[NOM_${firstFree + met.indexOf(stranger)}]`;
  });
};

const knownPerson = (words: readonly string[], known: KnownNames): number | undefined => {
  if (known.persons.length === 0) return undefined;
  const whole = personWritten(words.join(""), known);
  if (whole !== undefined) return whole;
  for (const word of words) {
    const person = personWritten(word, known);
    if (person !== undefined) return person;
  }
  return undefined;
};

/** For each name, the index of its person among those of no file. Full names first, so that « Odette » before « Odette Vasseur » finds her. */
const strangersOf = (names: readonly (readonly string[] | undefined)[]): (number | undefined)[] => {
  const strangers = new Map<string, number>();
  const found: (number | undefined)[] = names.map(() => undefined);
  const order = names
    .flatMap((words, at) => (words ? [{ words, at }] : []))
    .toSorted((a, b) => b.words.length - a.words.length || a.at - b.at);
  let count = 0;
  for (const { words, at } of order) {
    const whole = words.join(" ");
    const person = strangers.get(whole) ?? (words.length === 1 ? strangers.get(`*${whole}`) : undefined) ?? count++;
    strangers.set(whole, person);
    for (const word of words) if (!strangers.has(`*${word}`)) strangers.set(`*${word}`, person);
    found[at] = person;
  }
  return found;
};

/** Initials and titles tell nobody apart. */
const wordsOf = (written: string): string[] => {
  const words = readTokens(written).filter(({ kind, plain }) => kind === "word" && !titles.has(plain));
  const telling = words.filter(({ plain }) => plain.length > 1);
  return (telling.length > 0 ? telling : words).map(({ plain }) => squeezed(plain.replaceAll("'", "")));
};
const titles = new Set("m mr mrs mme mlle monsieur madame mademoiselle dr docteur maitre famille et de du la le veuve nee".split(" "));

/** A text masked before, then written further: its numbers are taken. */
const highestNumber = (text: string): number => {
  let highest = 0;
  if (text.includes("[NOM_")) for (const [, number] of text.matchAll(/\[NOM_(\d{1,6})\]/g)) highest = Math.max(highest, Number(number));
  return highest;
};
