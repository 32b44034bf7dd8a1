/** What a word of a text of opening hours means. */
export type Spoken =
  | { readonly kind: "day" | "month"; readonly value: number }
  | { readonly kind: "holiday" | "school" | "week" | "off" | "open" | "maybe" | "every-day" | "to" | "and" | "nothing" | "noon" };

/** Words without accents, in small letters. « mar » is left out: it is March in OpenStreetMap and mardi in French. */
const said = new Map<string, Spoken>(
  Object.entries({
    ...numbered("day", [
      ["mo", "mon", "monday", "lu", "lun", "lundi", "lundis"],
      ["tu", "tue", "tuesday", "ma", "mardi", "mardis"],
      ["we", "wed", "wednesday", "me", "mer", "mercredi", "mercredis"],
      ["th", "thu", "thursday", "je", "jeu", "jeudi", "jeudis"],
      ["fr", "fri", "friday", "ve", "ven", "vendredi", "vendredis"],
      ["sa", "sat", "saturday", "sam", "samedi", "samedis"],
      ["su", "sun", "sunday", "di", "dim", "dimanche", "dimanches"],
    ]),
    ...numbered("month", [
      ["jan", "janv", "janvier"],
      ["feb", "fev", "fevr", "fevrier"],
      ["mars"],
      ["apr", "avr", "avril"],
      ["may", "mai"],
      ["jun", "juin"],
      ["jul", "juil", "juillet"],
      ["aug", "aou", "aout"],
      ["sep", "sept", "septembre"],
      ["oct", "octobre"],
      ["nov", "novembre"],
      ["dec", "decembre"],
    ]),
    ...every("holiday", ["ph", "ferie", "feries"]),
    ...every("school", ["sh"]),
    ...every("week", ["week"]),
    ...every("off", ["off", "closed", "ferme", "fermee", "fermes", "fermees"]),
    ...every("open", ["open", "ouvert", "ouverte"]),
    ...every("maybe", ["unknown"]),
    ...every("to", ["a", "au"]),
    ...every("and", ["et"]),
    // « jours » alone says nothing: « jours fériés », « tous les jours » are read as a whole.
    ...every("nothing", ["de", "du", "le", "les"]),
    ...every("noon", ["midi"]),
  }),
);

/** Sayings of several words, tried before their words. */
const sayings: readonly (readonly [RegExp, Spoken])[] = [
  [/(jours )?feries?\b/y, { kind: "holiday" }],
  [/vacances( scolaires)?\b/y, { kind: "school" }],
  [/tous les jours\b/y, { kind: "every-day" }],
];

export const spokenAt = (plain: string, at: number, word: string): { readonly meaning: Spoken; readonly length: number } | undefined => {
  const alone = said.get(word);
  if (alone) return { meaning: alone, length: word.length };
  for (const [saying, meaning] of sayings) {
    saying.lastIndex = at;
    const found = saying.exec(plain);
    if (found) return { meaning, length: found[0].length };
  }
  if (word === "mar") return { meaning: marIn(plain, at), length: 3 };
  return undefined;
};

/** « mar » beside French days of three letters, or with a full stop, is mardi; elsewhere it is the month of OpenStreetMap. */
const marIn = (plain: string, at: number): Spoken =>
  plain[at + 3] === "." || /\b(lun|mer|jeu|ven|sam|dim)\b/.test(plain) ? { kind: "day", value: 2 } : { kind: "month", value: 3 };

function numbered(kind: "day" | "month", words: readonly (readonly string[])[]): Record<string, Spoken> {
  return Object.fromEntries(words.flatMap((names, at) => names.map((name) => [name, { kind, value: at + 1 }])));
}
function every(kind: Exclude<Spoken["kind"], "day" | "month">, words: readonly string[]): Record<string, Spoken> {
  return Object.fromEntries(words.map((word) => [word, { kind }]));
}
