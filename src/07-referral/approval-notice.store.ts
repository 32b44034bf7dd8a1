import { sql } from "kysely";
import type { Day } from "#engines/calendar";
import type { Work } from "#ground/server";

/** Fin d'agrément à signaler, of one provider. */
export interface ApprovalNotice {
  readonly providerId: string;
  /** The line of approvals of its structure; the provider itself for the dates agreed with the commissioner. */
  readonly aboutId: string;
  readonly lastDay: Day;
  readonly stage: "ends" | "ended";
}

/** Notes that an end was told, once. @returns whether it had not been told before */
export const noteApprovalNotice = async (work: Work, notice: ApprovalNotice): Promise<boolean> =>
  (await work.run(sql`
    insert into referral_approval_notice (commissioner_id, provider_id, about_id, last_day, stage, noticed_at)
    values (${work.commissionerId}, ${notice.providerId}, ${notice.aboutId}, ${notice.lastDay}, ${notice.stage}, ${work.now})
    on conflict (commissioner_id, provider_id, about_id, last_day, stage) do nothing`)) > 0;
