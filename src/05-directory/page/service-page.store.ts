import { sql } from "kysely";
import { dayOf } from "#engines/calendar";
import { looksLikeId } from "#ground";
import type { SharedWork } from "#ground/server";
import type { DirectoryReader } from "../record/service.store.ts";

/** The other services of a structure, those of the rows folded with it included. */
export const siblingsOf = async (
  work: DirectoryReader,
  service: { readonly id: string; readonly structure: { readonly id: string } },
): Promise<readonly { readonly id: string; readonly name: string }[]> =>
  work.rows(sql<{ id: string; name: string }>`
    select s.id, s.name
    from directory_service s
    where s.structure_id in (
        select x.id from directory_structure x where x.id = ${service.structure.id} or x.folded_into = ${service.structure.id})
      and s.gone_at is null and s.folded_into is null
      and s.id not in (select coalesce(folded_into, id) from directory_service where id = ${service.id})
    order by s.name, s.id
    limit 20`);

/** Whether a service was written by hand here: only then may it be written again. */
export const isEnteredHere = async (work: DirectoryReader, id: string): Promise<boolean> =>
  looksLikeId(id) &&
  (await work.first(sql`
    select 1 from directory_service s join directory_import i on i.id = s.import_id where s.id = ${id} and i.file_name = 'saisie'`)) !==
    undefined;

/** Vérifié aujourd'hui : somebody looked and all was right. What several sources describe is checked as one. @returns how many rows */
export const checkService = (work: SharedWork, id: string, by: "structure" | "staff"): Promise<number> =>
  work.run(sql`
    update directory_service set checked_on = ${dayOf(work.now)}, checked_by = ${by}
    where id = (select coalesce(folded_into, id) from directory_service where id = ${id})
      and (checked_on is null or checked_on <= ${dayOf(work.now)})`);

/** Takes a service out of the directory, or brings it back. @returns how many rows */
export const setGone = (work: SharedWork, id: string, isGone: boolean): Promise<number> =>
  work.run(sql`update directory_service set gone_at = ${isGone ? work.now : null} where id = ${id} and (gone_at is null) = ${isGone}`);

/** How an entered service is known in its source. */
export const entryOf = (work: DirectoryReader, id: string): Promise<{ readonly key: string } | undefined> =>
  work.first(sql<{ key: string }>`select source_key as key from directory_service where id = ${id}`);
