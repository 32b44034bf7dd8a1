import { sql } from "kysely";
import type { Work } from "#ground/server";
import { vaultOf } from "#person/server";
import type { CivilIdentity } from "./civil-identity.ts";

const place = (personId: string) => ({ table: "rights_civil_identity", id: personId, column: "told" });

/** What registers may be told of her, as she said it; nothing when she was never asked, or when it was erased. */
export const identityOf = async (work: Work, personId: string): Promise<CivilIdentity> => {
  const row = await work.first(sql<{ told: Buffer | null }>`
    select told from rights_civil_identity where commissioner_id = ${work.commissionerId} and person_id = ${personId}`);
  if (!row?.told) return {};
  return JSON.parse((await vaultOf(work, personId)).open(place(personId), row.told)) as CivilIdentity;
};

/** Keeps what she said, sealed with her key, beside what she had said before. */
export const keepIdentity = async (work: Work, personId: string, said: CivilIdentity): Promise<void> => {
  const all = { ...(await identityOf(work, personId)), ...said };
  const told = (await vaultOf(work, personId)).seal(place(personId), JSON.stringify(all));
  await work.run(sql`
    insert into rights_civil_identity (commissioner_id, person_id, told, told_at)
    values (${work.commissionerId}, ${personId}, ${told}, ${work.now})
    on conflict (commissioner_id, person_id) do update set told = excluded.told, told_at = excluded.told_at`);
  work.audit({ action: "keep civil identity", objectKind: "person", objectId: personId, purpose: "register" });
};

/** Erases it. @returns whether something was there */
export const forgetIdentity = async (work: Work, personId: string): Promise<boolean> =>
  (await work.run(sql`
    update rights_civil_identity set told = null
    where commissioner_id = ${work.commissionerId} and person_id = ${personId} and told is not null`)) > 0;
