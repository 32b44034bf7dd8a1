import type { Entity } from "./entity.ts";
import { squeezed } from "./mask-known-name.ts";
import { readTokens } from "./token.ts";

/**
 * Numéros : what stands in the place of each entity, in the order of the entities. Names take the number of their person (`[NOM_2]`), other kinds
 * none (`[TEL]`): those of the file first, in the order of the file, so that a person keeps one number from text to text.
 */
export const placeholdersOf = (entities: readonly Entity[], known: readonly (readonly string[])[], text: string): string[] => {
  const persons = known.map((words) => words.map(squeezed));
  const firstFree = Math.max(persons.length, highestNumber(text));
  const strangers: string[][] = [];
  const names = entities.map(({ type, text: written }) => (type === "NOM" ? wordsOf(written) : []));
  // Full names first, so that « Odette » after or before « Odette Vasseur » finds her.
  const order = names.map((_, at) => at).toSorted((a, b) => (names[b]?.length ?? 0) - (names[a]?.length ?? 0));
  const numbers = new Map<number, number>();
  const strangerOf = new Map<number, number>();
  for (const at of order) {
    const words = names[at] ?? [];
    if (words.length === 0 && entities[at]?.type !== "NOM") continue;
    const person = personOf(words, persons);
    if (person >= 0) {
      numbers.set(at, person + 1);
      continue;
    }
    let stranger = personOf(words, strangers);
    if (stranger < 0) stranger = strangers.push(words) - 1;
    strangerOf.set(at, stranger);
  }
  const met = new Map<number, number>();
  return entities.map(({ type }, at) => {
    if (type !== "NOM") return `[${type}]`;
    const known = numbers.get(at);
    if (known !== undefined) return `[NOM_${known}]`;
    const stranger = strangerOf.get(at) ?? 0;
    const number = met.get(stranger) ?? firstFree + met.size + 1;
    met.set(stranger, number);
    return `[NOM_${number}]`;
  });
};

/** The person with whom all of these words are shared, or who shares them all; else who shares a word spelt almost so. */
const personOf = (words: readonly string[], persons: readonly (readonly string[])[]): number => {
  const letters = words.join("");
  return persons.findIndex((person) => {
    if (person.join("") === letters) return true;
    return words.length > 0 && (words.every((word) => person.includes(word)) || (person.length > 0 && person.every((word) => words.includes(word))));
  });
};

/** Initials and civilities tell nobody apart. */
const wordsOf = (written: string): string[] =>
  readTokens(written)
    .filter((token) => token.kind === "word" && token.plain.length > 1 && !titles.has(token.plain))
    .map((token) => squeezed(token.plain.replaceAll("'", "")));
const titles = new Set("mr mme mlle monsieur madame mademoiselle dr docteur et de du la le".split(" "));

/** A text masked before, then written further: its numbers are taken. */
const highestNumber = (text: string): number => {
  let highest = 0;
  if (text.includes("[NOM_")) for (const [, number] of text.matchAll(/\[NOM_(\d{1,6})\]/g)) highest = Math.max(highest, Number(number));
  return highest;
};
