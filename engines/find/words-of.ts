import { plainName } from "#engines/places";

/** They stand everywhere and say nothing: neither kept nor looked for. */
const small = new Set(
  (
    "au aux avec ce ces cet cette dan de des du elle en et il la le les leur leurs mes mon ne nos notre nous ou par pas pour qui que sa se ses son " +
    "sur un une vos votre vous dans sans sous chez est sont"
  ).split(" "),
);

/**
 * Mots d'un texte : small letters without accents, « St » in full, plural ends and small words left out; in order, each once.
 * A single letter says nothing either (the l of « l'emploi »); a single figure may (« Lyon 3 »).
 */
export const wordsOf = (text: string): readonly string[] => [
  ...new Set(
    plainName(text)
      .split(" ")
      .filter((word) => !small.has(word) && (word.length > 1 || (word >= "0" && word <= "9")))
      .map(withoutPlural),
  ),
];

/** From five letters: the s of « pays », « bois » or « CCAS » is no plural, and a short word has none to lose. */
const withoutPlural = (word: string): string => (word.length > 4 && /[sx]$/.test(word) ? word.slice(0, -1) : word);
