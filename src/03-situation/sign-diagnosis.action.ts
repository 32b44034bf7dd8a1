import { sql } from "kysely";
import { idOf, type Id } from "#ground";
import { constraintOf, type Work } from "#ground/server";
import { diagnosesOf } from "./diagnosis.store.ts";
import { currentGrid, type DomainState } from "./grid.ts";
import { tellChanged } from "./situation.store.ts";

export type Signature =
  | { readonly kind: "signed"; readonly diagnosisId: Id<"Diagnosis">; readonly version: number }
  /** Someone signed another version meanwhile: it must be read before going over it. */
  | { readonly kind: "newer"; readonly version: number };

/**
 * Signer le tour de la situation : writes a new version, never changed afterwards.
 * @param given.afterVersion the version that was on the screen, 0 when there was none
 */
export const signDiagnosis = async (
  work: Work,
  given: { readonly situationId: string; readonly answers: Readonly<Record<string, DomainState>>; readonly afterVersion: number },
): Promise<Signature> => {
  if (work.actor.kind !== "staff") throw new Error(`diagnosis of ${given.situationId}: only a human signs`);
  const last = (await diagnosesOf(work, given.situationId))[0]?.version ?? 0;
  if (last !== given.afterVersion) return { kind: "newer", version: last };
  const { id } = await work.one(sql<{ id: string }>`
    insert into situation_diagnosis (commissioner_id, situation_id, version, grid_version, answers, signed_at, signed_by)
    values (${work.commissionerId}, ${given.situationId}, ${last + 1}, ${currentGrid.version}, ${JSON.stringify(given.answers)}, ${work.now},
      ${work.actor.staffId})
    returning id`);
  work.audit({ action: "sign diagnosis", objectKind: "situation", objectId: given.situationId });
  await work.tell("diagnosis.signed", { situationId: given.situationId, diagnosisId: id });
  await tellChanged(work, given.situationId);
  return { kind: "signed", diagnosisId: idOf<"Diagnosis">(id), version: last + 1 };
};

/** Whether a write failed because two versions were signed in the same instant: the second is answered like one that comes later. */
export const isSignedTwice = (error: unknown): boolean => constraintOf(error) === "diagnosis_version_once";
