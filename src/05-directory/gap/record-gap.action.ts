import { sql } from "kysely";
import { idOf, type Id } from "#ground";
import { addTask, type Work } from "#ground/server";
import { gapWindowStart, timesBeforeReport } from "./gap.ts";

export interface GapAsked {
  /** Need of the taxonomy: "garde". */
  readonly need: string;
  /** INSEE code of where the person lives. */
  readonly communeCode: string;
  readonly radiusMeters: number;
  /** « citizen »: told on the public page, by nobody known. */
  readonly from: "search" | "referral" | "citizen";
  /** How far the nearest one is, when there is one further away. */
  readonly nearestMeters?: number;
}

export interface GapRecorded {
  readonly gapId: Id<"Gap">;
  readonly timesIn30Days: number;
  /** True once: this demand is the third in 30 days, and a task now asks someone to tell those who can act. */
  readonly isNewReport: boolean;
}

/** A gap is looked at the next day. */
const reportDelayMs = 24 * 3_600_000;

/**
 * Signaler un manque : nobody offers this within the radius. Each demand is kept; the third in 30 days makes one task for a human, and the
 * next ones make none until the gap is settled.
 */
export const recordGap = async (work: Work, asked: GapAsked): Promise<GapRecorded> => {
  const gap = await openGap(work, asked);
  await work.run(sql`
    insert into directory_gap_ask (commissioner_id, gap_id, asked_at, asked_from, nearest_meters)
    values (${work.commissionerId}, ${gap.id}, ${work.now}, ${asked.from}, ${asked.nearestMeters ?? null})`);
  const { times } = await work.one(sql<{ times: number }>`
    select count(*)::int as times from directory_gap_ask
    where commissioner_id = ${work.commissionerId} and gap_id = ${gap.id} and asked_at > ${gapWindowStart(work.now)}`);
  const isNewReport = gap.status === "open" && times >= timesBeforeReport;
  if (isNewReport) await report(work, gap.id);
  await work.tell("gap.recorded", { gapId: gap.id });
  return { gapId: idOf<"Gap">(gap.id), timesIn30Days: times, isNewReport };
};

/** The gap already open for the same need, place and radius, locked so that two demands at once count one after the other. */
const openGap = async (work: Work, asked: GapAsked): Promise<{ id: string; status: "open" | "reported" }> => {
  await work.run(sql`
    insert into directory_gap (commissioner_id, need, commune_code, radius_meters, opened_at)
    values (${work.commissionerId}, ${asked.need}, ${asked.communeCode}, ${asked.radiusMeters}, ${work.now})
    on conflict (commissioner_id, need, commune_code, radius_meters) where status <> 'resolved' do nothing`);
  return work.one(sql<{ id: string; status: "open" | "reported" }>`
    select id, status from directory_gap
    where commissioner_id = ${work.commissionerId} and need = ${asked.need} and commune_code = ${asked.communeCode}
      and radius_meters = ${asked.radiusMeters} and status <> 'resolved'
    for update`);
};

const report = async (work: Work, gapId: string): Promise<void> => {
  await work.run(sql`
    update directory_gap set status = 'reported', reported_at = ${work.now}
    where commissioner_id = ${work.commissionerId} and id = ${gapId}`);
  await addTask(work, { kind: "gap.report", subjectKind: "gap", subjectId: gapId, dueAt: new Date(work.now.getTime() + reportDelayMs) });
  work.audit({ action: "report gap", objectKind: "gap", objectId: gapId });
};
