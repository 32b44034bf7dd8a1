// What nobody wants to read about themselves, or to be told.
const forbidden = [
  "bénéficiaires?",
  "usagers?",
  "cas socia(?:l|ux)",
  "défaillante?s?",
  "fraudes?",
  "vous devez",
  "dossiers? incomplets?",
  "échecs?",
  "convocations?",
];
const hard = new RegExp(`(?<![\\p{L}])(?:${forbidden.join("|")})(?![\\p{L}])`, "giu");

/** A text that people read, and where it stands: « callbacks.title ». A sentence made by a function is read as it is written. */
export interface Sentence {
  readonly at: string;
  readonly text: string;
}

/** All the sentences of a tree of words. Keys are not read by anyone: codes of the national format are keys. */
export const sentencesIn = (words: unknown, at = ""): readonly Sentence[] => {
  if (typeof words === "string") return [{ at, text: words }];
  if (typeof words === "function") return [{ at, text: String(words) }];
  if (typeof words !== "object" || words === null) return [];
  return Object.entries(words).flatMap(([key, inner]) => sentencesIn(inner, at === "" ? key : `${at}.${key}`));
};

/** @returns a line for each hard word, with where it stands. */
export const hardWords = (words: unknown): readonly string[] =>
  sentencesIn(words).flatMap(({ at, text }) => [...text.matchAll(hard)].map((found) => `${at} says « ${found[0]} »`));

/** Where one language has a sentence and the other has none, or has another kind of thing. */
export const languageComplaints = (words: { readonly fr: unknown; readonly en: unknown }): readonly string[] => {
  const kinds = (tree: unknown): ReadonlyMap<string, string> => new Map(placesIn(tree));
  const [french, english] = [kinds(words.fr), kinds(words.en)];
  return [
    ...[...french].filter(([at, kind]) => english.get(at) !== kind).map(([at]) => `${at} is not said alike in English`),
    ...[...english].filter(([at]) => !french.has(at)).map(([at]) => `${at} is not said in French`),
  ];
};

const placesIn = (words: unknown, at = ""): readonly (readonly [string, string])[] =>
  typeof words === "object" && words !== null
    ? Object.entries(words).flatMap(([key, inner]) => placesIn(inner, at === "" ? key : `${at}.${key}`))
    : [[at, typeof words]];
