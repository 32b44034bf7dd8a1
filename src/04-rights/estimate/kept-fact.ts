import type { Id } from "#ground";
import type { Facts, FactValue, QuestionId } from "../facts/fact.ts";

/** Par où c'est venu : her file, the signed round of her situation, the notes of an exchange, what she answered, a register, the simulator. */
export const factSources = ["file", "diagnosis", "notes", "counsellor", "register", "simulator"] as const;
export type FactSource = (typeof factSources)[number];

/** What is written in our table; the file and the diagnosis are read where they stand, and never copied. */
export type WrittenSource = Exclude<FactSource, "file" | "diagnosis">;

/** Fait gardé : one answer with where it comes from. */
export interface KeptFact {
  readonly question: QuestionId;
  readonly value: FactValue;
  readonly source: FactSource;
  /** Unknown for what the file says: it may have been there for years. */
  readonly saidAt: Date | undefined;
  readonly saidBy: Id<"Staff"> | undefined;
}

/** What holds now, by question. What somebody answered goes before what is read elsewhere; among answers, the last one. */
export const factsInForce = (
  read: readonly KeptFact[],
  /** The newest first. */
  answered: readonly KeptFact[],
): ReadonlyMap<QuestionId, KeptFact> => {
  const inForce = new Map<QuestionId, KeptFact>();
  for (const fact of [...answered, ...read]) if (!inForce.has(fact.question)) inForce.set(fact.question, fact);
  return inForce;
};

/** The values alone, as the household is made from them. */
export const valuesOf = (inForce: ReadonlyMap<QuestionId, KeptFact>): Facts =>
  Object.fromEntries([...inForce].map(([question, { value }]) => [question, value]));
