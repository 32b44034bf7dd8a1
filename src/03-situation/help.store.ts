import { sql } from "kysely";
import type { Work } from "#ground/server";
import type { EmergencyNumber } from "./urgency.ts";

/** Secours joint : a number that a human called with the person on the line. */
export interface HelpCalled {
  readonly number: EmergencyNumber;
  readonly calledAt: Date;
  readonly calledBy: string;
}

/** Help that was called for a situation, the newest first. */
export const helpCalledFor = async (work: Work, situationId: string): Promise<HelpCalled[]> => {
  const rows = await work.rows(sql<{ number: EmergencyNumber; called_at: Date; called_by: string }>`
    select number, called_at, called_by from situation_help
    where commissioner_id = ${work.commissionerId} and situation_id = ${situationId}
    order by called_at desc, id desc
    limit 20`);
  return rows.map((row) => ({ number: row.number, calledAt: row.called_at, calledBy: row.called_by }));
};
