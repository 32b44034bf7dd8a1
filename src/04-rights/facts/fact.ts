/**
 * Fait : one plain answer about the household. `null` is « je ne sais pas »; a question whose id is absent was not asked.
 * Money is whole cents, a month "AAAA-MM", a day "AAAA-MM-JJ", a commune its INSEE code; several choices are a list of their ids.
 */
export type FactValue = string | number | boolean | readonly string[] | null;

/** Nom d'une question : "union", "me.wage", "child.2.born", "received.rsa". */
export type QuestionId = string;

/** Faits : what is known of a household, by question. */
export type Facts = Readonly<Record<QuestionId, FactValue>>;

/** Who an answer is about, when it is about one adult. */
export type Adult = "me" | "partner";

const read = (facts: Facts, id: QuestionId): FactValue | undefined => (Object.hasOwn(facts, id) ? facts[id] : undefined);

/** What was answered, as the kind that is expected; undefined when nothing was, or « je ne sais pas ». */
export const textIn = (facts: Facts, id: QuestionId): string | undefined => {
  const value = read(facts, id);
  return typeof value === "string" ? value : undefined;
};

export const numberIn = (facts: Facts, id: QuestionId): number | undefined => {
  const value = read(facts, id);
  return typeof value === "number" ? value : undefined;
};

export const booleanIn = (facts: Facts, id: QuestionId): boolean | undefined => {
  const value = read(facts, id);
  return typeof value === "boolean" ? value : undefined;
};

export const choicesIn = (facts: Facts, id: QuestionId): readonly string[] | undefined => {
  const value = read(facts, id);
  return typeof value === "object" && value !== null ? value : undefined;
};

/** Whether an answer was given, « je ne sais pas » included. */
export const isAnswered = (facts: Facts, id: QuestionId): boolean => read(facts, id) !== undefined;

const unions = ["married", "civil-union", "cohabiting"];

/** Whether somebody lives with her as a couple; undefined when it is not known. */
export const hasPartner = (facts: Facts): boolean | undefined => {
  const union = textIn(facts, "union");
  return union === undefined ? undefined : unions.includes(union);
};

/** The adults of the household, as far as it is known. */
export const adultsOf = (facts: Facts): readonly Adult[] => (hasPartner(facts) === true ? ["me", "partner"] : ["me"]);

/** How many children are known to live here; none as long as nothing is known. */
export const childrenOf = (facts: Facts): number => numberIn(facts, "children") ?? 0;

/** The places of the children, from 1. */
export const childPlaces = (facts: Facts): readonly number[] => Array.from({ length: childrenOf(facts) }, (_, at) => at + 1);
