import { plainName } from "#engines/places";
import { isTie, sharedCount } from "./words.ts";

/** Adresse lue: the numbers in the street, and the words that tell it from another one of the town. */
export interface Street {
  readonly numbers: readonly string[];
  readonly words: readonly string[];
}

/** Ways and their short forms; titles of those whom streets are named after, which one writes in full, another in short, a third not at all. */
const ways =
  "rue r avenue av ave boulevard bd bld boul place pl chemin ch che chem route rte allee allees all impasse imp quai square sq cours crs passage psg sentier " +
  "esplanade espl faubourg fg fbg voie rond rpt mail promenade prom residence res lotissement lot lieu dit lieudit hameau ham zone za zac zi zae bis ter quater cedex bp cs tsa";
const titles =
  "general gal gen marechal mal mar docteur dr president pdt pt colonel col commandant cdt capitaine cne lieutenant lt sergent sgt saint sainte abbe chanoine professeur pr prof maitre me";
const months = /^(?:janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre)$/;

const silent: ReadonlySet<string> = new Set(`${ways} ${titles}`.split(" "));
const isNumber = /^\d{1,4}(?:bis|ter|quater|[a-f])?$/;

/** @param town words of the commune, which an address often repeats and which tell nothing inside it */
export const streetFrom = (written: string, town: readonly string[]): Street | undefined => {
  const plain = plainName(written.replace(/\b(?:BP|CS|TSA)\s*\d[\d ]*/gi, " ").replace(/\b\d{5}\b.*$/u, " "));
  const all = plain.split(" ").filter((word) => word !== "");
  const numbers: string[] = [];
  const words: string[] = [];
  all.forEach((word, at) => {
    const next = all[at + 1] ?? "";
    if (isNumber.test(word) && !months.test(next)) numbers.push(word.replace(/\D+$/, ""));
    else if (!isTie(word) && !silent.has(word) && word.length > 1 && !/^\d{5,}$/.test(word)) words.push(word);
  });
  const telling = words.filter((word) => !town.includes(word));
  const kept = telling.length > 0 ? telling : words;
  return kept.length === 0 && numbers.length === 0 ? undefined : { numbers, words: [...new Set(kept)] };
};

/**
 * `same`: street and number. `same-street`: the street, and one of them gives no number. `other-number`: the street, elsewhere in it.
 * `partly`: some words only, such as the name of a building.
 */
export type StreetLikeness = "same" | "same-street" | "other-number" | "partly" | "different";

export const streetLikeness = (a: Street, b: Street): StreetLikeness => {
  const [few, many] = a.words.length <= b.words.length ? [a, b] : [b, a];
  const shared = sharedCount(few.words, many.words);
  const isSameStreet = few.words.length === 0 ? many.words.length === 0 : shared / few.words.length >= 0.7;
  if (!isSameStreet) return shared > 0 ? "partly" : "different";
  if (a.numbers.length === 0 && b.numbers.length === 0) return shared / many.words.length >= 0.7 ? "same" : "same-street";
  if (a.numbers.length === 0 || b.numbers.length === 0) return "same-street";
  return a.numbers.some((number) => b.numbers.includes(number)) ? "same" : "other-number";
};
