import { sql } from "kysely";
import { idOf, type Id } from "#ground";
import type { Work } from "#ground/server";
import type { ReferralOutcome } from "#referral";
import type { Delivered, Outcome, OutcomeSource } from "./outcome.ts";

/** Adds a word on a referral. */
export const addOutcome = async (
  work: Work,
  given: {
    readonly referralId: string;
    readonly source: OutcomeSource;
    readonly delivered: Delivered;
    readonly reason?: string | undefined;
    readonly satisfaction?: number | undefined;
  },
): Promise<Id<"Outcome">> => {
  const { id } = await work.one(sql<{ id: string }>`
    insert into outcome (commissioner_id, referral_id, source, delivered, reason, satisfaction, said_at, said_by)
    values (${work.commissionerId}, ${given.referralId}, ${given.source}, ${given.delivered}, ${given.reason ?? null}, ${given.satisfaction ?? null},
      ${work.now}, ${work.actor.kind === "staff" ? work.actor.staffId : null})
    returning id`);
  return idOf<"Outcome">(id);
};

interface Row {
  readonly id: string;
  readonly referral_id: string;
  readonly source: OutcomeSource;
  readonly delivered: Delivered;
  readonly reason: string | null;
  readonly satisfaction: number | null;
  readonly said_at: Date;
  readonly said_by: string | null;
}

const fromRow = (row: Row): Outcome => ({
  id: idOf<"Outcome">(row.id),
  referralId: idOf<"Referral">(row.referral_id),
  source: row.source,
  delivered: row.delivered,
  reason: row.reason ?? undefined,
  satisfaction: row.satisfaction ?? undefined,
  saidAt: row.said_at,
  saidBy: row.said_by === null ? undefined : idOf<"Staff">(row.said_by),
});

/** All that was said of a referral, in order. */
export const outcomesOf = async (work: Work, referralId: string): Promise<Outcome[]> => {
  const rows = await work.rows(sql<Row>`
    select id, referral_id, source, delivered, reason, satisfaction, said_at, said_by
    from outcome
    where commissioner_id = ${work.commissionerId} and referral_id = ${referralId}
    order by said_at, id`);
  return rows.map(fromRow);
};

/** How the handovers closed in a span ended, with what was said of each: for the closure rate. */
export const closedBetween = async (
  work: Work,
  from: Date,
  until: Date,
): Promise<readonly { readonly referralId: string; readonly outcome: ReferralOutcome }[]> => {
  const rows = await work.rows(sql<{ id: string; outcome: ReferralOutcome }>`
    select id, outcome from referral
    where commissioner_id = ${work.commissionerId} and status = 'closed' and closed_at >= ${from} and closed_at < ${until}
    order by closed_at, id`);
  return rows.map((row) => ({ referralId: row.id, outcome: row.outcome }));
};
