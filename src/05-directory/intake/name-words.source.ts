import { readdirSync, readFileSync } from "node:fs";
import { readNameLists } from "#engines/words";
import type { NameWords } from "./private-address.ts";

const place = new URL("../../../engines/words/names/", import.meta.url);
let known: NameWords | undefined;

/** Mots des noms : those that masking knows; a first name that also is a word of every day (« Rose ») counts as both. Read once. */
export const nameWords = (): NameWords => (known ??= read());

const read = (): NameWords => {
  const files = readdirSync(place).filter((file) => file.endsWith(".txt"));
  const lists = readNameLists(files.map((file) => readFileSync(new URL(file, place), "utf8")));
  return {
    firstNames: lists["first-names"].union(lists["first-names-also-words"]),
    surnames: lists.surnames,
    otherWords: new Set(
      [
        lists["everyday-words"],
        lists["first-names-also-words"],
        lists["bodies-and-brands"],
        lists["company-words"],
        lists["building-words"],
        lists.places,
      ].flatMap((list) => [...list]),
    ),
  };
};
