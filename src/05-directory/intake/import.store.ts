import { sql } from "kysely";
import type { Day } from "#engines/calendar";
import { idOf, looksLikeId, type Id } from "#ground";
import type { SharedWork } from "#ground/server";
import { keepingBefore } from "./before.store.ts";
import {
  isInterrupted,
  type DirectoryImport,
  type ImportCounts,
  type ImportState,
  type Loss,
  type RuleCount,
  type TrialCounts,
} from "./import.ts";

export interface SourceAsked {
  readonly id: string;
  readonly name: string;
  readonly licence: string;
  readonly url?: string;
  readonly isDemonstration?: boolean;
}

/** Keeps what is now said of a source. */
export const keepSource = (work: SharedWork, source: SourceAsked): Promise<number> =>
  work.run(sql`
    insert into directory_source (id, name, licence, url, is_demonstration)
    values (${source.id}, ${source.name}, ${source.licence}, ${source.url ?? null}, ${source.isDemonstration ?? false})
    on conflict (id) do update set name = excluded.name, licence = excluded.licence, url = coalesce(excluded.url, directory_source.url)`);

export interface NewImport {
  readonly sourceId: string;
  readonly fileName: string;
  readonly fileHash: Buffer;
  readonly bytes: number;
  readonly dataDate: Day | undefined;
  readonly mapping: unknown;
  readonly startedBy: string | undefined;
}

/** Opens an import that waits to be started. */
export const addImport = async (work: SharedWork, given: NewImport): Promise<Id<"Import">> => {
  const { id } = await work.one(sql<{ id: string }>`
    insert into directory_import (source_id, file_name, file_hash, data_date, mapping, state, started_at, progressed_at, started_by, bytes_total)
    values (${given.sourceId}, ${given.fileName}, ${given.fileHash}, ${given.dataDate ?? null},
      ${given.mapping === undefined ? null : JSON.stringify(given.mapping)}, 'waiting', ${work.now}, ${work.now}, ${given.startedBy ?? null}, ${given.bytes})
    returning id`);
  return idOf<"Import">(id);
};

/** Starts a waiting import; refused while another import of the same source runs. The source's row is locked, so that two starts at once make one. */
export const startImport = async (work: SharedWork, importId: string): Promise<"started" | "not-waiting" | "already-running"> => {
  const asked = await work.first(sql<{ source_id: string }>`
    select s.id as source_id from directory_import i join directory_source s on s.id = i.source_id
    where i.id = ${importId} and i.state = 'waiting'
    for update of s`);
  if (!asked) return "not-waiting";
  const others = await work.rows(sql<{ id: string; progressed_at: Date }>`
    select id, progressed_at from directory_import where source_id = ${asked.source_id} and state = 'running'`);
  if (others.some((other) => !isInterrupted("running", other.progressed_at, work.now))) return "already-running";
  // A newer file of the same source stands for the one that a human was asked about.
  await work.run(sql`
    delete from directory_staged s using directory_import i
    where i.id = s.import_id and i.source_id = ${asked.source_id} and i.state = 'held'`);
  await work.run(
    sql`update directory_import set state = 'refused', ended_at = ${work.now} where source_id = ${asked.source_id} and state = 'held'`,
  );
  await work.run(
    sql`update directory_import set state = 'running', started_at = ${work.now}, progressed_at = ${work.now} where id = ${importId} and state = 'waiting'`,
  );
  return "started";
};

export interface StagedLine {
  readonly kind: "structure" | "service";
  readonly source_key: string;
  readonly line: number;
  readonly structure_key: string | undefined;
  /** In hexadecimal. */
  readonly row_hash: string;
  readonly row: Readonly<Record<string, unknown>>;
  readonly raw: Readonly<Record<string, unknown>>;
}
export interface LineRemark {
  readonly line: number;
  readonly objectId: string | undefined;
  readonly field: string;
  readonly rule: string;
  readonly reason: string;
  readonly verdict: "refused" | "remarked";
}
type Identified = Pick<StagedLine, "kind" | "source_key" | "line">;

/** Puts lines aside until the whole file is read. @returns those whose identifier was already there, with the line that had it first */
export const stageLines = async (
  work: SharedWork,
  importId: string,
  lines: readonly StagedLine[],
): Promise<(Identified & { readonly first: number })[]> => {
  const kept = await work.rows(sql<Identified>`
    insert into directory_staged (import_id, kind, source_key, line, structure_key, row_hash, row, raw)
    select ${importId}::uuid, kind, source_key, line, structure_key, decode(row_hash, 'hex'), row, raw
    from jsonb_to_recordset(${JSON.stringify(lines)}::jsonb)
      as given(kind text, source_key text, line int, structure_key text, row_hash text, row jsonb, raw jsonb)
    on conflict do nothing
    returning kind, source_key, line`);
  const isKept = new Set(kept.map(identity));
  const twice = lines.filter((line) => !isKept.has(identity(line)));
  if (twice.length === 0) return [];
  const first = await work.rows(sql<Identified>`
    select kind, source_key, line from directory_staged
    where import_id = ${importId} and source_key = any(${twice.map((line) => line.source_key)}::text[])`);
  const lineOf = new Map(first.map((line) => [`${line.kind} ${line.source_key}`, line.line]));
  return twice.map((line) => ({
    kind: line.kind,
    source_key: line.source_key,
    line: line.line,
    first: lineOf.get(`${line.kind} ${line.source_key}`) ?? line.line,
  }));
};
const identity = ({ kind, source_key, line }: Identified): string => `${kind} ${source_key} ${line}`;

/** Keeps what is said of lines; several things may be said of one. */
export const keepRemarks = (work: SharedWork, importId: string, remarks: readonly LineRemark[]): Promise<number> =>
  work.run(sql`
    insert into directory_refusal (import_id, line, seq, object_id, field, rule, reason, verdict)
    select ${importId}::uuid, given.line,
      coalesce((select max(seq) from directory_refusal where import_id = ${importId} and line = given.line), 0)
        + row_number() over (partition by given.line order by given.at),
      given.object_id, given.field, given.rule, given.reason, given.verdict
    from jsonb_to_recordset(${JSON.stringify(remarks.map((remark, at) => ({ ...remark, object_id: remark.objectId, at })))}::jsonb)
      as given(at int, line int, object_id text, field text, rule text, reason text, verdict text)`);

export const keepProgress = (work: SharedWork, importId: string, bytesRead: number, received: number): Promise<number> =>
  work.run(
    sql`update directory_import set bytes_read = ${bytesRead}, received = ${received}, progressed_at = ${work.now} where id = ${importId}`,
  );

/** Says that an import is still alive, while the database works on it. */
export const keepAlive = (work: SharedWork, importId: string): Promise<number> =>
  work.run(sql`update directory_import set progressed_at = ${work.now} where id = ${importId} and state = 'running'`);

/** Ends an import that could not be done: what was put aside goes, the directory stays as it was. */
export const failImport = async (work: SharedWork, importId: string, failure: string): Promise<void> => {
  await work.run(sql`delete from directory_staged where import_id = ${importId}`);
  await work.run(sql`
    update directory_import set state = 'failed', trial = null, failure = ${failure}, ended_at = ${work.now}, progressed_at = ${work.now},
      refused = (select count(distinct line) from directory_refusal where import_id = ${importId} and verdict = 'refused')
    where id = ${importId}`);
};

/** How many lines were received, and how many of them are refused. */
export const linesSoFar = (work: SharedWork, importId: string): Promise<{ received: number; refused: number }> =>
  work.one(sql<{ received: number; refused: number }>`
    select received, (select count(distinct line)::int from directory_refusal where import_id = ${importId} and verdict = 'refused') as refused
    from directory_import where id = ${importId}`);

/**
 * Before what was staged is read as a whole. The whole country takes some seconds; a region's file far less than the 15 s that a request
 * may take. What was just staged has no statistics yet: where the tables held a few hundred rows, PostgreSQL would take every line for a
 * handful and compare them two by two (267 s for 32,826 places beside a demonstration; 11 s in an empty directory).
 */
export const readStagedAsAWhole = async (work: SharedWork): Promise<void> => {
  await work.first(sql`select set_config('statement_timeout', '10min', true), set_config('enable_nestloop', 'off', true)`);
};

/** Services whose structure is nowhere: they cannot be kept. */
export const servicesWithoutStructure = (
  work: SharedWork,
  importId: string,
  sourceId: string,
): Promise<(Identified & { structure_key: string })[]> =>
  work.rows(sql<Identified & { structure_key: string }>`
    delete from directory_staged s
    where s.import_id = ${importId} and s.kind = 'service'
      and not exists (select 1 from directory_staged t where t.import_id = ${importId} and t.kind = 'structure' and t.source_key = s.structure_key)
      and not exists (select 1 from directory_structure t where t.source_id = ${sourceId} and t.source_key = s.structure_key and t.gone_at is null)
    returning kind, source_key, line, structure_key`);

/**
 * La bascule : all that was put aside enters the directory at once, and what the source no longer lists is marked as gone.
 * A line refused this time leaves what was known of it before.
 */
export const switchOver = async (work: SharedWork, importId: string, sourceId: string): Promise<ImportCounts> => {
  const lines = await countLines(work, importId, sourceId);
  await changeStructures(work, importId, sourceId);
  await changeServices(work, importId, sourceId);
  await changeExtensions(work, importId, sourceId);
  await followStructures(work, importId, sourceId);
  const gone = await markGone(work, importId, sourceId);
  await work.run(sql`delete from directory_staged where import_id = ${importId}`);
  return work.one(sql<ImportCounts>`
    update directory_import set state = 'done', ended_at = ${work.now}, progressed_at = ${work.now}, bytes_read = bytes_total,
      kept = ${lines.kept}, unchanged = ${lines.unchanged}, gone = ${gone},
      refused = (select count(distinct line) from directory_refusal where import_id = ${importId} and verdict = 'refused'),
      remarked = (select count(distinct line) from directory_refusal where import_id = ${importId} and verdict = 'remarked' and line > 0)
    where id = ${importId}
    returning received, kept, unchanged, refused, remarked, gone`);
};

const countLines = (work: SharedWork, importId: string, sourceId: string): Promise<{ kept: number; unchanged: number }> =>
  work.one(sql<{ kept: number; unchanged: number }>`
    select count(*) filter (where is_changed)::int as kept, count(*) filter (where not is_changed)::int as unchanged
    from (
      select s.line, bool_or(coalesce(t.row_hash, v.row_hash) is distinct from s.row_hash or coalesce(t.gone_at, v.gone_at) is not null) as is_changed
      from directory_staged s
      left join directory_structure t on s.kind = 'structure' and t.source_id = ${sourceId} and t.source_key = s.source_key
      left join directory_service v on s.kind = 'service' and v.source_id = ${sourceId} and v.source_key = s.source_key
      where s.import_id = ${importId}
      group by s.line
    ) as lines`);

const changeStructures = (work: SharedWork, importId: string, sourceId: string): Promise<number> =>
  keepingBefore(
    work,
    importId,
    "structure",
    sql`
    insert into directory_structure as known (source_id, source_key, import_id, name, siret, description, address, address_extra, postal_code, commune_name,
      commune_code, latitude, longitude, point_from, phone, mail, website, opening_hours, networks, accessibility_url, source_url, updated_on, row_hash, raw)
    select ${sourceId}, s.source_key, s.import_id, r.name, r.siret, r.description, r.address, r.address_extra, r.postal_code, r.commune_name,
      r.commune_code, r.latitude, r.longitude, r.point_from, r.phone, r.mail, r.website, r.opening_hours, r.networks, r.accessibility_url, r.source_url,
      r.updated_on, s.row_hash, s.raw
    from directory_staged s
    cross join lateral jsonb_to_record(s.row) as r(name text, siret text, description text, address text, address_extra text, postal_code text,
      commune_name text, commune_code text, latitude double precision, longitude double precision, point_from text, phone text, mail text, website text,
      opening_hours text, networks text[], accessibility_url text, source_url text, updated_on date)
    where s.import_id = ${importId} and s.kind = 'structure'
    on conflict on constraint structure_of_source_once do update set
      import_id = excluded.import_id, name = excluded.name, siret = excluded.siret, description = excluded.description, address = excluded.address,
      address_extra = excluded.address_extra, postal_code = excluded.postal_code, commune_name = excluded.commune_name, commune_code = excluded.commune_code,
      latitude = excluded.latitude, longitude = excluded.longitude, point_from = excluded.point_from, phone = excluded.phone, mail = excluded.mail,
      website = excluded.website, opening_hours = excluded.opening_hours, networks = excluded.networks, accessibility_url = excluded.accessibility_url,
      source_url = excluded.source_url, updated_on = excluded.updated_on, row_hash = excluded.row_hash, raw = excluded.raw, gone_at = null
    where known.row_hash <> excluded.row_hash or known.gone_at is not null`,
  );

/** A service with no place of its own is where its structure is. */
const changeServices = (work: SharedWork, importId: string, sourceId: string): Promise<number> =>
  keepingBefore(
    work,
    importId,
    "service",
    sql`
    insert into directory_service as known (source_id, source_key, import_id, structure_id, name, description, kind, themes, publics, publics_details, conditions,
      cost, cost_details, access_modes, mobilisation_modes, mobilisable_by, mobilisation_details, mobilisation_url, zone, address, address_extra, postal_code,
      commune_name, commune_code, latitude, longitude, point_from, phone, mail, opening_hours, weekly_hours, weeks, source_url, updated_on, search_words,
      row_hash, raw)
    select ${sourceId}, s.source_key, s.import_id, t.id, r.name, r.description, r.kind, r.themes, r.publics, r.publics_details, r.conditions,
      r.cost, r.cost_details, r.access_modes, r.mobilisation_modes, r.mobilisable_by, r.mobilisation_details, r.mobilisation_url, r.zone, r.address,
      r.address_extra, r.postal_code, r.commune_name, r.commune_code, coalesce(r.latitude, t.latitude), coalesce(r.longitude, t.longitude),
      coalesce(r.point_from, case when t.latitude is not null then 'structure' end), r.phone, r.mail, r.opening_hours, r.weekly_hours, r.weeks, r.source_url,
      r.updated_on, ground_plain(r.name || ' ' || t.name), s.row_hash, s.raw
    from directory_staged s
    cross join lateral jsonb_to_record(s.row) as r(name text, description text, kind text, themes text[], publics text[], publics_details text, conditions text,
      cost text, cost_details text, access_modes text[], mobilisation_modes text[], mobilisable_by text[], mobilisation_details text, mobilisation_url text,
      zone text[], address text, address_extra text, postal_code text, commune_name text, commune_code text, latitude double precision,
      longitude double precision, point_from text, phone text, mail text, opening_hours text, weekly_hours numeric, weeks int, source_url text, updated_on date)
    join directory_structure t on t.source_id = ${sourceId} and t.source_key = s.structure_key
    where s.import_id = ${importId} and s.kind = 'service'
    on conflict on constraint service_of_source_once do update set
      import_id = excluded.import_id, structure_id = excluded.structure_id, name = excluded.name, description = excluded.description, kind = excluded.kind,
      themes = excluded.themes, publics = excluded.publics, publics_details = excluded.publics_details, conditions = excluded.conditions,
      cost = excluded.cost, cost_details = excluded.cost_details, access_modes = excluded.access_modes, mobilisation_modes = excluded.mobilisation_modes,
      mobilisable_by = excluded.mobilisable_by, mobilisation_details = excluded.mobilisation_details, mobilisation_url = excluded.mobilisation_url,
      zone = excluded.zone, address = excluded.address, address_extra = excluded.address_extra, postal_code = excluded.postal_code,
      commune_name = excluded.commune_name, commune_code = excluded.commune_code, latitude = excluded.latitude, longitude = excluded.longitude,
      point_from = excluded.point_from, phone = excluded.phone, mail = excluded.mail, opening_hours = excluded.opening_hours,
      weekly_hours = excluded.weekly_hours, weeks = excluded.weeks, source_url = excluded.source_url, updated_on = excluded.updated_on,
      search_words = excluded.search_words, row_hash = excluded.row_hash, raw = excluded.raw, gone_at = null
    where known.row_hash <> excluded.row_hash or known.gone_at is not null`,
  );

/**
 * What the national format does not say. A mapping that names a field is the source's word on it; where it does not, what was written by hand
 * stays, and so it always does under a national file.
 */
const changeExtensions = (work: SharedWork, importId: string, sourceId: string): Promise<number> =>
  keepingBefore(
    work,
    importId,
    "service",
    sql`
    update directory_service v set
      age_from = case when s.row ? 'age_from' then (s.row->>'age_from')::smallint else v.age_from end,
      age_to = case when s.row ? 'age_to' then (s.row->>'age_to')::smallint else v.age_to end,
      languages = case when s.row ? 'languages' then array(select jsonb_array_elements_text(s.row->'languages')) else v.languages end,
      alert = case when s.row ? 'alert' then s.row->>'alert' else v.alert end,
      alert_until = case when s.row ? 'alert_until' then (s.row->>'alert_until')::date else v.alert_until end,
      checked_on = case when s.row ? 'checked_on' then (s.row->>'checked_on')::date else v.checked_on end,
      checked_by = case when s.row ? 'checked_on' then s.row->>'checked_by' else v.checked_by end,
      nature = case when s.row ? 'nature' then s.row->>'nature' else v.nature end
    from directory_staged s
    where s.import_id = ${importId} and s.kind = 'service' and v.source_id = ${sourceId} and v.source_key = s.source_key and v.import_id = ${importId}
      and s.row ?| array['age_from', 'age_to', 'languages', 'alert', 'alert_until', 'checked_on', 'nature']`,
  );

/** What a service takes from its structure follows it when the structure moves or changes its name. */
const followStructures = (work: SharedWork, importId: string, sourceId: string): Promise<number> =>
  keepingBefore(
    work,
    importId,
    "service",
    sql`
    update directory_service v set
      search_words = ground_plain(v.name || ' ' || t.name),
      latitude = case when v.point_from = 'structure' then t.latitude else v.latitude end,
      longitude = case when v.point_from = 'structure' then t.longitude else v.longitude end
    from directory_structure t
    where t.id = v.structure_id and t.source_id = ${sourceId} and t.import_id = ${importId} and v.import_id <> ${importId}
      and (v.point_from is distinct from 'structure' or t.latitude is not null)`,
  );

/**
 * Only the kinds of record that the file holds: a file of services alone says nothing of structures. Sets are compared as sets (`except`):
 * asking for each row whether it is listed took 5 s on 32,000 rows.
 */
const markGone = async (work: SharedWork, importId: string, sourceId: string): Promise<number> => {
  const structures = await keepingBefore(
    work,
    importId,
    "structure",
    sql`
    update directory_structure t set gone_at = ${work.now}
    where t.source_id = ${sourceId} and t.gone_at is null
      and exists (select 1 from directory_staged s where s.import_id = ${importId} and s.kind = 'structure')
      and t.source_key in (
        select known.source_key from directory_structure known where known.source_id = ${sourceId} and known.gone_at is null
        except (${listedKeys(importId, "structure")}))`,
  );
  const services = await keepingBefore(
    work,
    importId,
    "service",
    sql`
    update directory_service v set gone_at = ${work.now}
    where v.source_id = ${sourceId} and v.gone_at is null
      and exists (select 1 from directory_staged s where s.import_id = ${importId} and s.kind = 'service')
      and v.source_key in (
        select known.source_key from directory_service known where known.source_id = ${sourceId} and known.gone_at is null
        except (${listedKeys(importId, "service")}))`,
  );
  const orphans = await keepingBefore(
    work,
    importId,
    "service",
    sql`
    update directory_service v set gone_at = ${work.now}
    from directory_structure t
    where t.id = v.structure_id and v.source_id = ${sourceId} and v.gone_at is null and t.gone_at is not null`,
  );
  return structures + services + orphans;
};

/** What the source still lists, even badly. */
export const listedKeys = (importId: string, kind: "structure" | "service") => sql`
  select s.source_key from directory_staged s where s.import_id = ${importId} and s.kind = ${kind}
  union all
  select f.object_id from directory_refusal f where f.import_id = ${importId} and f.verdict = 'refused' and f.object_id is not null`;

interface ImportRow {
  readonly id: string;
  readonly source_id: string;
  readonly source_name: string;
  readonly licence: string;
  readonly file_name: string;
  readonly data_date: Day | null;
  readonly state: Exclude<ImportState, "interrupted">;
  readonly started_at: Date;
  readonly progressed_at: Date;
  readonly ended_at: Date | null;
  readonly bytes_total: number | null;
  readonly bytes_read: number;
  readonly received: number;
  readonly kept: number;
  readonly unchanged: number;
  readonly refused: number;
  readonly remarked: number;
  readonly gone: number;
  readonly failure: string | null;
  readonly trial: TrialCounts | null;
  readonly held: Loss | null;
}

const importColumns = sql`i.id, i.source_id, o.name as source_name, o.licence, i.file_name, i.data_date, i.state, i.started_at, i.progressed_at, i.ended_at,
  i.bytes_total, i.bytes_read, i.received, i.kept, i.unchanged, i.refused, i.remarked, i.gone, i.failure, i.trial, i.held`;

const importFromRow = (row: ImportRow, now: Date): DirectoryImport => ({
  id: idOf<"Import">(row.id),
  source: { id: row.source_id, name: row.source_name, licence: row.licence },
  fileName: row.file_name,
  dataDate: row.data_date ?? undefined,
  state: isInterrupted(row.state, row.progressed_at, now) ? "interrupted" : row.state,
  startedAt: row.started_at,
  endedAt: row.ended_at ?? undefined,
  bytesTotal: row.bytes_total ?? 0,
  bytesRead: row.bytes_read,
  counts: {
    received: row.received,
    kept: row.kept,
    unchanged: row.unchanged,
    refused: row.refused,
    remarked: row.remarked,
    gone: row.gone,
  },
  failure: row.failure ?? undefined,
  trial: row.trial ?? undefined,
  loss: row.held ?? undefined,
});

export const findImport = async (work: SharedWork, id: string): Promise<DirectoryImport | undefined> => {
  if (!looksLikeId(id)) return undefined;
  const row = await work.first(sql<ImportRow>`
    select ${importColumns} from directory_import i join directory_source o on o.id = i.source_id where i.id = ${id}`);
  return row && importFromRow(row, work.now);
};

/** The last imports, the newest first. What was entered by hand is no import. */
export const lastImports = async (work: SharedWork): Promise<DirectoryImport[]> => {
  const rows = await work.rows(sql<ImportRow>`
    select ${importColumns} from directory_import i join directory_source o on o.id = i.source_id
    where i.bytes_total is not null
    order by i.started_at desc, i.id desc
    limit 50`);
  return rows.map((row) => importFromRow(row, work.now));
};

/** The mapping that an import was asked with. */
export const mappingOfImport = async (work: SharedWork, id: string): Promise<unknown> =>
  (await work.first(sql<{ mapping: unknown }>`select mapping from directory_import where id = ${id}`))?.mapping ?? undefined;

/** What was said of the lines of an import, in their order. @param after the last line and place already given */
export const remarksOf = (
  work: SharedWork,
  importId: string,
  limit: number,
  after: { readonly line: number; readonly seq: number } = { line: -1, seq: 0 },
): Promise<
  {
    readonly line: number;
    readonly seq: number;
    readonly object_id: string | null;
    readonly field: string;
    readonly rule: string;
    readonly reason: string;
    readonly verdict: "refused" | "remarked";
  }[]
> =>
  work.rows(sql`
    select line, seq, object_id, field, rule, reason, verdict
    from directory_refusal
    where import_id = ${importId} and (line, seq) > (${after.line}, ${after.seq})
    order by line, seq
    limit ${limit}`);

/** How many lines each field and rule concerns: what to put right first. */
export const remarksByRule = (work: SharedWork, importId: string): Promise<RuleCount[]> =>
  work.rows(sql`
    select field, rule, verdict, count(distinct line)::int as lines, min(reason) as reason
    from directory_refusal
    where import_id = ${importId} and line > 0
    group by field, rule, verdict
    order by verdict, count(distinct line) desc, field, rule
    limit 100`);
