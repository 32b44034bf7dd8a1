/** Lower case, no accent, no punctuation: what two spellings of a name share. */
export const plainName = (name: string): string =>
  name
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[œ]/g, "oe")
    .replace(/[æ]/g, "ae")
    .replace(/[^a-z0-9]+/g, " ")
    .trim();

const shortest = 2;

/**
 * What a name is found by: each of its words, and each beginning of a word from two letters. They are hashed before they are
 * kept, so a search by « ben » finds Benali though no name is written in clear.
 */
export const nameKeys = (...names: readonly (string | undefined)[]): readonly string[] => {
  const keys = new Set<string>();
  for (const word of names.flatMap((name) => plainName(name ?? "").split(" ")))
    for (let length = Math.min(shortest, word.length); length <= word.length && length > 0; length++) keys.add(word.slice(0, length));
  return [...keys];
};

/** The words asked for in a search: a person is found when every one of them begins a word of her name. */
export const searchKeys = (asked: string): readonly string[] =>
  plainName(asked)
    .split(" ")
    .filter((word) => word.length >= shortest);
