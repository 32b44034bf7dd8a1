import { sql } from "kysely";
import type { Entity } from "#engines/words";
import { idOf, type Id } from "#ground";
import type { Work } from "#ground/server";
import { vaultFrom, vaultOf } from "#person/server";
import type { Leak } from "./leak.ts";

const segmentPlace = (leakId: string) => ({ table: "situation_leak", id: leakId, column: "segment" });
const undoPlace = (leakId: string, maskedId: string) => ({ table: "situation_leak_undo", id: `${leakId} ${maskedId}`, column: "text" });

export interface KnownLeak extends Leak {
  readonly id: Id<"Leak">;
  readonly personId: string;
  readonly foundAt: Date;
  readonly maskingVersion: string;
}

/**
 * Masking a text and marking a leak take turns: a text masked at the same moment would be kept with what was just hidden everywhere else.
 * Texts are masked side by side; a leak is marked or taken back alone. Held until the transaction ends.
 */
export const holdLeaks = (work: Work, how: "to-mask" | "to-mark"): Promise<number> => {
  const lock = `leaks ${work.commissionerId}`;
  return how === "to-mark"
    ? work.run(sql`select pg_advisory_xact_lock(hashtextextended(${lock}, 0))`)
    : work.run(sql`select pg_advisory_xact_lock_shared(hashtextextended(${lock}, 0))`);
};

/** Every leak marked by a human in this house, opened. Those of somebody erased cannot be opened any more, and are left out. */
export const knownLeaks = async (work: Work): Promise<KnownLeak[]> => {
  const rows = await work.rows(sql<{
    id: string;
    sealed_for: string;
    wrapped: Buffer;
    type: Entity["type"];
    segment: Buffer;
    before: string;
    after: string;
    masking_version: string;
    found_at: Date;
  }>`
    select l.id, l.sealed_for, k.wrapped, l.type, l.segment, l.before, l.after, l.masking_version, l.found_at
    from situation_leak l
    join person_key k on k.commissioner_id = l.commissioner_id and k.person_id = l.sealed_for
    where l.commissioner_id = ${work.commissionerId}
    order by l.found_at, l.id`);
  return rows.map((row) => ({
    id: idOf<"Leak">(row.id),
    personId: row.sealed_for,
    type: row.type,
    segment: vaultFrom(work, row.sealed_for, row.wrapped).open(segmentPlace(row.id), row.segment),
    before: row.before,
    after: row.after,
    maskingVersion: row.masking_version,
    foundAt: row.found_at,
  }));
};

/** Keeps a leak as a test case, its segment sealed. */
export const keepLeak = async (
  work: Work,
  given: Leak & { readonly maskedId: string; readonly personId: string; readonly maskingVersion: string; readonly staffId: string },
): Promise<Id<"Leak">> => {
  const { id } = await work.one(sql<{ id: string }>`select uuidv7() as id`);
  const segment = (await vaultOf(work, given.personId)).seal(segmentPlace(id), given.segment);
  await work.run(sql`
    insert into situation_leak (commissioner_id, id, masked_id, sealed_for, type, segment, before, after, masking_version, found_at, found_by)
    values (${work.commissionerId}, ${id}, ${given.maskedId}, ${given.personId}, ${given.type}, ${segment}, ${given.before}, ${given.after},
      ${given.maskingVersion}, ${work.now}, ${given.staffId})`);
  return idOf<"Leak">(id);
};

export interface TextToMask {
  readonly maskedId: string;
  readonly personId: string;
  readonly text: string;
  readonly version: number;
}

/** Masked texts of the house that may hold a word, in any case and with or without accents. They are held until the transaction ends. */
export const textsThatMayHold = (work: Work, word: string): Promise<TextToMask[]> =>
  work.rows(sql<TextToMask>`
    select m.id as "maskedId", v.sealed_for as "personId", m.text, m.version
    from situation_masked m
    join situation_verbatim v on v.commissioner_id = m.commissioner_id and v.contact_id = m.contact_id
    where m.commissioner_id = ${work.commissionerId} and position(ground_plain(${word}) in ground_plain(m.text)) > 0
    order by m.id
    for update of m`);

/** The masked words around other cases that may hold a word. */
export const casesThatMayHold = (work: Work, word: string): Promise<{ id: string; before: string; after: string }[]> =>
  work.rows(sql<{ id: string; before: string; after: string }>`
    select id, before, after from situation_leak
    where commissioner_id = ${work.commissionerId} and position(ground_plain(${word}) in ground_plain(before || ' ' || after)) > 0
    order by id`);

export const rewriteCase = (work: Work, id: string, around: { readonly before: string; readonly after: string }): Promise<number> =>
  work.run(sql`
    update situation_leak set before = ${around.before}, after = ${around.after}
    where commissioner_id = ${work.commissionerId} and id = ${id}`);

/** How long a mistake can be undone. */
const undoHours = 24;

/** Puts a text with one more mask in the place of another, which is kept sealed for a day. */
export const rewriteText = async (work: Work, leakId: string, before: TextToMask, text: string): Promise<void> => {
  await work.run(sql`
    update situation_masked set text = ${text}, version = version + 1
    where commissioner_id = ${work.commissionerId} and id = ${before.maskedId}`);
  const sealed = (await vaultOf(work, before.personId)).seal(undoPlace(leakId, before.maskedId), before.text);
  await work.run(sql`
    insert into situation_leak_undo (commissioner_id, leak_id, masked_id, sealed_for, text, version, purge_at)
    values (${work.commissionerId}, ${leakId}, ${before.maskedId}, ${before.personId}, ${sealed}, ${before.version + 1},
      ${new Date(work.now.getTime() + undoHours * 3_600_000)})`);
};

/** Takes a leak back: texts that nobody changed since are as they were. @returns how many were restored, and how many stay masked */
export const takeLeakBack = async (
  work: Work,
  leakId: string,
): Promise<{ readonly restored: number; readonly kept: number } | undefined> => {
  const rows = await work.rows(sql<{ masked_id: string; sealed_for: string; text: Buffer; version: number }>`
    select masked_id, sealed_for, text, version from situation_leak_undo
    where commissioner_id = ${work.commissionerId} and leak_id = ${leakId} and purge_at > ${work.now}`);
  if (rows.length === 0) return undefined;
  let restored = 0;
  for (const row of rows) {
    const text = (await vaultOf(work, row.sealed_for)).open(undoPlace(leakId, row.masked_id), row.text);
    restored += await work.run(sql`
      update situation_masked set text = ${text}, version = ${row.version - 1}
      where commissioner_id = ${work.commissionerId} and id = ${row.masked_id} and version = ${row.version}`);
  }
  await work.run(sql`delete from situation_leak where commissioner_id = ${work.commissionerId} and id = ${leakId}`);
  return { restored, kept: rows.length - restored };
};

export const purgeUndo = (work: Work): Promise<number> =>
  work.run(sql`delete from situation_leak_undo where commissioner_id = ${work.commissionerId} and purge_at <= ${work.now}`);
