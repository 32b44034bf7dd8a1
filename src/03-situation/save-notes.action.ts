import { sql } from "kysely";
import { findContact } from "#contact/server";
import type { Work } from "#ground/server";
import { vaultOf } from "#person/server";
import { purgeAtOf } from "./notes.ts";
import { notesOf, rawPlace } from "./notes.store.ts";
import { situationOfContact } from "./situation.store.ts";

export type Saving =
  | { readonly kind: "saved"; readonly revision: number; readonly savedAt: string }
  /** Newer notes are already kept: nothing is written, and the writer decides with both texts before her eyes. */
  | { readonly kind: "conflict"; readonly revision: number }
  /** The exchange is about nobody yet, so there is no key to seal with. */
  | { readonly kind: "no-person" }
  | { readonly kind: "purged" }
  | { readonly kind: "not-found" };

/**
 * Enregistrer les notes, sealed with the person's key, if nobody saved since.
 * @param given.revision the revision that was being edited, 0 for the first save
 */
export const saveNotes = async (
  work: Work,
  given: { readonly contactId: string; readonly text: string; readonly revision: number },
): Promise<Saving> => {
  if (work.actor.kind !== "staff") throw new Error(`notes of ${given.contactId}: only a human writes them`);
  const contact = await findContact(work, given.contactId);
  if (!contact) return { kind: "not-found" };
  const personId = (await situationOfContact(work, given.contactId))?.personId ?? contact.personId;
  if (personId === undefined) return { kind: "no-person" };
  const raw = (await vaultOf(work, personId)).seal(rawPlace(given.contactId), given.text);
  const saved = await work.first(sql<{ revision: number }>`
    insert into situation_verbatim (commissioner_id, contact_id, sealed_for, raw, revision, saved_at, saved_by, purge_at)
    select ${work.commissionerId}, ${given.contactId}, ${personId}, ${raw}, 1, ${work.now}, ${work.actor.staffId}, ${purgeAtOf(work.now)}
    where ${given.revision} = 0 or exists (
      select 1 from situation_verbatim where commissioner_id = ${work.commissionerId} and contact_id = ${given.contactId})
    on conflict (commissioner_id, contact_id) do update
    set raw = excluded.raw, sealed_for = excluded.sealed_for, revision = situation_verbatim.revision + 1, saved_at = excluded.saved_at,
      saved_by = excluded.saved_by
    where situation_verbatim.revision = ${given.revision} and situation_verbatim.raw is not null
    returning revision`);
  if (saved) return { kind: "saved", revision: saved.revision, savedAt: work.now.toISOString() };
  const kept = await notesOf(work, given.contactId);
  return kept.isPurged ? { kind: "purged" } : { kind: "conflict", revision: kept.revision };
};
