import { inWords, timeInWords, type Day } from "#engines/calendar";
import { useLanguage, type Language } from "#ground/screens";
import { listeningWords, type ListeningWords } from "../listening.words.ts";
import { situationWords } from "../situation.words.ts";

export type Said = ListeningWords & { readonly named: (typeof situationWords)["fr" | "en"] };

/** The words of this room in the language of whoever is signed in. */
export const useSaid = (): Said => {
  const language = useLanguage();
  return { ...listeningWords[language], named: situationWords[language] };
};

const english = new Intl.DateTimeFormat("en-GB", { timeZone: "Europe/Paris", day: "numeric", month: "long", year: "numeric" });
const french = new Intl.DateTimeFormat("fr-FR", { timeZone: "Europe/Paris", day: "numeric", month: "long", year: "numeric" });

/** « 20 mai 2027 ». */
export const dateSaid = (when: string | Day, language: Language): string => (language === "fr" ? french : english).format(new Date(when));

const shortEnglish = new Intl.DateTimeFormat("en-GB", { timeZone: "Europe/Paris", day: "numeric", month: "long" });
const shortFrench = new Intl.DateTimeFormat("fr-FR", { timeZone: "Europe/Paris", day: "numeric", month: "long" });

/** « 12 mars ». */
export const shortDateSaid = (when: string, language: Language): string =>
  (language === "fr" ? shortFrench : shortEnglish).format(new Date(when)).replace(/^1 /, language === "fr" ? "1er " : "1 ");

/** « mardi 24 novembre à 10 h ». */
export const momentSaid = (when: string, language: Language, at: (day: string, time: string) => string): string => {
  const instant = new Date(when);
  if (language === "fr") return at(inWords(instant), timeInWords(instant));
  return at(english.format(instant), timeSaid(when, "en"));
};

const clock = new Intl.DateTimeFormat("en-GB", { timeZone: "Europe/Paris", hour: "2-digit", minute: "2-digit" });

/** « 10 h 05 ». */
export const timeSaid = (when: string, language: Language): string =>
  language === "fr" ? timeInWords(new Date(when)) : clock.format(new Date(when));
