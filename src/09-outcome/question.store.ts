import { sql } from "kysely";
import type { Work } from "#ground/server";
import type { ReferralMode, ReferralOutcome, ReferralStatus } from "#referral";
import type { OutcomeSource } from "./outcome.ts";
import type { AskedOf, ToAsk } from "./question.ts";

/** Referrals that somebody may have to be asked about, the oldest first. After three months nobody is asked any more. */
export const referralsToAsk = async (work: Work): Promise<readonly (ToAsk & { readonly id: string })[]> => {
  const rows = await work.rows(sql<{
    id: string;
    mode: ReferralMode;
    status: ReferralStatus;
    outcome: ReferralOutcome | null;
    since: Date;
    asked: AskedOf[];
    said: OutcomeSource[];
  }>`
    select r.id, r.mode, r.status, r.outcome, coalesce(r.accepted_at, r.created_at) as since,
      array(select q.asked_of from outcome_question q where q.commissioner_id = r.commissioner_id and q.referral_id = r.id and q.asked_at >= coalesce(r.accepted_at, r.created_at)) as asked,
      array(select distinct o.source from outcome o where o.commissioner_id = r.commissioner_id and o.referral_id = r.id and o.said_at >= coalesce(r.reopened_at, r.created_at)) as said
    from referral r
    where r.commissioner_id = ${work.commissionerId}
      and ((r.mode = 'inform') or (r.mode = 'handover' and r.accepted_at is not null))
      and coalesce(r.accepted_at, r.created_at) <= ${daysAgo(work, 7)}
      and coalesce(r.accepted_at, r.created_at) > ${daysAgo(work, 92)}
      and (r.status <> 'closed' or not exists (
        select 1 from outcome_question q where q.commissioner_id = r.commissioner_id and q.referral_id = r.id and q.asked_of = 'person'
          and q.asked_at >= coalesce(r.accepted_at, r.created_at)))
    order by since, r.id
    limit 500`);
  return rows.map((row) => ({ ...row, outcome: row.outcome ?? undefined }));
};

const daysAgo = (work: Work, days: number): Date => new Date(work.now.getTime() - days * 86_400_000);

/** Notes that someone was asked, once since the referral was taken. @returns false when they were before. */
export const noteAsked = async (work: Work, referralId: string, of: AskedOf, since: Date): Promise<boolean> =>
  (await work.run(sql`
    insert into outcome_question (commissioner_id, referral_id, asked_of, asked_at)
    values (${work.commissionerId}, ${referralId}, ${of}, ${work.now})
    on conflict (commissioner_id, referral_id, asked_of) do update
    set asked_at = excluded.asked_at, answered_at = null
    where outcome_question.asked_at < ${since}`)) > 0;

/** Notes that a question was answered. */
export const noteAnswered = async (work: Work, referralId: string, of: AskedOf): Promise<void> => {
  await work.run(sql`
    update outcome_question set answered_at = coalesce(answered_at, ${work.now})
    where commissioner_id = ${work.commissionerId} and referral_id = ${referralId} and asked_of = ${of}`);
};
