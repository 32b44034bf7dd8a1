import { sql } from "kysely";
import type { SharedWork } from "#ground/server";
import { columnsOf, foldOf, foldPlans, type FoldRow } from "./fold.ts";
import { groupsOf } from "./group.ts";
import type { TwinKind } from "./twin.ts";

/** One at a time decides what stands for what: a fold is read and written as a whole. Held until the transaction ends. */
export const holdFolds = async (work: SharedWork): Promise<void> => {
  await work.first(sql`select pg_advisory_xact_lock(hashtextextended('directory-twins', 0))`);
};

const levelsOf = { structure: ["structure"], service: ["service"], place: ["place", "structure"] } as const;

/** Those said to be one with any of these, from one to the next; by merges that hold. */
export const groupsAround = async (
  work: Pick<SharedWork, "rows">,
  level: keyof typeof levelsOf,
  ids: readonly string[],
): Promise<readonly (readonly string[])[]> => {
  const rows = await work.rows(sql<{ members: string[] }>`
    with recursive around(id) as (
      select unnest(${[...ids]}::uuid[])
      union
      select member.id
      from around
      join directory_merge m on m.undone_at is null and m.members @> array[around.id] and m.level = any(${[...levelsOf[level]]}::text[])
      cross join lateral unnest(m.members) as member(id)
    )
    select m.members::text[] as members
    from directory_merge m
    where m.undone_at is null and m.level = any(${[...levelsOf[level]]}::text[]) and m.members && array(select id from around)`);
  return groupsOf([...ids.map((id) => [id]), ...rows.map(({ members }) => members)]);
};

/** Writes again what stands for what around these rows. What was right is not written. */
export const foldAgain = async (work: SharedWork, kind: TwinKind, ids: readonly string[]): Promise<void> => {
  const once = await withFormerFolds(work, kind, ids);
  const groups = await groupsAround(work, kind, once);
  // A row that leaves a group may be the one that stood for it: those it stood for are looked at too.
  const all = await withFormerFolds(work, kind, groups.flat());
  const rows = new Map((await readRows(work, kind, all)).map((row) => [row.id, row]));
  const complete = await groupsAround(work, kind, all);
  const written = complete.flatMap((group) => {
    const known = group.flatMap((id) => rows.get(id) ?? []);
    if (known.length === 0) return [];
    const fold = foldOf(known, foldPlans[kind]);
    return [
      { id: fold.standing, folded_into: null, merged: fold.merged ?? null },
      ...fold.folded.map((id) => ({ id, folded_into: fold.standing, merged: null })),
    ];
  });
  const table = sql.table(`directory_${kind}`);
  await work.run(sql`
    update ${table} t set folded_into = given.folded_into, merged = given.merged
    from jsonb_to_recordset(${JSON.stringify(written)}::jsonb) as given(id uuid, folded_into uuid, merged jsonb)
    where t.id = given.id and (t.folded_into is distinct from given.folded_into or t.merged is distinct from given.merged)`);
};

const withFormerFolds = async (work: SharedWork, kind: TwinKind, ids: readonly string[]): Promise<string[]> => {
  const table = sql.table(`directory_${kind}`);
  const rows = await work.rows(sql<{ id: string }>`
    with asked as (
      select coalesce(folded_into, id) as standing from ${table} where id = any(${[...ids]}::uuid[])
    )
    select standing as id from asked
    union select t.id from ${table} t join asked on t.folded_into = asked.standing`);
  return [...new Set([...ids, ...rows.map(({ id }) => id)])];
};

const readRows = async (work: SharedWork, kind: TwinKind, ids: readonly string[]): Promise<FoldRow[]> => {
  const columns = sql.join(columnsOf(foldPlans[kind]).map((column) => sql`${sql.lit(column)}, t.${sql.ref(column)}`));
  const date = kind === "service" ? sql`greatest(t.updated_on, t.checked_on)` : sql`t.updated_on`;
  const rows = await work.rows(sql<{ id: string; source: string; date: string; is_gone: boolean; columns: Record<string, unknown> }>`
    select t.id, t.source_id as source, ${date} as date, t.gone_at is not null as is_gone, jsonb_build_object(${columns}) as columns
    from ${sql.table(`directory_${kind}`)} t
    where t.id = any(${[...ids]}::uuid[])`);
  return rows.map(({ is_gone, ...row }) => ({ ...row, isGone: is_gone }));
};
