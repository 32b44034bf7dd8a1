import { sql } from "kysely";
import { looksLikeId } from "#ground";
import type { SharedWork } from "#ground/server";
import type { ColumnChoices } from "./column-choices.ts";

/** Correspondance gardée, under a name that people gave it. */
export interface KeptMapping {
  readonly id: string;
  readonly name: string;
  readonly mapping: unknown;
  /** Undefined when it was not made on the screen. */
  readonly choices: ColumnChoices | undefined;
}

/** Keeps a mapping; the same name replaces what it named. */
export const keepMapping = (
  work: SharedWork,
  kept: { readonly name: string; readonly mapping: unknown; readonly choices: ColumnChoices | undefined; readonly by: string },
): Promise<number> =>
  work.run(sql`
    insert into directory_mapping (name, mapping, choices, changed_at, changed_by)
    values (${kept.name}, ${JSON.stringify(kept.mapping)}::jsonb, ${kept.choices === undefined ? null : JSON.stringify(kept.choices)}::jsonb, ${work.now}, ${kept.by})
    on conflict on constraint mapping_named_once do update set
      mapping = excluded.mapping, choices = excluded.choices, changed_at = excluded.changed_at, changed_by = excluded.changed_by`);

export const keptMappings = (work: SharedWork): Promise<{ readonly id: string; readonly name: string }[]> =>
  work.rows(sql`select id, name from directory_mapping order by name limit 200`);

export const findMapping = async (work: SharedWork, id: string): Promise<KeptMapping | undefined> => {
  if (!looksLikeId(id)) return undefined;
  const row = await work.first(sql<{ id: string; name: string; mapping: unknown; choices: ColumnChoices | null }>`
    select id, name, mapping, choices from directory_mapping where id = ${id}`);
  return row && { ...row, choices: row.choices ?? undefined };
};

/** What was chosen on the screen for an import that waits, and the mapping made of it. A trial made before is worth nothing any more. */
export const keepChoices = (work: SharedWork, importId: string, choices: ColumnChoices, mapping: unknown): Promise<number> =>
  work.run(sql`
    update directory_import set choices = ${JSON.stringify(choices)}::jsonb, mapping = ${JSON.stringify(mapping)}::jsonb, trial = null
    where id = ${importId} and state = 'waiting'`);

export const choicesOf = async (work: SharedWork, importId: string): Promise<ColumnChoices | undefined> =>
  (await work.first(sql<{ choices: ColumnChoices | null }>`select choices from directory_import where id = ${importId}`))?.choices ??
  undefined;
