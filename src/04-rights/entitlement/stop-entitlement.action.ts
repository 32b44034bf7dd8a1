import { sql } from "kysely";
import { finishTasks, type Work } from "#ground/server";
import { vaultOf } from "#person/server";
import { mayDecide } from "./check-entitlement.action.ts";
import { mayDo, type StopReason } from "./entitlement.ts";
import { entitlementsOf, findEntitlement } from "./entitlement.store.ts";
import { tellCard } from "./tell-card.store.ts";

export type EntitlementStopped = "stopped" | "not-found" | "not-allowed" | "not-now" | "reason-missing";

/** Arrêter un droit ou une demande : always somebody, always with a reason; « other » is said in words. */
export const stopEntitlement = async (
  work: Work,
  given: { readonly id: string; readonly because: StopReason; readonly note: string },
): Promise<EntitlementStopped> => {
  const entitlement = await findEntitlement(work, given.id);
  if (!entitlement) return "not-found";
  if (!mayDecide(work, entitlement)) return "not-allowed";
  if (!mayDo(entitlement.state, "stop")) return "not-now";
  const note = given.note.trim();
  if (given.because === "other" && note === "") return "reason-missing";
  const place = { table: "rights_entitlement", id: given.id, column: "stop_note" };
  const sealed = note === "" ? null : (await vaultOf(work, entitlement.personId)).seal(place, note);
  await work.run(sql`
    update rights_entitlement
    set stopped_at = ${work.now}, stopped_by = ${work.actor.kind === "staff" ? work.actor.staffId : null}, stopped_because = ${given.because},
      stop_note = ${sealed}
    where commissioner_id = ${work.commissionerId} and id = ${given.id}`);
  await finishTasks(work, { subjectId: given.id });
  work.audit({ action: "stop card", objectKind: "person", objectId: entitlement.personId, purpose: given.because });
  await tellCard(work, given.id, entitlement.personId);
  return "stopped";
};

export type EntitlementResumed = "resumed" | "not-found" | "not-allowed" | "not-now";

/** Reprendre ce qui fut arrêté par erreur : as it was, unless another of the same kind was given since. */
export const resumeEntitlement = async (work: Work, id: string): Promise<EntitlementResumed> => {
  const entitlement = await findEntitlement(work, id);
  if (!entitlement) return "not-found";
  if (!mayDecide(work, entitlement)) return "not-allowed";
  const others = (await entitlementsOf(work, entitlement.personId)).some(
    (each) => each.id !== id && each.model.id === entitlement.model.id && each.stoppedAt === undefined && each.lapsedAt === undefined,
  );
  if (!mayDo(entitlement.state, "resume") || others) return "not-now";
  await work.run(sql`
    update rights_entitlement set stopped_at = null, stopped_by = null, stopped_because = null, stop_note = null
    where commissioner_id = ${work.commissionerId} and id = ${id}`);
  work.audit({ action: "resume card", objectKind: "person", objectId: entitlement.personId });
  await tellCard(work, id, entitlement.personId);
  return "resumed";
};
