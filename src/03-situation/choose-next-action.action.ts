import { sql } from "kysely";
import type { Work } from "#ground/server";
import { vaultOf } from "#person/server";
import { findSituation, placeOf, tellChanged } from "./situation.store.ts";

export type Choice =
  | { readonly kind: "chosen" }
  | { readonly kind: "not-found" }
  | { readonly kind: "closed" }
  /** Its time is already gone. */
  | { readonly kind: "past" }
  /** The owner does not serve here. */
  | { readonly kind: "unknown-owner" };

/** Choisir la prochaine action : what, when and who. */
export const chooseNextAction = async (
  work: Work,
  given: { readonly situationId: string; readonly what: string; readonly at: Date; readonly ownerId: string },
): Promise<Choice> => {
  const situation = await findSituation(work, given.situationId);
  if (!situation) return { kind: "not-found" };
  if (situation.closedAt !== undefined) return { kind: "closed" };
  if (given.at.getTime() <= work.now.getTime()) return { kind: "past" };
  if (!(await servesHere(work, given.ownerId))) return { kind: "unknown-owner" };
  const vault = await vaultOf(work, situation.personId);
  await work.run(sql`
    update situation
    set next_action = ${vault.seal(placeOf(given.situationId, "next_action"), given.what)}, next_action_at = ${given.at},
      next_action_owner = ${given.ownerId}, next_action_chosen_at = ${work.now}
    where commissioner_id = ${work.commissionerId} and id = ${given.situationId}`);
  await tellChanged(work, given.situationId);
  return { kind: "chosen" };
};

/** Whether somebody works for this commissioner today. */
export const servesHere = async (work: Work, staffId: string): Promise<boolean> =>
  (await work.first(sql`
    select 1 from ground_membership
    where commissioner_id = ${work.commissionerId} and staff_id = ${staffId} and since <= ${work.now} and (until is null or until > ${work.now})`)) !==
  undefined;
