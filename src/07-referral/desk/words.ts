import { inWords, relativeDelay, timeInWords } from "#engines/calendar";
import { useLanguage, type Language } from "#ground/screens";
import { causeWords } from "../cause.words.ts";
import { deskReferralWords } from "../desk.words.ts";

/** The words of this room in the language of whoever is signed in. */
export const useSaid = (): (typeof deskReferralWords)["fr"] & {
  readonly causes: Readonly<Record<string, string>>;
  readonly language: Language;
} => {
  const language = useLanguage();
  return { ...deskReferralWords[language], causes: causeWords[language], language };
};

const english = new Intl.DateTimeFormat("en-GB", {
  timeZone: "Europe/Paris",
  weekday: "long",
  day: "numeric",
  month: "long",
  hour: "2-digit",
  minute: "2-digit",
});

/** « dimanche 22 novembre, 10 h 09 ». */
export const momentSaid = (iso: string, language: Language): string => {
  const when = new Date(iso);
  return language === "fr" ? `${inWords(when)}, ${timeInWords(when)}` : english.format(when);
};

/** « reste 41 h » ; hours in English. */
export const leftSaid = (iso: string, now: Date, language: Language): string => {
  const until = new Date(iso);
  if (language === "fr") return relativeDelay(now, until);
  const hours = Math.floor((until.getTime() - now.getTime()) / 3_600_000);
  return hours >= 0 ? `${hours} h left` : `${-hours} h ago`;
};

/** A figure with its comma, or its point. */
export const figure = (value: number, language: Language): string =>
  value.toLocaleString(language === "fr" ? "fr-FR" : "en-GB", { maximumFractionDigits: 3 });
