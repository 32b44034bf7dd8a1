import { findContact } from "#contact/server";
import type { Work } from "#ground/server";
import { purgeAtOf } from "./notes.ts";
import { notesOf, writeNotes } from "./notes.store.ts";
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
  const staffId = work.actor.staffId;
  const revision = await writeNotes(work, { ...given, personId, staffId, purgeAt: purgeAtOf(work.now) });
  if (revision !== undefined) return { kind: "saved", revision, savedAt: work.now.toISOString() };
  const kept = await notesOf(work, given.contactId);
  return kept.isPurged ? { kind: "purged" } : { kind: "conflict", revision: kept.revision };
};
