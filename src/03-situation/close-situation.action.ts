import { sql } from "kysely";
import { mayDo } from "#ground";
import type { Work } from "#ground/server";
import { vaultOf } from "#person/server";
import type { ClosingObjection } from "./closing.ts";
import { openNeedsOf } from "./need.store.ts";
import { findSituation, placeOf, tellChanged } from "./situation.store.ts";
import type { ClosedReason } from "./situation.ts";

/** Asked of every room before a situation closes: what do you still have open? Given by the server that assembles the rooms. */
export type Objector = (work: Work, situationId: string) => Promise<readonly ClosingObjection[]>;

export type Closing =
  | { readonly kind: "closed" }
  | { readonly kind: "already-closed" }
  | { readonly kind: "not-found" }
  | { readonly kind: "still-open"; readonly objections: readonly ClosingObjection[] }
  /** Going over what is open is for a supervisor, and needs a reason in words. */
  | { readonly kind: "reason-missing" }
  | { readonly kind: "not-allowed" };

/** What is still open in a situation, in this room and in the others. */
export const openItemsOfSituation = async (
  work: Work,
  situationId: string,
  objectors: readonly Objector[],
): Promise<ClosingObjection[]> => {
  const needs = await openNeedsOf(work, situationId);
  const objections: ClosingObjection[] = needs.map((need) => ({ kind: "need", subjectId: need.id, need: need.need }));
  for (const objector of objectors) objections.push(...(await objector(work, situationId)));
  return objections;
};

/**
 * Clore une situation : refused while something is open, with the list. « by-supervisor » goes over it, with a reason, and the
 * journal keeps both.
 */
export const closeSituation = async (
  work: Work,
  given: { readonly situationId: string; readonly reason: ClosedReason; readonly note?: string },
  objectors: readonly Objector[],
): Promise<Closing> => {
  const situation = await findSituation(work, given.situationId);
  if (!situation) return { kind: "not-found" };
  if (situation.closedAt !== undefined) return { kind: "already-closed" };
  const note = given.note?.trim() ?? "";
  if (given.reason === "by-supervisor") {
    if (work.actor.kind !== "staff" || !mayDo(work.actor.roles, "close-anyway")) return { kind: "not-allowed" };
    if (note === "") return { kind: "reason-missing" };
  } else {
    const objections = await openItemsOfSituation(work, given.situationId, objectors);
    if (objections.length > 0) return { kind: "still-open", objections };
  }
  const vault = await vaultOf(work, situation.personId);
  await work.run(sql`
    update situation
    set closed_at = ${work.now}, closed_by = ${work.actor.kind === "staff" ? work.actor.staffId : null}, closed_reason = ${given.reason},
      closed_note = ${note === "" ? null : vault.seal(placeOf(given.situationId, "closed_note"), note)}
    where commissioner_id = ${work.commissionerId} and id = ${given.situationId}`);
  work.audit({ action: "close situation", objectKind: "situation", objectId: given.situationId, purpose: given.reason });
  await work.tell("situation.closed", { situationId: given.situationId });
  await tellChanged(work, given.situationId);
  return { kind: "closed" };
};
