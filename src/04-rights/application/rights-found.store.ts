import { dayOf, monthOf } from "#engines/calendar";
import type { Work } from "#ground/server";
import { findSituation } from "#situation/server";
import { estimateFacts } from "../estimate/estimate.ts";
import { valuesOf } from "../estimate/kept-fact.ts";
import type { RightShown } from "../estimate/rights.contract.ts";
import { factsOfSituation } from "../estimate/situation-facts.store.ts";
import type { RightFound } from "./plan.ts";

/** Droits trouvés : what the estimate of a situation holds for probable, or may well bring something, and that is not received already. */
export const rightsFound = async (work: Work, situationId: string): Promise<readonly RightFound[]> => {
  const situation = await findSituation(work, situationId);
  if (!situation) return [];
  const facts = valuesOf(await factsOfSituation(work, situation));
  const { rights } = estimateFacts(facts, monthOf(work.now), dayOf(work.now));
  return rights.filter(isWorthAsking).map(({ right, state, likelyCents, period }) => ({
    right,
    isSure: state === "acquired",
    cents: likelyCents === 0 ? undefined : likelyCents,
    period,
  }));
};

/** A right that most probably brings nothing is a question to ask, not a request to make. */
const isWorthAsking = ({ received, state, likelyCents, health }: RightShown): boolean => {
  if (received === "yes") return false;
  const hasHealth = health.some((cover) => cover !== "none");
  return state !== "excluded" && (likelyCents > 0 || (state === "acquired" && hasHealth));
};
