import { sql } from "kysely";
import { idOf, looksLikeId, type Id } from "#ground";
import type { DirectoryReader } from "../record/service.store.ts";
import { groupsAround } from "./fold.store.ts";

/** Au même endroit : another structure behind the same door, and what it offers. */
export interface OtherAtPlace {
  readonly structureId: Id<"Structure">;
  readonly structureName: string;
  readonly services: readonly { readonly id: Id<"Service">; readonly name: string }[];
}

/** The other structures that stand where this service does: France services and the Mission locale of one house. */
export const othersAtPlace = async (work: DirectoryReader, serviceId: string): Promise<readonly OtherAtPlace[]> => {
  if (!looksLikeId(serviceId)) return [];
  const own = await work.first(sql<{ id: string }>`
    select coalesce(t.folded_into, t.id) as id
    from directory_service s
    join directory_structure t on t.id = s.structure_id
    where s.id = ${serviceId}`);
  if (!own) return [];
  const [group = []] = await groupsAround(work, "place", [own.id]);
  // What is not decided yet, or was said to be two, may stand at one place all the same.
  const beside = await work.rows(sql<{ id: string }>`
    select case when a = any(${[...group]}::uuid[]) then b else a end as id
    from directory_twin_pair
    where at_one_place and (a = any(${[...group]}::uuid[]) or b = any(${[...group]}::uuid[]))`);
  const all = [...group, ...beside.map(({ id }) => id)];
  if (all.length < 2) return [];
  const rows = await work.rows(sql<{ structure_id: string; structure_name: string; id: string; name: string }>`
    select standing.id as structure_id, standing.name as structure_name, s.id, s.name
    from directory_structure t
    join directory_structure standing on standing.id = coalesce(t.folded_into, t.id)
    join directory_service s on s.structure_id = t.id
    where t.id = any(${all}::uuid[]) and standing.id <> ${own.id}
      and standing.gone_at is null and s.gone_at is null and s.folded_into is null
    order by standing.name, standing.id, s.name, s.id
    limit 200`);
  const others = new Map<string, { structureName: string; services: { id: Id<"Service">; name: string }[] }>();
  for (const row of rows) {
    const other = others.get(row.structure_id) ?? { structureName: row.structure_name, services: [] };
    other.services.push({ id: idOf<"Service">(row.id), name: row.name });
    others.set(row.structure_id, other);
  }
  return [...others].map(([id, other]) => ({ structureId: idOf<"Structure">(id), ...other }));
};
