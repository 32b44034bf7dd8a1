import { sql } from "kysely";
import type { Work } from "#ground/server";
import { vaultOf } from "#person/server";
import type { Notes } from "./notes.ts";

export const rawPlace = (contactId: string) => ({ table: "situation_verbatim", id: contactId, column: "raw" });

const none: Notes = { text: "", revision: 0, savedAt: undefined, isPurged: false };

/** The notes of an exchange; the caller says who reads them. */
export const notesOf = async (work: Work, contactId: string): Promise<Notes> => {
  const row = await work.first(sql<{ sealed_for: string; raw: Buffer | null; revision: number; saved_at: Date }>`
    select sealed_for, raw, revision, saved_at from situation_verbatim
    where commissioner_id = ${work.commissionerId} and contact_id = ${contactId}`);
  if (!row) return none;
  const text = row.raw === null ? "" : (await vaultOf(work, row.sealed_for)).open(rawPlace(contactId), row.raw);
  return { text, revision: row.revision, savedAt: row.saved_at, isPurged: row.raw === null };
};

/** Destroys the raw words whose 90 days are over. @returns how many. */
export const purgeNotes = (work: Work): Promise<number> =>
  work.run(sql`
    update situation_verbatim set raw = null
    where commissioner_id = ${work.commissionerId} and raw is not null and purge_at <= ${work.now}`);
