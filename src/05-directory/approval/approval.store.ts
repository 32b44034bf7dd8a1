import { sql } from "kysely";
import type { Day } from "#engines/calendar";
import { idOf, looksLikeId } from "#ground";
import type { SharedWork } from "#ground/server";
import type { DirectoryReader } from "../record/service.store.ts";
import {
  linesOf,
  standingOf,
  type Approval,
  type ApprovalKind,
  type ApprovalLine,
  type ApprovalLineOfStructure,
  type ApprovalStanding,
  type StructureFound,
} from "./approval.ts";

interface Row {
  readonly id: string;
  readonly structure_id: string;
  readonly line_id: string;
  readonly seq: number;
  readonly kind: ApprovalKind;
  readonly title: string;
  readonly body: string;
  readonly number: string | null;
  readonly valid_from: Day;
  readonly valid_until: Day | null;
  readonly is_required: boolean;
  readonly proof_url: string | null;
  readonly proof_name: string | null;
  readonly proof_hash: string | null;
  readonly recorded_at: Date;
  readonly ended_on: Day | null;
  readonly ended_because: string | null;
}

/** What was written by mistake is never read. */
const columns = sql`a.id, a.structure_id, a.line_id, a.seq, a.kind, a.title, a.body, a.number, a.valid_from, a.valid_until, a.is_required, a.proof_url,
  a.proof_name, encode(a.proof_hash, 'hex') as proof_hash, a.recorded_at, a.ended_on, a.ended_because`;

const fromRow = (row: Row): Approval => ({
  id: idOf<"Approval">(row.id),
  structureId: row.structure_id,
  lineId: row.line_id,
  seq: row.seq,
  kind: row.kind,
  title: row.title,
  body: row.body,
  number: row.number ?? undefined,
  from: row.valid_from,
  until: row.valid_until ?? undefined,
  isRequired: row.is_required,
  proof: {
    url: row.proof_url ?? undefined,
    file: row.proof_name === null || row.proof_hash === null ? undefined : { name: row.proof_name, hash: row.proof_hash },
  },
  recordedAt: row.recorded_at,
  withdrawn: row.ended_on === null ? undefined : { on: row.ended_on, because: row.ended_because ?? undefined },
});

/**
 * Agréments de services : those of the structure of each, and of the rows folded with it. A service that stands for nobody any more is
 * looked at with the one that stands for it. Services without approval are left out.
 */
export const approvalLinesOf = async (
  work: DirectoryReader,
  serviceIds: readonly string[],
): Promise<ReadonlyMap<string, readonly ApprovalLine[]>> => {
  const ids = serviceIds.filter(looksLikeId);
  if (ids.length === 0) return new Map();
  const rows = await work.rows(sql<Row & { readonly service_id: string }>`
    with mine as (
      select s.id as service_id, coalesce(t.folded_into, t.id) as stands
      from directory_service s
      join directory_structure t on t.id = s.structure_id
      where s.id = any(${ids}::uuid[])
      union
      select s.id, coalesce(t.folded_into, t.id)
      from directory_service s
      join directory_service r on r.id = s.folded_into
      join directory_structure t on t.id = r.structure_id
      where s.id = any(${ids}::uuid[]))
    select m.service_id, ${columns}
    from mine m
    join lateral (
      select x.id from directory_structure x where x.id = m.stands
      union all
      select x.id from directory_structure x where x.folded_into = m.stands) family on true
    join directory_approval a on a.structure_id = family.id
    where a.ended_as is distinct from 'mistake'`);
  const found = new Map<string, Approval[]>();
  for (const row of rows) found.set(row.service_id, [...(found.get(row.service_id) ?? []), fromRow(row)]);
  return new Map([...found].map(([id, approvals]) => [id, linesOf(approvals)]));
};

/** What the approvals of services change to requests, on a day. @param today in Paris */
export const approvalStandings = async (
  work: DirectoryReader,
  serviceIds: readonly string[],
  today: Day,
): Promise<ReadonlyMap<string, readonly ApprovalStanding[]>> =>
  new Map([...(await approvalLinesOf(work, serviceIds))].map(([id, lines]) => [id, lines.map((line) => standingOf(line, today))]));

/** Every line, with the name of its structure. A directory has some hundreds. */
export const allApprovalLines = async (work: DirectoryReader): Promise<ApprovalLineOfStructure[]> => {
  const rows = await work.rows(sql<Row & { readonly structure: string }>`
    select t.name as structure, ${columns}
    from directory_approval a
    join directory_structure t on t.id = a.structure_id
    where a.ended_as is distinct from 'mistake'
    order by a.recorded_at desc
    limit 5000`);
  const names = new Map(rows.map((row) => [row.structure_id, row.structure]));
  return linesOf(rows.map(fromRow)).map((line) => ({ structure: names.get(line[0].structureId) ?? "", line }));
};

/** The line that an approval stands in. */
export const approvalLineOf = async (work: DirectoryReader, id: string): Promise<ApprovalLineOfStructure | undefined> => {
  if (!looksLikeId(id)) return undefined;
  const rows = await work.rows(sql<Row & { readonly structure: string }>`
    select t.name as structure, ${columns}
    from directory_approval asked
    join directory_approval a on a.line_id = asked.line_id
    join directory_structure t on t.id = a.structure_id
    where asked.id = ${id} and a.ended_as is distinct from 'mistake'`);
  const [line] = linesOf(rows.map(fromRow));
  return line && { structure: rows[0]?.structure ?? "", line };
};

/** Structures whose name, or the name of a service of theirs, holds these words. A structure that is folded stands no longer by itself. */
export const structuresNamed = async (work: DirectoryReader, words: string): Promise<StructureFound[]> => {
  if (words.trim().length < 3) return [];
  const rows = await work.rows(sql<{ id: string; name: string; commune_name: string | null }>`
    select distinct t.id, t.name, t.commune_name
    from directory_service s
    join directory_structure t on t.id = s.structure_id
    where s.search_words like '%' || ground_plain(${words.trim().replace(/[%_\\]/g, " ")}) || '%'
      and s.gone_at is null and t.gone_at is null and t.folded_into is null
    order by t.name, t.id
    limit 20`);
  return rows.map(({ id, name, commune_name }) => ({ id, name, commune: commune_name ?? undefined }));
};

/** One structure; the one that stands for it when it is folded. */
export const structureStanding = async (work: DirectoryReader, id: string): Promise<StructureFound | undefined> => {
  if (!looksLikeId(id)) return undefined;
  const row = await work.first(sql<{ id: string; name: string; commune_name: string | null }>`
    select r.id, r.name, r.commune_name
    from directory_structure t
    join directory_structure r on r.id = coalesce(t.folded_into, t.id)
    where t.id = ${id}`);
  return row && { id: row.id, name: row.name, commune: row.commune_name ?? undefined };
};

export type NewApproval = Omit<Approval, "id" | "lineId" | "seq" | "recordedAt" | "withdrawn">;

/** Writes an approval, after those of its line. The key of the form is its identifier: a form sent twice is kept once. */
export const addApproval = (
  work: SharedWork,
  given: NewApproval,
  made: { readonly key: string; readonly staffId: string; readonly lineId?: string },
): Promise<number> =>
  work.run(sql`
    insert into directory_approval (id, structure_id, line_id, seq, kind, title, body, number, valid_from, valid_until, is_required,
      proof_url, proof_name, proof_hash, recorded_at, recorded_by)
    select ${made.key}::uuid, ${given.structureId}::uuid, ${made.lineId ?? made.key}::uuid,
      1 + coalesce((select max(seq) from directory_approval where line_id = ${made.lineId ?? made.key}::uuid), 0),
      ${given.kind}, ${given.title}, ${given.body}, ${given.number ?? null}, ${given.from}::date, ${given.until ?? null}::date, ${given.isRequired}::boolean,
      ${given.proof.url ?? null}, ${given.proof.file?.name ?? null}, decode(${given.proof.file?.hash ?? null}, 'hex'), ${work.now}::timestamptz,
      ${made.staffId}::uuid
    on conflict (id) do nothing`);

/** Locks a line until the end of the work: two persons who renew at once do it one after the other. */
export const lockLine = async (work: SharedWork, lineId: string): Promise<void> => {
  await work.first(sql`select 1 from directory_approval where id = ${lineId} for update`);
};

/** Ends an approval, once: the first end stays. @returns how many were ended, 0 or 1 */
export const endApproval = (
  work: SharedWork,
  id: string,
  end: { readonly as: "withdrawn" | "mistake"; readonly on: Day; readonly because: string | undefined; readonly staffId: string },
): Promise<number> =>
  work.run(sql`
    update directory_approval
    set ended_as = ${end.as}, ended_on = ${end.on}, ended_because = ${end.because ?? null}, ended_at = ${work.now}, ended_by = ${end.staffId}
    where id = ${id} and (ended_as is null or (${end.as} = 'mistake' and ended_as = 'withdrawn'))`);
