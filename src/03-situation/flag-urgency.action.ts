import { sql } from "kysely";
import { addTask, type Work } from "#ground/server";
import { findSituation, tellChanged } from "./situation.store.ts";
import type { UrgencyLevel, UrgencyMotive } from "./urgency.ts";

export type Flag = { readonly kind: "flagged" } | { readonly kind: "not-found" } | { readonly kind: "motive-missing" };

/**
 * Signaler une urgence : the level and its reasons, as a human judges them; each flag is kept with who and when.
 * At level 3 those who supervise are told at once, and a reason may come after: nobody in danger waits for a form. Only a human flags, so that no software ever lowers what a human raised.
 */
export const flagUrgency = async (
  work: Work,
  given: { readonly situationId: string; readonly level: UrgencyLevel; readonly motives: readonly UrgencyMotive[] },
): Promise<Flag> => {
  if (work.actor.kind !== "staff") throw new Error(`urgency of ${given.situationId}: only a human flags`);
  const situation = await findSituation(work, given.situationId);
  if (!situation) return { kind: "not-found" };
  if ((given.level === 1 || given.level === 2) && given.motives.length === 0) return { kind: "motive-missing" };
  const motives = given.level === 0 ? [] : [...new Set(given.motives)];
  await work.run(sql`
    insert into situation_urgency (commissioner_id, situation_id, level, motives, flagged_at, flagged_by)
    values (${work.commissionerId}, ${given.situationId}, ${given.level}, ${motives}::text[], ${work.now}, ${work.actor.staffId})`);
  await work.run(sql`
    update situation
    set urgency = ${given.level}, urgency_motives = ${motives}::text[], urgency_flagged_at = ${work.now}, urgency_flagged_by = ${work.actor.staffId}
    where commissioner_id = ${work.commissionerId} and id = ${given.situationId}`);
  work.audit({ action: `flag urgency ${given.level}`, objectKind: "situation", objectId: given.situationId, purpose: motives.join(" ") });
  if (given.level === 3) {
    await addTask(work, {
      kind: "danger",
      subjectKind: "situation",
      subjectId: situation.id,
      personId: situation.personId,
      dueAt: work.now,
    });
    await work.tell("danger.flagged", { situationId: situation.id, staffId: work.actor.staffId });
  }
  await tellChanged(work, situation.id);
  return { kind: "flagged" };
};
