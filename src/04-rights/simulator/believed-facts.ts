import { z } from "zod";
import type { Facts, FactValue } from "../facts/fact.ts";
import type { Question } from "../facts/question.ts";
import { findQuestion } from "../facts/questions.ts";

const ValueContract = z.union([z.string().max(40), z.number(), z.boolean(), z.array(z.string().max(40)).max(30), z.null()]);
const FactsContract = z.record(z.string().max(60), ValueContract);

/**
 * Faits crus : what was signed or sealed by us, read again. An answer whose question does not exist any more, or not in that kind, is left
 * out; it is asked again. @returns undefined when it is no list of answers at all
 */
export const believedFacts = (read: unknown): Facts | undefined => {
  const facts = FactsContract.safeParse(read);
  if (!facts.success) return undefined;
  return Object.fromEntries(Object.entries(facts.data).filter(([id, value]) => isFor(findQuestion(id), value)));
};

const isFor = (question: Question | undefined, value: FactValue): boolean => {
  if (question === undefined) return false;
  if (value === null) return true;
  const ids = question.choices?.ids ?? [];
  switch (question.kind) {
    case "choice":
      return typeof value === "string" && ids.includes(value);
    case "several":
      return typeof value === "object" && value.length > 0 && value.every((each) => ids.includes(each));
    case "yes-no":
      return typeof value === "boolean";
    case "amount":
    case "count":
      return typeof value === "number" && Number.isSafeInteger(value) && value >= 0;
    case "month":
      return typeof value === "string" && /^\d{4}-\d{2}(-\d{2})?$/.test(value);
    case "commune":
      return typeof value === "string" && /^[0-9AB]{5}$/.test(value);
  }
};
