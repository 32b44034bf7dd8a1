import type { Entity } from "#engines/words";

/** Jeton d'une personne nommée : its number in a file, and prints of the words of her name, which cannot be read back. */
export interface NamedPerson {
  readonly number: number;
  readonly prints: readonly string[];
}

export interface TextInFile {
  readonly text: string;
  readonly named: readonly NamedPerson[];
}

/** Hides what the masking found: `[NOM_2]` for a person, always the same one in a file, `[TEL]` and the like for the rest. */
export const maskInFile = (
  text: string,
  entities: readonly Pick<Entity, "type" | "start" | "end">[],
  named: readonly NamedPerson[],
  printOf: (word: string) => string,
): TextInFile => {
  let known = named;
  let masked = "";
  let at = 0;
  for (const { type, start, end } of entities.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    if (end <= at) continue;
    const found = nameToken(type, text.slice(start, end), known, printOf);
    known = found.named;
    masked += text.slice(at, Math.max(at, start)) + found.token;
    at = end;
  }
  return { text: masked + text.slice(at), named: known };
};

/** The token of one segment, and the persons of the file once it is known. */
export const nameToken = (
  type: Entity["type"],
  segment: string,
  named: readonly NamedPerson[],
  printOf: (word: string) => string,
): { readonly token: string; readonly named: readonly NamedPerson[] } => {
  if (type !== "NOM") return { token: `[${type}]`, named };
  const prints = nameWords(segment).map(printOf);
  const same = named.find((person) => isPart(prints, person.prints) || isPart(person.prints, prints));
  const number = same?.number ?? 1 + Math.max(0, ...named.map((person) => person.number));
  const person = { number, prints: [...new Set([...(same?.prints ?? []), ...prints])] };
  const others = named.filter((each) => each.number !== number);
  return { token: `[NOM_${String(number)}]`, named: [...others, person].toSorted((a, b) => a.number - b.number) };
};

/** « Awa », then « Mme Diallo », are « Awa Diallo »; « Karim Diallo » is somebody else. */
const isPart = (some: readonly string[], all: readonly string[]): boolean => some.length > 0 && some.every((each) => all.includes(each));

/** What stands before a name and names nobody. */
const civilities = new Set([
  "m",
  "mr",
  "mme",
  "mlle",
  "monsieur",
  "madame",
  "mademoiselle",
  "dr",
  "docteur",
  "me",
  "maitre",
  "de",
  "du",
  "la",
  "le",
  "l",
  "d",
]);

/** The words of a name, plain. */
export const nameWords = (segment: string): string[] => {
  const words = segment
    .normalize("NFD")
    .replaceAll(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll("œ", "oe")
    .split(/[^\p{L}\p{Nd}]+/u)
    .filter((word) => word !== "");
  const kept = words.filter((word) => !civilities.has(word));
  return kept.length > 0 ? kept : words;
};
