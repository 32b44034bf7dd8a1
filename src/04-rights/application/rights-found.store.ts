import { dayOf, monthOf } from "#engines/calendar";
import type { Work } from "#ground/server";
import { findSituation } from "#situation/server";
import { estimateFacts } from "../estimate/estimate.ts";
import { valuesOf } from "../estimate/kept-fact.ts";
import { mayBeClaimed } from "../estimate/rights-order.ts";
import { factsOfSituation } from "../estimate/situation-facts.store.ts";
import type { RightFound } from "./plan.ts";

/** Droits trouvés : those of the estimate of a situation that may be claimed now. What is not sure yet is a question to ask first. */
export const rightsFound = async (work: Work, situationId: string): Promise<readonly RightFound[]> => {
  const situation = await findSituation(work, situationId);
  if (!situation) return [];
  const facts = valuesOf(await factsOfSituation(work, situation));
  const { rights } = estimateFacts(facts, monthOf(work.now), dayOf(work.now));
  return rights.filter(mayBeClaimed).map(({ right, state, lowCents, highCents, likelyCents, period }) => ({
    right,
    isSure: state === "acquired",
    lowCents,
    highCents,
    likelyCents,
    period,
  }));
};
