import { sql } from "kysely";
import type { Evidence, TwinClass, TwinLevel } from "#engines/twins";
import { looksLikeId } from "#ground";
import type { SharedWork } from "#ground/server";
import type { SeenPair } from "./seen-pair.ts";
import { undoUntil, type PairKept, type PairState, type TwinAnswer, type TwinKind } from "./twin.ts";

interface Row {
  readonly id: string;
  readonly a: string;
  readonly b: string;
  readonly level: TwinLevel;
  readonly proposed_level: TwinLevel;
  readonly class: TwinClass;
  readonly score: number;
  readonly evidence: Evidence[];
  readonly state: PairState;
  readonly decided_by: "machine" | "human" | null;
  readonly decided_staff: string | null;
  readonly decided_at: Date | null;
}

const columns = sql`p.id, p.a, p.b, p.level, p.proposed_level, p.class, p.score, p.evidence, p.state, p.decided_by, p.decided_staff, p.decided_at`;

const pairFromRow = (row: Row): PairKept => ({
  id: row.id,
  a: row.a,
  b: row.b,
  level: row.level,
  proposedLevel: row.proposed_level,
  class: row.class,
  score: row.score,
  evidence: row.evidence,
  state: row.state,
  decidedBy: row.decided_by ?? undefined,
  decidedStaff: row.decided_staff ?? undefined,
  decidedAt: row.decided_at ?? undefined,
});

/** Keeps what the machine sees now. What a human decided is left as it is, and so is a merge that holds: only its reasons are renewed. */
export const keepPairs = (work: SharedWork, pairs: readonly SeenPair[]): Promise<number> =>
  work.run(sql`
    insert into directory_twin_pair as known (a, b, level, proposed_level, class, score, at_one_place, evidence, found_at)
    select given.a, given.b, given.level, given.level, given.class, given.score, given."atOnePlace", given.evidence, ${work.now}
    from jsonb_to_recordset(${JSON.stringify(pairs)}::jsonb) as given(a uuid, b uuid, level text, class text, score double precision, "atOnePlace" boolean,
      evidence jsonb)
    on conflict on constraint twin_pair_once do update set
      level = case when known.state = 'proposed' then excluded.level else known.level end,
      proposed_level = case when known.state = 'proposed' then excluded.proposed_level else known.proposed_level end,
      class = excluded.class, score = excluded.score, at_one_place = excluded.at_one_place, evidence = excluded.evidence
    where known.decided_by is distinct from 'human'`);

/**
 * What the machine had seen between these rows and others, and sees no more: forgotten, and unmerged when it had merged alone. So is a merge
 * of which it would say another level today. What a human decided stays, and so does what concerns a row that is gone: it is no longer compared,
 * and leads to the one that stands.
 * @returns the rows whose fold changes
 */
export const withdrawPairs = async (
  work: SharedWork,
  kind: TwinKind,
  compared: readonly string[],
  seen: readonly SeenPair[],
): Promise<string[]> => {
  const lost = await work.rows(sql<{ id: string; a: string; b: string }>`
    select p.id, p.a, p.b
    from directory_twin_pair p
    left join jsonb_to_recordset(${JSON.stringify(seen.map(({ a, b, level, class: certainty }) => ({ a, b, level, class: certainty })))}::jsonb)
      as given(a uuid, b uuid, level text, class text) on given.a = p.a and given.b = p.b
    where (p.a = any(${[...compared]}::uuid[]) or p.b = any(${[...compared]}::uuid[]))
      and (p.level = 'service') = ${kind === "service"}
      and p.decided_by is distinct from 'human'
      and not exists (select 1 from directory_structure t where t.id in (p.structure_a, p.structure_b) and t.gone_at is not null)
      and not exists (select 1 from directory_service s where s.id in (p.service_a, p.service_b) and s.gone_at is not null)
      and (given.a is null or (p.state = 'merged' and (given.class <> 'doublon' or given.level <> p.level)))`);
  if (lost.length === 0) return [];
  const ids = lost.map(({ id }) => id);
  await work.run(sql`
    update directory_merge set undone_at = ${work.now}, undone_by = 'machine'
    where pair_id = any(${ids}::uuid[]) and undone_at is null`);
  await work.run(sql`delete from directory_twin_pair where id = any(${ids}::uuid[])`);
  return lost.flatMap(({ a, b }) => [a, b]);
};

/** The pairs of these rows that the machine may merge alone, the surest first. */
export const mergeable = async (work: SharedWork, kind: TwinKind, ids: readonly string[]): Promise<PairKept[]> =>
  (
    await work.rows(sql<Row>`
      select ${columns} from directory_twin_pair p
      where p.state = 'proposed' and p.class = 'doublon' and (p.level = 'service') = ${kind === "service"}
        and (p.a = any(${[...ids]}::uuid[]) or p.b = any(${[...ids]}::uuid[]))
      order by p.score desc, p.a, p.b`)
  ).map(pairFromRow);

/** Those that a human said to be two, among these. */
export const saidApart = (work: SharedWork, ids: readonly string[]): Promise<{ a: string; b: string }[]> =>
  work.rows(sql<{ a: string; b: string }>`
    select a, b from directory_twin_pair
    where state = 'apart' and a = any(${[...ids]}::uuid[]) and b = any(${[...ids]}::uuid[])`);

/** Decides a pair, and merges when they are one. @param staffId undefined: the machine */
export const settlePair = async (work: SharedWork, pair: PairKept, as: TwinAnswer, staffId: string | undefined): Promise<void> => {
  const isMerge = as !== "apart" && as !== "left";
  const by = staffId === undefined ? "machine" : "human";
  await work.run(sql`
    update directory_twin_pair set state = ${isMerge ? "merged" : as}, level = ${isMerge ? as : pair.level}, decided_by = ${by},
      decided_staff = ${staffId ?? null}, decided_at = ${work.now}
    where id = ${pair.id}`);
  if (!isMerge) return;
  await work.run(sql`
    insert into directory_merge (pair_id, level, members, decided_by, decided_staff, decided_at, undo_until)
    values (${pair.id}, ${as}, ${[pair.a, pair.b]}::uuid[], ${by}, ${staffId ?? null}, ${work.now}, ${undoUntil(work.now)})`);
};

/** Gives a pair back to whoever decides; a merge that the machine had made is from now on said to be two. */
export const unsettlePair = async (work: SharedWork, pair: PairKept, staffId: string): Promise<void> => {
  const becomes = pair.decidedBy === "machine" ? "apart" : "proposed";
  await work.run(sql`
    update directory_twin_pair set state = ${becomes}, level = proposed_level,
      decided_by = ${becomes === "apart" ? "human" : null}, decided_staff = ${becomes === "apart" ? staffId : null},
      decided_at = ${becomes === "apart" ? work.now : null}
    where id = ${pair.id}`);
  await work.run(sql`
    update directory_merge set undone_at = ${work.now}, undone_by = 'human', undone_staff = ${staffId}
    where pair_id = ${pair.id} and undone_at is null`);
};

/** One pair, held until the transaction ends. */
export const holdPair = async (work: SharedWork, id: string): Promise<PairKept | undefined> => {
  if (!looksLikeId(id)) return undefined;
  const row = await work.first(sql<Row>`select ${columns} from directory_twin_pair p where p.id = ${id} for update`);
  return row && pairFromRow(row);
};

/** A pair whose two rows already stand together, by others, asks nothing of anybody; nor does one whose row is gone. */
const waits = sql`p.state = 'proposed' and exists (
    select 1 from directory_structure a, directory_structure b
    where a.id = p.structure_a and b.id = p.structure_b and a.gone_at is null and b.gone_at is null
      and coalesce(a.folded_into, a.id) <> coalesce(b.folded_into, b.id)
    union all
    select 1 from directory_service a, directory_service b
    where a.id = p.service_a and b.id = p.service_b and a.gone_at is null and b.gone_at is null
      and coalesce(a.folded_into, a.id) <> coalesce(b.folded_into, b.id))`;

/** Pairs that wait for a human, the likeliest first: most are answered at a glance. */
export const waitingPairs = async (work: SharedWork, limit: number): Promise<PairKept[]> =>
  (await work.rows(sql<Row>`select ${columns} from directory_twin_pair p where ${waits} order by p.score desc, p.id limit ${limit}`)).map(
    pairFromRow,
  );

export const countWaiting = async (work: SharedWork): Promise<number> =>
  (await work.one(sql<{ count: number }>`select count(*)::int as count from directory_twin_pair p where ${waits}`)).count;

/** How many pairs there are, by level and class. */
export const countPairs = (work: SharedWork): Promise<{ level: TwinLevel; class: TwinClass; count: number }[]> =>
  work.rows(sql`select level, class, count(*)::int as count from directory_twin_pair where state <> 'apart' group by level, class`);
