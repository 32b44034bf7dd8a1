import type { Month } from "#engines/calendar";
import type { FieldPath } from "#engines/rules";
import type { Facts, QuestionId } from "./fact.ts";
import type { ChoiceSet, QuestionKey } from "./facts.words.ts";

export type QuestionKind = "choice" | "yes-no" | "amount" | "month" | "count" | "commune" | "several";

/** Chapitre d'une question : how the desk groups them, and the order in which they are calmly asked. */
export type Topic = "household" | "home" | "incomes" | "received" | "health" | "rest";

/** Question : what is asked in plain words. */
export interface Question {
  readonly id: QuestionId;
  readonly kind: QuestionKind;
  readonly topic: Topic;
  /** Where its words stand in `questionWords`; several questions may share them (each child, each adult). */
  readonly words: QuestionKey;
  /** The words of its choices in `choiceWords`, and their ids. */
  readonly choices?: { readonly set: ChoiceSet; readonly ids: readonly string[] };
  /** Which child it is about, from 1. */
  readonly child?: number;
  /** An amount of the whole year or a sum kept, rather than of a month: larger sums are believed. */
  readonly isLarge?: boolean;
  /** Whether it has a sense, given what is known; it looks only at questions before it. */
  readonly isAsked: (facts: Facts, month: Month) => boolean;
  /** Which fields of the engine's household it settles. */
  readonly fields: (facts: Facts) => readonly FieldPath[];
  /** Asked of a citizen alone too; otherwise by a counsellor only. */
  readonly isForCitizens: boolean;
}
