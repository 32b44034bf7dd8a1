import { plainLetters } from "./plain-letters.ts";

/** Listes : every list of words that masking consults, by the name that stands after `@` in `names/*.txt`. */
export const listNames = [
  "first-names",
  "first-names-also-words",
  "surnames",
  "everyday-words",
  "bodies-and-brands",
  "places",
  "civilities",
  "kin",
  "street-types",
  "building-words",
  "company-cues",
  "legal-forms",
  "company-words",
  "identifier-cues",
  "phone-cues",
] as const;
export type ListName = (typeof listNames)[number];

/** Words as they are compared (`plainLetters`); those of several words are written with one space between. */
export type NameLists = Readonly<Record<ListName, ReadonlySet<string>>>;

/**
 * Reads the files of `names/`, in any order: a line « @ kin » opens a list, lines that begin with # are comments, spaces part the words.
 * @throws when a file names a list that masking does not know, or when a list is missing: masking with half its lists would leak in silence
 */
export const readNameLists = (texts: readonly string[]): NameLists => {
  const lists = new Map<string, Set<string>>(listNames.map((name) => [name, new Set()]));
  for (const text of texts) readInto(lists, text);
  const missing = listNames.filter((name) => lists.get(name)?.size === 0);
  if (missing.length > 0) throw new Error(`names: no words for ${missing.join(", ")}`);
  return Object.fromEntries(lists) as unknown as NameLists;
};

const readInto = (lists: ReadonlyMap<string, Set<string>>, text: string): void => {
  let list: Set<string> | undefined;
  for (const line of text.split("\n")) {
    if (line.startsWith("#") || line.trim() === "") continue;
    if (line.startsWith("@")) {
      const name = line.slice(1).trim();
      list = lists.get(name);
      if (list === undefined) throw new Error(`names: unknown list ${name}`);
      continue;
    }
    if (list === undefined) throw new Error(`names: words before any list: ${line}`);
    for (const word of line.trim().split(/\s+/)) list.add(plainEntry(word));
  }
};

/** « Saint-Étienne » as `saint etienne`, « N'Diaye » as `ndiaye`, « M. » as `m`. */
const plainEntry = (word: string): string =>
  plainLetters(word)
    .replaceAll("'", "")
    .replace(/[-\s.]+/g, " ")
    .trim();
