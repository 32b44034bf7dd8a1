import { sql } from "kysely";
import { inVault, type Work } from "#ground/server";
import { vaultOf, type Vault } from "#person/server";
import type { Notes } from "./notes.ts";

// The one store that reads or writes raw words: under a role of their own, which this file alone steps into.

const rawPlace = (contactId: string) => ({ table: "situation_verbatim", id: contactId, column: "raw" });

const none: Notes = { text: "", revision: 0, savedAt: undefined, isPurged: false };

/** The notes of an exchange; the caller says who reads them. */
export const notesOf = async (work: Work, contactId: string): Promise<Notes> => {
  const row = await inVault(work, (vault) =>
    vault.first(sql<{ sealed_for: string; raw: Buffer | null; revision: number; saved_at: Date }>`
      select sealed_for, raw, revision, saved_at from situation_verbatim
      where commissioner_id = ${work.commissionerId} and contact_id = ${contactId}`),
  );
  if (!row) return none;
  const text = row.raw === null ? "" : (await vaultOf(work, row.sealed_for)).open(rawPlace(contactId), row.raw);
  return { text, revision: row.revision, savedAt: row.saved_at, isPurged: row.raw === null };
};

/** Whose key the notes of an exchange are sealed with: whom they are about. Known even when the raw words are gone. */
export const personOfNotes = async (work: Work, contactId: string): Promise<string | undefined> =>
  (
    await work.first(sql<{ sealed_for: string }>`
      select sealed_for from situation_verbatim where commissioner_id = ${work.commissionerId} and contact_id = ${contactId}`)
  )?.sealed_for;

/** Writes notes sealed with the key of a person, if nobody saved since `revision`. @returns the new revision, or undefined when refused */
export const writeNotes = async (
  work: Work,
  given: {
    readonly contactId: string;
    readonly personId: string;
    readonly text: string;
    readonly revision: number;
    readonly staffId: string;
    readonly purgeAt: Date;
  },
): Promise<number | undefined> => {
  const raw = (await vaultOf(work, given.personId)).seal(rawPlace(given.contactId), given.text);
  const saved = await inVault(work, (vault) =>
    vault.first(sql<{ revision: number }>`
      insert into situation_verbatim (commissioner_id, contact_id, sealed_for, raw, revision, saved_at, saved_by, purge_at)
      select ${work.commissionerId}, ${given.contactId}, ${given.personId}, ${raw}, 1, ${work.now}, ${given.staffId}, ${given.purgeAt}
      where ${given.revision} = 0 or exists (
        select 1 from situation_verbatim where commissioner_id = ${work.commissionerId} and contact_id = ${given.contactId})
      on conflict (commissioner_id, contact_id) do update
      set raw = excluded.raw, sealed_for = excluded.sealed_for, revision = situation_verbatim.revision + 1, saved_at = excluded.saved_at,
        saved_by = excluded.saved_by
      where situation_verbatim.revision = ${given.revision} and situation_verbatim.raw is not null
      returning revision`),
  );
  return saved?.revision;
};

/** Seals the notes of an exchange again, for whom they are about now. */
export const sealNotesAgain = async (
  work: Work,
  contactId: string,
  personId: string,
  keys: { readonly from: Vault; readonly to: Vault },
): Promise<void> => {
  const place = rawPlace(contactId);
  await inVault(work, async (vault) => {
    const row = await vault.first(sql<{ raw: Buffer | null }>`
      select raw from situation_verbatim where commissioner_id = ${work.commissionerId} and contact_id = ${contactId}`);
    if (!row) return;
    const raw = row.raw === null ? null : keys.to.seal(place, keys.from.open(place, row.raw));
    await vault.run(sql`
      update situation_verbatim set raw = ${raw}, sealed_for = ${personId}
      where commissioner_id = ${work.commissionerId} and contact_id = ${contactId}`);
  });
};

/** Destroys the raw words whose 90 days are over. @returns how many. */
export const purgeNotes = (work: Work): Promise<number> =>
  inVault(work, (vault) =>
    vault.run(sql`
      update situation_verbatim set raw = null
      where commissioner_id = ${work.commissionerId} and raw is not null and purge_at <= ${work.now}`),
  );

/**
 * Exchanges whose notes are not masked yet as they stand, the first to be purged before the others: over, or left alone for an hour, or
 * about to be destroyed. Whoever said no to any use of her words is left out: nothing of hers outlives the 90 days.
 */
export const notesToMask = async (work: Work, maskingVersion: string, atMost: number): Promise<string[]> => {
  const hourAgo = new Date(work.now.getTime() - 3_600_000);
  const due = await work.rows(sql<{ contact_id: string }>`
    select v.contact_id
    from situation_verbatim v
    join contact c on c.commissioner_id = v.commissioner_id and c.id = v.contact_id
    join person p on p.commissioner_id = v.commissioner_id and p.id = v.sealed_for and p.erased_at is null
    left join situation_masked m on m.commissioner_id = v.commissioner_id and m.contact_id = v.contact_id
    where v.commissioner_id = ${work.commissionerId}
      and v.has_raw
      and (m.id is null or m.revision <> v.revision or m.masking_version <> ${maskingVersion})
      and (c.ended_at is not null or v.saved_at <= ${hourAgo} or v.purge_at <= ${work.now})
      and coalesce((
        select o.answer = 'yes' and o.withdrawn_at is null
        from person_consent o
        where o.commissioner_id = v.commissioner_id and o.person_id = v.sealed_for and o.purpose = 'verbatim_observatory' and o.recipient is null
        order by o.given_at desc, o.id desc
        limit 1), true)
    order by v.purge_at, v.contact_id
    limit ${atMost}`);
  return due.map((row) => row.contact_id);
};
