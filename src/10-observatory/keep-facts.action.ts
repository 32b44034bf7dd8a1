import type { Work } from "#ground/server";
import { factsOfSituation } from "#situation/server";
import { keepGivenFacts, type KeptFacts } from "./facts.store.ts";

/** Tenir les faits d'une situation à jour : what is confirmed now replaces what was known. Nothing is kept of a situation that is not there. */
export const keepFacts = async (work: Work, situationId: string): Promise<KeptFacts | { readonly kind: "absent" }> => {
  const facts = await factsOfSituation(work, situationId);
  return facts ? keepGivenFacts(work, [facts]) : { kind: "absent" };
};
