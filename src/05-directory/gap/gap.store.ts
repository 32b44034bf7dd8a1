import { sql } from "kysely";
import { finishTasks, type Work } from "#ground/server";
import { gapWindowStart } from "./gap.ts";

export interface Gap {
  readonly id: string;
  readonly need: string;
  readonly communeCode: string;
  readonly radiusMeters: number;
  readonly status: "open" | "reported" | "resolved";
  readonly openedAt: Date;
  readonly reportedAt: Date | undefined;
  readonly reportedTo: string | undefined;
  readonly timesIn30Days: number;
  readonly timesInAll: number;
  readonly nearestMeters: number | undefined;
}

/** Manques not settled yet, the most asked for first. */
export const openGaps = async (work: Work): Promise<Gap[]> => {
  const rows = await work.rows(sql<{
    id: string;
    need: string;
    commune_code: string;
    radius_meters: number;
    status: Gap["status"];
    opened_at: Date;
    reported_at: Date | null;
    reported_to: string | null;
    recent: number;
    times: number;
    nearest: number | null;
  }>`
    select g.id, g.need, g.commune_code, g.radius_meters, g.status, g.opened_at, g.reported_at, g.reported_to,
      count(a.id) filter (where a.asked_at > ${gapWindowStart(work.now)})::int as recent, count(a.id)::int as times, min(a.nearest_meters) as nearest
    from directory_gap g
    join directory_gap_ask a on a.commissioner_id = g.commissioner_id and a.gap_id = g.id
    where g.commissioner_id = ${work.commissionerId} and g.status <> 'resolved'
    group by g.commissioner_id, g.id
    order by recent desc, times desc, g.opened_at, g.id
    limit 500`);
  return rows.map((row) => ({
    id: row.id,
    need: row.need,
    communeCode: row.commune_code,
    radiusMeters: row.radius_meters,
    status: row.status,
    openedAt: row.opened_at,
    reportedAt: row.reported_at ?? undefined,
    reportedTo: row.reported_to ?? undefined,
    timesIn30Days: row.recent,
    timesInAll: row.times,
    nearestMeters: row.nearest ?? undefined,
  }));
};

export const gapIsHere = async (work: Work, id: string): Promise<boolean> =>
  (await work.first(sql`select 1 from directory_gap where commissioner_id = ${work.commissionerId} and id = ${id}`)) !== undefined;

/** Notes to whom a gap was told, and ends its task. */
export const markGapReported = async (work: Work, id: string, reportedTo: string): Promise<"reported" | "resolved"> => {
  const changed = await work.run(sql`
    update directory_gap set status = 'reported', reported_at = coalesce(reported_at, ${work.now}), reported_to = ${reportedTo}
    where commissioner_id = ${work.commissionerId} and id = ${id} and status <> 'resolved'`);
  if (changed === 0) return "resolved";
  await finishTasks(work, { kind: "gap.report", subjectId: id });
  work.audit({ action: "gap reported", objectKind: "gap", objectId: id });
  return "reported";
};

/** Someone now offers it: the gap is settled, and the next demand would open another one. */
export const resolveGap = async (work: Work, id: string): Promise<void> => {
  await work.run(sql`
    update directory_gap set status = 'resolved', resolved_at = ${work.now}
    where commissioner_id = ${work.commissionerId} and id = ${id} and status <> 'resolved'`);
  await finishTasks(work, { kind: "gap.report", subjectId: id });
  work.audit({ action: "gap resolved", objectKind: "gap", objectId: id });
};
