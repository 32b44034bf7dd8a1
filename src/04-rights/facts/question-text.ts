import { monthInWords, type Month } from "#engines/calendar";
import { childrenOf, textIn, type Facts } from "./fact.ts";
import { choiceWords, questionWords, type TextAbout } from "./facts.words.ts";
import type { Question } from "./question.ts";
import { historyBegins, referenceYear } from "./years.ts";

type Language = "fr" | "en";

/** Question en mots : what is read or read aloud, how it may help, and its short name. */
export interface QuestionInWords {
  readonly asks: string;
  readonly hint: string | undefined;
  readonly label: string;
}

const aboutOf = (question: Question, facts: Facts, month: Month): TextAbout => {
  const born = question.words === "child.born" || question.child === undefined ? undefined : textIn(facts, `child.${question.child}.born`);
  return {
    taxYear: referenceYear(month),
    noticeYear: referenceYear(month) + 1,
    sinceYear: Number(historyBegins(month).slice(0, 4)),
    child: question.child ?? 0,
    children: childrenOf(facts),
    born: born === undefined ? undefined : monthInWords(born.slice(0, 7) as Month),
  };
};

export const questionInWords = (question: Question, facts: Facts, month: Month, language: Language = "fr"): QuestionInWords => {
  const { asks, hint, label } = questionWords[language][question.words];
  const about = aboutOf(question, facts, month);
  const said = (text: typeof asks): string => (typeof text === "string" ? text : text(about));
  return { asks: said(asks), hint: hint === undefined ? undefined : said(hint), label: said(label) };
};

/** The words of one choice; the choice itself when it is not known any more. */
export const choiceInWords = (question: Question, choice: string, language: Language = "fr"): string => {
  const words: Readonly<Record<string, string>> = choiceWords[language][question.choices?.set ?? "yes-no"];
  return words[choice] ?? choice;
};
