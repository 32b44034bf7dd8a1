import { inWords, monthInWords, type Month } from "#engines/calendar";
import type { Commune } from "#engines/places";
import { eurosFromCents, french } from "#ground";
import type { Facts, FactValue } from "../facts/fact.ts";
import type { Question } from "../facts/question.ts";
import { choiceInWords, questionInWords } from "../facts/question-text.ts";
import { choiceWords } from "../facts/facts.words.ts";

/** « Guéret, 23000 (Creuse) »: like names are told apart, always. */
export const communeInWords = ({ name, postalCodes, departement }: Pick<Commune, "name" | "postalCodes" | "departement">): string =>
  `${name}, ${postalCodes[0] ?? departement.code} (${departement.name})`;

/** A fact as one reads it again. */
export const factInWords = (question: Question, value: FactValue, communeOf: (code: string) => Commune | undefined): string => {
  if (value === null) return choiceWords.fr.unknown;
  if (typeof value === "boolean") return value ? choiceWords.fr["yes-no"].yes : choiceWords.fr["yes-no"].no;
  if (typeof value === "number") return question.kind === "amount" ? eurosFromCents(value, "fr") : String(value);
  if (typeof value !== "string") return value.map((each) => choiceInWords(question, each)).join(", ");
  if (question.kind === "month")
    return value.length === 10 ? inWords(value as Parameters<typeof inWords>[0]) : monthInWords(value as Month);
  if (question.kind !== "commune") return choiceInWords(question, value);
  const commune = communeOf(value);
  return commune ? communeInWords(commune) : value;
};

/** Réponses relues : those of the path that were answered, in its order. */
export const answersRead = (
  path: readonly Question[],
  facts: Facts,
  month: Month,
  communeOf: (code: string) => Commune | undefined,
): readonly { readonly id: string; readonly place: number; readonly label: string; readonly answered: string }[] =>
  path.flatMap((question, at) => {
    const value = Object.hasOwn(facts, question.id) ? facts[question.id] : undefined;
    if (value === undefined) return [];
    const { label } = questionInWords(question, facts, month);
    return [{ id: question.id, place: at + 1, label: french(label), answered: factInWords(question, value, communeOf) }];
  });
