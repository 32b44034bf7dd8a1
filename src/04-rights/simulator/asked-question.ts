import type { Month } from "#engines/calendar";
import type { Gazetteer } from "#engines/places";
import type { Facts, FactValue } from "../facts/fact.ts";
import type { Question } from "../facts/question.ts";
import { choiceInWords, questionInWords } from "../facts/question-text.ts";
import { choicesOf } from "../facts/questions.ts";
import { doesNotKnow } from "../facts/read-fact.ts";
import type { AnswerShown, AskedQuestion } from "./Asked.screen.tsx";
import { communeInWords } from "./answers-read.ts";
import { simulatorWords } from "./simulator.words.ts";

const words = simulatorWords.fr;

type Communes = Pick<Gazetteer, "byCode" | "search">;
const mostFound = 8;

/** The fields that a page sends. */
interface Fields {
  one(name: string): string;
  all(name: string): readonly string[];
}

/** Réponse tapée, as it came from the page. */
export interface TypedAnswer {
  /** « search »: a name of commune was typed, and one is still to be chosen. « nothing »: the fields were left as they came, empty. */
  readonly kind: "answer" | "nothing" | "search";
  /** What `readFact` reads. */
  readonly text: string;
  /** « Retour » was pressed. */
  readonly isBack: boolean;
  /** What stood in the fields, to be shown again. */
  readonly shown: AnswerShown;
  readonly complaint?: string;
}

/** The field that the error summary leads to. */
export const fieldOf = (question: Question): string =>
  ({ choice: "choix", "yes-no": "choix", several: "choix", month: "mois", amount: "valeur", count: "valeur", commune: "valeur" })[
    question.kind
  ];

/** Reads the fields of the page of one question. */
export const typedIn = (question: Question, typed: Fields, communes: Communes): TypedAnswer => {
  const isBack = typed.one("retour") !== "";
  const shown = { typed: typed.one("valeur"), chosen: typed.all("choix"), month: typed.one("mois"), year: typed.one("annee") };
  const answer = (text: string): TypedAnswer => ({ kind: text === "" ? "nothing" : "answer", text, isBack, shown });
  if (typed.one("inconnu") !== "" || typed.one("passer") !== "") return answer(doesNotKnow);
  switch (question.kind) {
    case "choice":
    case "yes-no":
      return answer(shown.chosen.at(-1) ?? "");
    case "several":
      return answer(shown.chosen.join(","));
    case "month":
      return answer([shown.month, shown.year.trim()].filter((part) => part !== "").join("/"));
    case "amount":
    case "count":
      return answer(shown.typed.trim());
    case "commune":
      return typedCommune({ isSearch: typed.one("chercher") !== "", isBack, shown }, communes);
  }
};

/** A name leads to a list; only a line of that list is an answer. Searching again goes before a line chosen earlier. */
const typedCommune = (
  { isSearch, isBack, shown }: { readonly isSearch: boolean; readonly isBack: boolean; readonly shown: AnswerShown },
  communes: Communes,
): TypedAnswer => {
  const name = shown.typed.trim();
  const found = name === "" ? [] : communes.search(name, { limit: mostFound });
  const chosen = shown.chosen.at(-1);
  if (!isSearch && chosen !== undefined && found.some(({ code }) => code === chosen))
    return { kind: "answer", text: chosen, isBack, shown };
  if (name === "") return { kind: "nothing", text: "", isBack, shown };
  const again = { ...shown, chosen: [] };
  if (isBack) return { kind: "nothing", text: "", isBack, shown };
  if (found.length === 0) return { kind: "search", text: "", isBack, shown: again, complaint: words.field.noCommune(name) };
  return { kind: "search", text: "", isBack, shown: again };
};

/** Question à montrer, with what was answered before, or what was just typed. */
export const askedQuestion = (
  question: Question,
  facts: Facts,
  month: Month,
  communes: Communes,
  typed: TypedAnswer | undefined,
): AskedQuestion => {
  const { asks, hint } = questionInWords(question, facts, month);
  const value = typed?.shown ?? answerShown(question, facts[question.id], communes);
  return {
    id: question.id,
    kind: question.kind,
    asks,
    hint,
    choices: choicesShown(question, facts),
    value,
    communes: question.kind === "commune" ? communesShown(value.typed, communes) : [],
  };
};

const choicesShown = (question: Question, facts: Facts) =>
  (question.kind === "yes-no" ? ["yes", "no"] : choicesOf(question, facts)).map((value) => ({
    value,
    label: choiceInWords(question, value),
  }));

const communesShown = (name: string, communes: Communes) =>
  name.trim() === ""
    ? []
    : communes.search(name, { limit: mostFound }).map((commune) => ({ value: commune.code, label: communeInWords(commune) }));

const empty: AnswerShown = { typed: "", chosen: [], month: "", year: "" };

const answerShown = (question: Question, value: FactValue | undefined, communes: Communes): AnswerShown => {
  if (value === undefined) return empty;
  if (value === null) return { ...empty, chosen: [doesNotKnow] };
  if (typeof value === "boolean") return { ...empty, chosen: [value ? "yes" : "no"] };
  if (typeof value === "number") return { ...empty, typed: question.kind === "amount" ? written(value) : String(value) };
  if (typeof value !== "string") return { ...empty, chosen: value };
  if (question.kind === "month") return { ...empty, month: String(Number(value.slice(5, 7))), year: value.slice(0, 4) };
  if (question.kind === "commune") return { ...empty, typed: communes.byCode(value)?.name ?? "", chosen: [value] };
  return { ...empty, chosen: [value] };
};

/** « 1250 », « 1250,50 »: as she may have typed it. */
const written = (cents: number): string => (cents % 100 === 0 ? String(cents / 100) : (cents / 100).toFixed(2).replace(".", ","));
