import { rangeInWords } from "./amount-in-words.ts";
import { estimateWords } from "./estimate.words.ts";
import type { RightShown } from "./rights.contract.ts";

type Language = "fr" | "en";

/** « probable, non demandée », « à préciser » when an answer would tell, « à vérifier » when none of ours would, « écarté ». */
export const stateInWords = ({ right, state, received, missing }: RightShown, language: Language): string => {
  const { states } = estimateWords[language];
  if (state === "uncertain") return states.uncertain(right, missing.length > 0);
  return state === "acquired" ? states.acquired(right, received) : states.excluded(right);
};

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
