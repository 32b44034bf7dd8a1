import { sql } from "kysely";
import type { SharedWork } from "#ground/server";
import type { Loss } from "./import.ts";
import { listedKeys } from "./import.store.ts";

const departement = (code: ReturnType<typeof sql>) => sql`case when ${code} ~ '^9[78]' then left(${code}, 3) else left(${code}, 2) end`;

/** What would vanish if the lines put aside took the place of what is known. Only the kinds of record that the file holds. */
export const lossOf = async (work: SharedWork, importId: string, sourceId: string): Promise<Loss> => {
  const counts = await work.one(sql<{ before: number; gone: number; listed: number }>`
    with known as (${knownRows(importId, sourceId)}),
      listed as (
        select 'structure' as kind, source_key from (${listedKeys(importId, "structure")}) as t
        union
        select 'service', source_key from (${listedKeys(importId, "service")}) as v)
    select (select count(*)::int from known) as before,
      (select count(*)::int from (select kind, source_key from known except select kind, source_key from listed) as vanished) as gone,
      (select count(*)::int from directory_staged where import_id = ${importId}) as listed`);
  const departements = await work.rows(sql<{ code: string }>`
    select distinct ${departement(sql`commune_code`)} as code from (${knownRows(importId, sourceId)}) as known where commune_code is not null
    except
    select ${departement(sql`row->>'commune_code'`)} from directory_staged where import_id = ${importId} and row->>'commune_code' is not null
    order by code`);
  return { ...counts, departements: departements.map(({ code }) => code) };
};

const knownRows = (importId: string, sourceId: string) => sql`
  select 'structure' as kind, source_key, commune_code from directory_structure
  where source_id = ${sourceId} and gone_at is null
    and exists (select 1 from directory_staged where import_id = ${importId} and kind = 'structure')
  union all
  select 'service', source_key, commune_code from directory_service
  where source_id = ${sourceId} and gone_at is null
    and exists (select 1 from directory_staged where import_id = ${importId} and kind = 'service')`;

/** Leaves the lines aside until a human has said. */
export const holdImport = (work: SharedWork, importId: string, loss: Loss): Promise<number> =>
  work.run(sql`
    update directory_import set state = 'held', held = ${JSON.stringify(loss)}::jsonb, progressed_at = ${work.now}, bytes_read = bytes_total,
      refused = (select count(distinct line) from directory_refusal where import_id = ${importId} and verdict = 'refused'),
      remarked = (select count(distinct line) from directory_refusal where import_id = ${importId} and verdict = 'remarked' and line > 0)
    where id = ${importId}`);

/** Takes a held import up again, to switch over. @returns false when it is not held, or when its lines are lost (the database crashed since) */
export const resumeHeld = async (work: SharedWork, importId: string): Promise<"resumed" | "not-held" | "lost"> => {
  const held = await work.first(sql`
    update directory_import set state = 'running', progressed_at = ${work.now} where id = ${importId} and state = 'held' returning id`);
  if (!held) return "not-held";
  return (await work.first(sql`select 1 from directory_staged where import_id = ${importId} limit 1`)) ? "resumed" : "lost";
};

/** The directory stays as it is. */
export const refuseHeld = async (work: SharedWork, importId: string): Promise<"refused" | "not-held"> => {
  const refused = await work.run(sql`
    update directory_import set state = 'refused', ended_at = ${work.now} where id = ${importId} and state = 'held'`);
  if (refused === 0) return "not-held";
  await work.run(sql`delete from directory_staged where import_id = ${importId}`);
  return "refused";
};

/** How many imports wait for a human. */
export const heldImports = async (work: SharedWork): Promise<number> =>
  (await work.one(sql<{ held: number }>`select count(*)::int as held from directory_import where state = 'held'`)).held;
