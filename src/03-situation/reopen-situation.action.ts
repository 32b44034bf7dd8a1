import { sql } from "kysely";
import type { Work } from "#ground/server";
import { chooseNextAction, servesHere, type Choice } from "./choose-next-action.action.ts";
import { findSituation } from "./situation.store.ts";

export type Reopening = Choice | { readonly kind: "reopened" } | { readonly kind: "already-open" };

/** Rouvrir une situation : it is followed again from now, with a next action. */
export const reopenSituation = async (
  work: Work,
  given: { readonly situationId: string; readonly what: string; readonly at: Date; readonly ownerId: string },
): Promise<Reopening> => {
  const situation = await findSituation(work, given.situationId);
  if (!situation) return { kind: "not-found" };
  if (situation.closedAt === undefined) return { kind: "already-open" };
  if (given.at.getTime() <= work.now.getTime()) return { kind: "past" };
  if (!(await servesHere(work, given.ownerId))) return { kind: "unknown-owner" };
  // The next action kept from before holds the place until the new one is chosen, a line below.
  await work.run(sql`
    update situation set closed_at = null, closed_by = null, closed_reason = null, closed_note = null
    where commissioner_id = ${work.commissionerId} and id = ${given.situationId}`);
  const chosen = await chooseNextAction(work, given);
  if (chosen.kind !== "chosen") throw new Error(`situation ${given.situationId} reopened without a next action: ${chosen.kind}`);
  work.audit({ action: "reopen situation", objectKind: "situation", objectId: given.situationId });
  await work.tell("situation.reopened", { situationId: given.situationId });
  return { kind: "reopened" };
};
