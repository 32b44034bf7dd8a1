import { sql } from "kysely";
import { inShared, type Ground, type SharedWork } from "#ground/server";
import { readStagedAsAWhole } from "./import.store.ts";

/** Ce qui reviendrait, in records of structures and services. */
export interface Undoing {
  /** Made by the import: they would be taken out. */
  readonly made: number;
  /** Changed by it: they would be as before. */
  readonly changed: number;
  /** Of those, marked as gone by it: they would be found again. */
  readonly back: number;
}

export type UndoAnswer =
  | { readonly kind: "undone"; readonly undoing: Undoing }
  /** Another import of the source came after, it was undone already, or more than thirty days have passed. */
  | { readonly kind: "not-undoable" };

/** What an undo would do; undefined when it may not be done. */
export const undoingOf = async (work: SharedWork, importId: string): Promise<Undoing | undefined> => {
  if (!(await mayBeUndone(work, importId))) return undefined;
  const undoing = await work.one(sql<Undoing>`
    select count(*) filter (where b.before is null)::int as made,
      count(*) filter (where b.before is not null)::int as changed,
      count(*) filter (where b.before is not null and b.before->>'gone_at' is null and coalesce(t.gone_at, v.gone_at) is not null)::int as back
    from directory_before b
    left join directory_structure t on b.kind = 'structure' and t.id = b.row_id
    left join directory_service v on b.kind = 'service' and v.id = b.row_id
    where b.import_id = ${importId}`);
  return undoing.made + undoing.changed === 0 ? undefined : undoing;
};

/** The last import of its source that changed something, done and not undone, while none is running or held. */
const mayBeUndone = async (work: SharedWork, importId: string): Promise<boolean> => {
  const last = await work.first(sql`
    select 1 from directory_import i
    where i.id = ${importId} and i.state = 'done'
      and not exists (
        select 1 from directory_import later
        where later.source_id = i.source_id and later.id <> i.id
          and (later.state in ('running', 'held')
            or later.state = 'done' and (later.ended_at, later.id) > (i.ended_at, i.id)
              and exists (select 1 from directory_before b where b.import_id = later.id)))`);
  return last !== undefined;
};

/**
 * Défaire un import : each row that it changed is as before, to the last field; each row that it made is taken out of the directory, and
 * keeps its number, since a referral may already name it. What people wrote by hand since then stays.
 */
export const undoImport = (ground: Ground, importId: string, by: string | undefined): Promise<UndoAnswer> =>
  inShared(ground, async (work) => {
    await work.first(sql`
      select s.id from directory_source s join directory_import i on i.source_id = s.id where i.id = ${importId} for update of s`);
    const undoing = await undoingOf(work, importId);
    if (undoing === undefined) return { kind: "not-undoable" };
    await readStagedAsAWhole(work);
    await restoreStructures(work, importId);
    await restoreServices(work, importId);
    await takeOut(work, importId);
    await work.run(sql`delete from directory_before where import_id = ${importId}`);
    await work.run(sql`
      update directory_import set state = 'undone', undone_at = ${work.now}, undone_by = ${by ?? null} where id = ${importId}`);
    return { kind: "undone", undoing };
  });

const restoreStructures = (work: SharedWork, importId: string): Promise<number> =>
  work.run(sql`
    update directory_structure t set
      import_id = r.import_id, name = r.name, siret = r.siret, description = r.description, address = r.address, address_extra = r.address_extra,
      postal_code = r.postal_code, commune_name = r.commune_name, commune_code = r.commune_code, latitude = r.latitude, longitude = r.longitude,
      point_from = r.point_from, phone = r.phone, mail = r.mail, website = r.website, opening_hours = r.opening_hours, networks = r.networks,
      accessibility_url = r.accessibility_url, source_url = r.source_url, updated_on = r.updated_on, row_hash = r.row_hash, raw = r.raw,
      gone_at = r.gone_at
    from directory_before b
    cross join lateral jsonb_populate_record(null::directory_structure, b.before) as r
    where b.import_id = ${importId} and b.kind = 'structure' and b.before is not null and t.id = b.row_id`);

/** A field that people also write takes its former value only where it still is what the import left. */
const unlessWritten = (column: string) =>
  sql`${sql.ref(column)} = case when to_jsonb(v.${sql.ref(column)}) is not distinct from b.after->${column} or b.after->${column} = 'null'::jsonb and v.${sql.ref(column)} is null
    then r.${sql.ref(column)} else v.${sql.ref(column)} end`;

const restoreServices = (work: SharedWork, importId: string): Promise<number> =>
  work.run(sql`
    update directory_service v set
      import_id = r.import_id, structure_id = r.structure_id, name = r.name, description = r.description, kind = r.kind, themes = r.themes,
      publics = r.publics, publics_details = r.publics_details, conditions = r.conditions, cost = r.cost, cost_details = r.cost_details,
      access_modes = r.access_modes, mobilisation_modes = r.mobilisation_modes, mobilisable_by = r.mobilisable_by,
      mobilisation_details = r.mobilisation_details, mobilisation_url = r.mobilisation_url, zone = r.zone, address = r.address,
      address_extra = r.address_extra, postal_code = r.postal_code, commune_name = r.commune_name, commune_code = r.commune_code,
      latitude = r.latitude, longitude = r.longitude, point_from = r.point_from, phone = r.phone, mail = r.mail, opening_hours = r.opening_hours,
      weekly_hours = r.weekly_hours, weeks = r.weeks, source_url = r.source_url, updated_on = r.updated_on, search_words = r.search_words,
      row_hash = r.row_hash, raw = r.raw, gone_at = r.gone_at,
      ${unlessWritten("age_from")}, ${unlessWritten("age_to")}, ${unlessWritten("languages")}, ${unlessWritten("alert")},
      ${unlessWritten("alert_until")}, ${unlessWritten("checked_on")}, ${unlessWritten("checked_by")}, ${unlessWritten("nature")}
    from directory_before b
    cross join lateral jsonb_populate_record(null::directory_service, b.before) as r
    where b.import_id = ${importId} and b.kind = 'service' and b.before is not null and v.id = b.row_id`);

const takeOut = async (work: SharedWork, importId: string): Promise<void> => {
  await work.run(sql`
    update directory_service v set gone_at = ${work.now} from directory_before b
    where b.import_id = ${importId} and b.kind = 'service' and b.before is null and v.id = b.row_id and v.gone_at is null`);
  await work.run(sql`
    update directory_structure t set gone_at = ${work.now} from directory_before b
    where b.import_id = ${importId} and b.kind = 'structure' and b.before is null and t.id = b.row_id and t.gone_at is null`);
};
