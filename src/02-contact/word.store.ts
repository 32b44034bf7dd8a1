import { sql } from "kysely";
import { idOf, type Id } from "#ground";
import type { Work } from "#ground/server";
import { vaultOf } from "#person/server";

const place = (id: string) => ({ table: "contact_word", id, column: "words" });

/** Mot ajouté par la personne, from her follow-up. */
export interface AddedWord {
  readonly id: Id<"Word">;
  readonly words: string;
  readonly at: Date;
  readonly readAt: Date | undefined;
}

/** Keeps her words, sealed with her own key. */
export const addWord = async (work: Work, personId: string, words: string): Promise<Id<"Word">> => {
  const vault = await vaultOf(work, personId);
  const { id } = await work.one(sql<{ id: string }>`select uuidv7() as id`);
  await work.run(sql`
    insert into contact_word (commissioner_id, id, person_id, words, at)
    values (${work.commissionerId}, ${id}, ${personId}, ${vault.seal(place(id), words)}, ${work.now})`);
  await work.tell("word.added", { wordId: id, personId });
  return idOf<"Word">(id);
};

/** Her words, the newest first. */
export const wordsOf = async (work: Work, personId: string): Promise<AddedWord[]> => {
  const rows = await work.rows(sql<{ id: string; words: Buffer; at: Date; read_at: Date | null }>`
    select id, words, at, read_at from contact_word
    where commissioner_id = ${work.commissionerId} and person_id = ${personId}
    order by at desc, id desc
    limit 50`);
  if (rows.length === 0) return [];
  const vault = await vaultOf(work, personId);
  return rows.map((row) => ({
    id: idOf<"Word">(row.id),
    words: vault.open(place(row.id), row.words),
    at: row.at,
    readAt: row.read_at ?? undefined,
  }));
};

/** Notes who read them. */
export const markWordsRead = (work: Work, personId: string): Promise<number> =>
  work.run(sql`
    update contact_word set read_at = ${work.now}, read_by = ${work.actor.kind === "staff" ? work.actor.staffId : null}
    where commissioner_id = ${work.commissionerId} and person_id = ${personId} and read_at is null`);

/** Who has added words that nobody has read, whoever waits longest first. */
export const unreadWords = async (
  work: Work,
): Promise<readonly { readonly personId: Id<"Person">; readonly count: number; readonly firstAt: Date }[]> => {
  const rows = await work.rows(sql<{ person_id: string; count: number; first_at: Date }>`
    select person_id, count(*)::int as count, min(at) as first_at
    from contact_word
    where commissioner_id = ${work.commissionerId} and read_at is null
    group by person_id
    order by first_at, person_id
    limit 200`);
  return rows.map((row) => ({ personId: idOf<"Person">(row.person_id), count: row.count, firstAt: row.first_at }));
};
