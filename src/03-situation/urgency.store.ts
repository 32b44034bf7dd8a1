import { sql } from "kysely";
import type { Work } from "#ground/server";
import type { Urgency, UrgencyLevel, UrgencyMotive } from "./urgency.ts";

/** Each flag of a situation, the newest first. */
export const urgenciesOf = async (work: Work, situationId: string): Promise<Urgency[]> => {
  const rows = await work.rows(sql<{ level: UrgencyLevel; motives: UrgencyMotive[]; flagged_at: Date; flagged_by: string }>`
    select level, motives, flagged_at, flagged_by from situation_urgency
    where commissioner_id = ${work.commissionerId} and situation_id = ${situationId}
    order by flagged_at desc, id desc
    limit 50`);
  return rows.map((row) => ({ level: row.level, motives: row.motives, flaggedAt: row.flagged_at, flaggedBy: row.flagged_by }));
};
