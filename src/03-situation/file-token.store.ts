import { sql } from "kysely";
import { blindIndex, type Work } from "#ground/server";
import type { NamedPerson } from "./file-tokens.ts";

/** Who is named in the file of a person. Held until the transaction ends: two texts masked at once must not give one number twice. */
export const namedInFile = async (work: Work, personId: string): Promise<readonly NamedPerson[]> => {
  await work.run(sql`select pg_advisory_xact_lock(hashtextextended(${`named in ${personId}`}, 0))`);
  const rows = await work.rows(sql<{ number: number; name_prints: string[] }>`
    select number, name_prints from situation_token
    where commissioner_id = ${work.commissionerId} and person_id = ${personId}
    order by number`);
  return rows.map((row) => ({ number: row.number, prints: row.name_prints }));
};

export const keepNamed = async (work: Work, personId: string, named: readonly NamedPerson[]): Promise<void> => {
  for (const { number, prints } of named)
    await work.run(sql`
      insert into situation_token (commissioner_id, person_id, number, name_prints)
      values (${work.commissionerId}, ${personId}, ${number}, ${[...prints]}::text[])
      on conflict (commissioner_id, person_id, number) do update set name_prints = excluded.name_prints`);
};

/** A print of a word that is the same all over a file, and another one in another file. */
export const printIn =
  (work: Work, personId: string) =>
  (word: string): string =>
    blindIndex(work.ground.keys.lookup, `${work.commissionerId} ${personId} named ${word}`).toString("base64url").slice(0, 16);
