import { monthInWords, type Month } from "#engines/calendar";
import { eurosFromCents } from "#ground";
import type { Facts, FactValue } from "../facts/fact.ts";
import { choiceWords } from "../facts/facts.words.ts";
import { choiceInWords } from "../facts/question-text.ts";
import type { Question } from "../facts/question.ts";
import { dayInWords } from "./day-in-words.ts";

type Language = "fr" | "en";

const months = new Intl.DateTimeFormat("en-GB", { timeZone: "UTC", month: "long", year: "numeric" });

/** Ce qui fut répondu, in words: « 690 € », « mars 2015 », « Oui ». @param communeName how the commune is called */
export const valueInWords = (question: Question, value: FactValue, language: Language, communeName: string | null): string => {
  const words = choiceWords[language];
  if (value === null) return words.unknown;
  if (typeof value === "boolean") return value ? words["yes-no"].yes : words["yes-no"].no;
  if (typeof value === "number") return question.kind === "amount" ? eurosFromCents(value, language) : String(value);
  if (typeof value === "object") return value.map((each) => choiceInWords(question, each, language)).join(", ");
  if (question.kind === "commune") return communeName ?? value;
  return question.kind === "month" ? dateInWords(value, language) : choiceInWords(question, value, language);
};

const dateInWords = (value: string, language: Language): string => {
  if (value.length > 7) return dayInWords(value, language);
  return language === "fr" ? monthInWords(value as Month) : months.format(new Date(`${value}-15T12:00:00Z`));
};

/** The same answer as it would be typed again: what `readFact` reads. */
export const typedOf = (question: Question, value: FactValue): string => {
  if (value === null) return "ne-sait-pas";
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (typeof value === "number") return question.kind === "amount" ? String(value / 100).replace(".", ",") : String(value);
  return typeof value === "object" ? value.join(",") : value;
};

/** The values of the facts that are shown, as the plain questions read them. */
export const factsShown = (questions: readonly { readonly id: string; readonly fact: { readonly value: FactValue } | null }[]): Facts =>
  Object.fromEntries(questions.flatMap(({ id, fact }) => (fact ? [[id, fact.value] as const] : [])));
