import { dayOf, monthOf } from "#engines/calendar";
import type { Work } from "#ground/server";
import { findSituation } from "#situation/server";
import { estimateFacts } from "./estimate.ts";
import { valuesOf } from "./kept-fact.ts";
import { notUsedIn } from "./not-used.ts";
import { keepNotUsed } from "./not-used.store.ts";
import { factsOfSituation } from "./situation-facts.store.ts";

/** Tenir le non-recours : once somebody answered what is received, each right acquired and not received is a fact, until it is not. */
export const followNotUsed = async (work: Work, situationId: string): Promise<void> => {
  const situation = await findSituation(work, situationId);
  if (!situation) return;
  const inForce = await factsOfSituation(work, situation);
  const received = inForce.get("received");
  const isAnswered = received !== undefined && received.value !== null && ["counsellor", "notes", "register"].includes(received.source);
  const confirmed = isAnswered ? notUsedIn(estimateFacts(valuesOf(inForce), monthOf(work.now), dayOf(work.now)).rights) : [];
  await keepNotUsed(work, situationId, confirmed);
};
