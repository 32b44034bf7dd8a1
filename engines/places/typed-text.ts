import type { Named } from "./commune.ts";
import { plainName } from "./plain-name.ts";

/** What someone typed: the words of a name, and the figures of a postal code or of a département. */
export type TypedText = { readonly name: string; readonly figures: readonly string[] };

/** « Voiron 38500 », « Saint-Denis (974) », « Grenoble 38025 CEDEX 1 », « Lyon 3e », « Ajaccio 2A ». */
export const typedTextFrom = (text: string): TypedText => {
  const words = plainName(text)
    .replace(/\bcedex( \d{1,2})?\b/, "")
    .replace(/\b\d{1,2}(e|er|eme)\b|\barrondissement\b/g, "")
    .split(" ")
    .filter((word) => word !== "");
  return { name: words.filter((word) => !isFigure(word)).join(" "), figures: words.filter(isFigure) };
};

const isFigure = (word: string): boolean => /^(\d+|2[ab])$/.test(word);

/** « Saint-Denis, La Réunion »: a text that ends with the name of a département, read as the name before it and the code. */
export const makeDepartementReader = (departements: readonly Named[]): ((name: string) => TypedText | undefined) => {
  const endings = departements.flatMap(({ code, name }) => {
    const plain = plainName(name);
    return [plain, plain.replace(/^la /, "")].map((ending) => ({ ending: ` ${ending}`, figures: [code.toLowerCase()] }));
  });
  return (name) => {
    const found = endings.find(({ ending }) => name.endsWith(ending));
    return found && { name: name.slice(0, -found.ending.length), figures: found.figures };
  };
};
