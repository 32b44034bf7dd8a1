import { sql } from "kysely";
import { distanceMeters } from "#engines/places";
import type { Evidence, TwinLevel } from "#engines/twins";
import type { SharedWork } from "#ground/server";
import { compareFields } from "./comparison.ts";
import { countToCompare } from "./compare-queue.store.ts";
import { countWaiting, waitingPairs } from "./pair.store.ts";
import { readTwinRows, type TwinRow } from "./twin-rows.store.ts";
import { answersTo, kindOf, undoDays, type PairKept } from "./twin.ts";
import { comparedFields, type EvidenceShown, type MergeShown, type TwinBenchShown, type TwinPairShown } from "./twins.contract.ts";

/** As many as a referent decides before the screen asks for more. */
const benchPairs = 12;

/** L'établi : the next pairs to decide, and how many wait. */
export const readBench = async (work: SharedWork): Promise<TwinBenchShown> => {
  const pairs = await waitingPairs(work, benchPairs);
  const rows = await rowsOf(work, pairs);
  return {
    waiting: await countWaiting(work),
    toCompare: await countToCompare(work),
    pairs: pairs.flatMap((pair) => pairShown(pair, rows) ?? []),
  };
};

const rowsOf = async (work: SharedWork, pairs: readonly Pick<PairKept, "a" | "b" | "level">[]): Promise<ReadonlyMap<string, TwinRow>> => {
  const idsOf = (kind: "structure" | "service"): string[] =>
    pairs.filter(({ level }) => kindOf(level) === kind).flatMap(({ a, b }) => [a, b]);
  return new Map([
    ...(await readTwinRows(work, "structure", idsOf("structure"))),
    ...(await readTwinRows(work, "service", idsOf("service"))),
  ]);
};

const pairShown = (pair: PairKept, rows: ReadonlyMap<string, TwinRow>): TwinPairShown | undefined => {
  const [a, b] = [rows.get(pair.a), rows.get(pair.b)];
  if (!a || !b) return undefined;
  return {
    id: pair.id,
    level: pair.level,
    score: pair.score,
    isHeldBack: pair.class === "doublon",
    evidence: pair.evidence.map(evidenceShown),
    a: rowShown(a),
    b: rowShown(b),
    ...(a.point && b.point ? { distanceMeters: Math.round(distanceMeters(a.point, b.point)) } : {}),
    fields: [...compareFields(comparedFields, a.fields, b.fields)],
    answers: [...answersTo(pair.level)],
  };
};

const evidenceShown = ({ of, weight, a, b }: Evidence): EvidenceShown => ({
  of,
  weight,
  ...(a === undefined ? {} : { a }),
  ...(b === undefined ? {} : { b }),
});

const rowShown = ({ id, name, sourceName, updatedOn, serviceId }: TwinRow): TwinPairShown["a"] => ({
  id,
  name,
  sourceName,
  updatedOn,
  ...(serviceId === undefined ? {} : { serviceId }),
});

const mergesOnPage = 50;

/** Fusions des trente derniers jours, the newest first. @param after `next` of the page before */
export const readMerges = async (
  work: SharedWork,
  after: string | undefined,
): Promise<{ readonly merges: MergeShown[]; readonly next?: string }> => {
  const rows = await work.rows(sql<{
    id: string;
    pair_id: string | null;
    level: TwinLevel;
    members: string[];
    decided_by: "machine" | "human";
    staff_name: string | null;
    decided_at: Date;
    undone_at: Date | null;
    evidence: Evidence[] | null;
  }>`
    select m.id, m.pair_id, m.level, m.members::text[] as members, m.decided_by, f.name as staff_name, m.decided_at, m.undone_at, p.evidence
    from directory_merge m
    left join directory_twin_pair p on p.id = m.pair_id
    left join ground_staff f on f.id = m.decided_staff
    where m.decided_at > ${work.now}::timestamptz - make_interval(days => ${undoDays})
      and (${after ?? null}::uuid is null
        or (m.decided_at, m.id) < (select last.decided_at, last.id from directory_merge last where last.id = ${after ?? null}::uuid))
    order by m.decided_at desc, m.id desc
    limit ${mergesOnPage + 1}`);
  const page = rows.slice(0, mergesOnPage);
  const known = await rowsOf(
    work,
    page.flatMap(({ level, members }) => members.map((id) => ({ level, a: id, b: id }))),
  );
  const last = page.at(-1);
  return {
    merges: page.map((row) => ({
      ...(row.pair_id === null ? {} : { pairId: row.pair_id }),
      level: row.level,
      by: row.decided_by,
      ...(row.staff_name === null ? {} : { staffName: row.staff_name }),
      decidedAt: row.decided_at.toISOString(),
      isUndone: row.undone_at !== null,
      evidence: (row.evidence ?? []).map(evidenceShown),
      members: row.members.flatMap((id) => {
        const member = known.get(id);
        return member ? [rowShown(member)] : [];
      }),
    })),
    ...(rows.length > page.length && last ? { next: last.id } : {}),
  };
};
