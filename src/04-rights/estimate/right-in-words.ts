import { rangeInWords } from "./amount-in-words.ts";
import { estimateWords } from "./estimate.words.ts";
import type { RightShown } from "./rights.contract.ts";

type Language = "fr" | "en";

/** « probable, non demandée », « à préciser », « écarté ». */
export const stateInWords = ({ right, state, received }: RightShown, language: Language): string =>
  estimateWords[language].states[state](right, received);

/** « 160 à 230 € », with « par an » when it is not a month; a dash for what is ruled out; « gratuite » for the health cover. */
export const worthInWords = (shown: RightShown, language: Language): string => {
  const words = estimateWords[language];
  if (shown.right === "css") return coverInWords(shown, language);
  if (shown.state === "excluded") return words.nothing;
  const range = rangeInWords(shown.lowCents, shown.highCents, language);
  return shown.period === "year" ? `${range} ${words.perYear}` : range;
};

const coverInWords = ({ state, health }: RightShown, language: Language): string => {
  const words = estimateWords[language];
  const covers = health.filter((cover) => cover !== "none");
  return state === "excluded" || covers.length === 0 ? words.nothing : covers.map((cover) => words.covers[cover]).join(words.or);
};
