import { monthOf } from "#engines/calendar";
import type { Communes } from "#contact";
import type { Work } from "#ground/server";
import { findSituation } from "#situation/server";
import type { FactValue, QuestionId } from "../facts/fact.ts";
import { findQuestion, questionsFor } from "../facts/questions.ts";
import { readFact } from "../facts/read-fact.ts";
import { communeTyped } from "./commune-typed.ts";
import { keepFact, takeBackFact } from "./facts.store.ts";
import { valuesOf } from "./kept-fact.ts";
import { followNotUsed } from "./follow-not-used.action.ts";
import { factsOfSituation } from "./situation-facts.store.ts";

export type FactsAnswered =
  | { readonly kind: "kept" }
  /** Nothing was written: this question is put right first. */
  | { readonly kind: "refused"; readonly question: QuestionId; readonly sentence: string }
  | { readonly kind: "unknown-question" }
  | { readonly kind: "not-asked"; readonly question: QuestionId }
  | { readonly kind: "closed" }
  | { readonly kind: "not-found" };

/**
 * Répondre : keeps what was said of the household, one question after the other, each read among those before it. All of it is kept, or
 * nothing.
 */
export const answerFacts = async (
  work: Work,
  given: {
    readonly situationId: string;
    readonly answers: readonly { readonly question: QuestionId; readonly typed: string }[];
    readonly source: "counsellor" | "notes";
  },
  communes: Communes,
): Promise<FactsAnswered> => {
  const situation = await findSituation(work, given.situationId);
  if (!situation) return { kind: "not-found" };
  if (situation.closedAt !== undefined) return { kind: "closed" };
  const month = monthOf(work.now);
  const facts: Record<QuestionId, FactValue> = { ...valuesOf(await factsOfSituation(work, situation)) };
  const read: { question: QuestionId; value: FactValue }[] = [];
  for (const { question: id, typed } of given.answers) {
    const question = findQuestion(id);
    if (!question) return { kind: "unknown-question" };
    if (!questionsFor(facts, month).includes(question)) return { kind: "not-asked", question: id };
    const text = question.kind === "commune" ? communeTyped(communes, typed) : typed;
    const answer = readFact(question, text, { facts, month, isCommune: (code) => communes.byCode(code) !== undefined });
    if (answer.kind === "refused") return { kind: "refused", question: id, sentence: answer.sentence };
    facts[id] = answer.value;
    read.push({ question: id, value: answer.value });
  }
  for (const fact of read)
    await keepFact(work, { personId: situation.personId, situationId: situation.id }, { ...fact, source: given.source });
  await tellChanged(work, situation.id);
  return { kind: "kept" };
};

export type FactTakenBack =
  { readonly kind: "taken-back" } | { readonly kind: "nothing" } | { readonly kind: "closed" } | { readonly kind: "not-found" };

/** Reprendre une réponse : the one before it holds again, or what the file says, or nothing. */
export const takeBackAnswer = async (work: Work, situationId: string, question: QuestionId): Promise<FactTakenBack> => {
  const situation = await findSituation(work, situationId);
  if (!situation) return { kind: "not-found" };
  if (situation.closedAt !== undefined) return { kind: "closed" };
  if (!(await takeBackFact(work, situationId, question))) return { kind: "nothing" };
  await tellChanged(work, situation.id);
  return { kind: "taken-back" };
};

/** Open screens read the estimate again; what is counted of non-take-up follows. */
const tellChanged = async (work: Work, situationId: string): Promise<void> => {
  work.audit({ action: "answer rights", objectKind: "situation", objectId: situationId });
  await work.tell("rights.changed", { situationId });
  await followNotUsed(work, situationId);
};
