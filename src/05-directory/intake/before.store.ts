import { sql, type RawBuilder } from "kysely";
import type { SharedWork } from "#ground/server";

/** What people also write by hand: kept as the import left it, so that an undo takes back nothing of theirs. */
const writtenByHand = sql`
  jsonb_build_object('age_from', new.age_from, 'age_to', new.age_to, 'languages', new.languages, 'alert', new.alert,
    'alert_until', new.alert_until, 'checked_on', new.checked_on, 'checked_by', new.checked_by, 'nature', new.nature)`;

/**
 * Garder l'avant : makes a change of rows, and keeps each row as it stood before the first change that this import made to it.
 * @param change an insert or an update without its `returning`  @returns how many rows changed
 */
export const keepingBefore = async (
  work: SharedWork,
  importId: string,
  kind: "structure" | "service",
  change: RawBuilder<unknown>,
): Promise<number> => {
  const { rows } = await work.one(sql<{ rows: number }>`
    with changed as (
      ${change}
      returning new.id, case when old.id is not null then to_jsonb(old) end as before,
        ${kind === "service" ? writtenByHand : sql`null::jsonb`} as after
    ), kept as (
      insert into directory_before (import_id, kind, row_id, before, after)
      select ${importId}::uuid, ${kind}, id, before, after from changed
      on conflict (import_id, kind, row_id) do update set after = excluded.after
    )
    select count(*)::int as rows from changed`);
  return rows;
};

const keptDays = 30;

/** Forgets what is too old to be taken back. */
export const forgetBefore = (work: SharedWork): Promise<number> =>
  work.run(sql`
    delete from directory_before b using directory_import i
    where i.id = b.import_id and i.ended_at < ${work.now}::timestamptz - make_interval(days => ${keptDays})`);
