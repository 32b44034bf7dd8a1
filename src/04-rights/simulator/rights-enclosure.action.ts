import type { Enclosures } from "#contact/server";
import type { Ground } from "#ground/server";
import { forgetSimulatorFacts, keepSimulatorFacts, simulatorAgreementsOf } from "../estimate/facts.store.ts";
import { simulatorWords } from "./simulator.words.ts";
import { readEnclosedFacts } from "./travelling-facts.http.ts";

const words = simulatorWords.fr.keep;

/**
 * Réponses jointes à une demande de rappel : kept only with her yes and only once a callback is promised; her next situation finds them as
 * facts, with where they come from. Taken back from her follow-up, they are erased at once. What it is named never says a right.
 */
export const rightsEnclosures = (ground: Pick<Ground, "keys">): Enclosures => ({
  nameOf: (enclosed, commissionerId, now) =>
    readEnclosedFacts(ground.keys.tokens, commissionerId, enclosed, now) === undefined ? undefined : words.enclosed,
  keep: async (work, booked, enclosed) => {
    const facts = readEnclosedFacts(ground.keys.tokens, work.commissionerId, enclosed, work.now);
    if (facts) await keepSimulatorFacts(work, booked, facts);
  },
  keptFor: async (work, owner) =>
    (await simulatorAgreementsOf(work, owner)).map(({ id, agreed_at }) => ({ id, name: words.agreement, agreedAt: agreed_at })),
  forget: async (work, owner, id) => {
    // Whoever follows one request without a proof of who they are takes back what came with it, and nothing else.
    const isTheirs = (await simulatorAgreementsOf(work, owner)).some((kept) => kept.id === id);
    return isTheirs && forgetSimulatorFacts(work, { personId: owner.personId, callbackId: id });
  },
});
