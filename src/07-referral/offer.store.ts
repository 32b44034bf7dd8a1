import { sql, type RawBuilder } from "kysely";
import { idOf, type Id } from "#ground";
import type { Work } from "#ground/server";
import type { Attempt, Offer, OfferAnswer, RefusalReason } from "./offer.ts";

interface Row {
  readonly id: string;
  readonly referral_id: string;
  readonly provider_id: string;
  readonly decision_id: string;
  readonly seq: number;
  readonly offered_at: Date;
  readonly due_at: Date;
  readonly answer: OfferAnswer;
  readonly answered_at: Date | null;
  readonly refusal_reason: RefusalReason | null;
  readonly refusal_text: string | null;
  readonly warned_24_at: Date | null;
  readonly warned_44_at: Date | null;
}

const columns = sql`id, referral_id, provider_id, decision_id, seq, offered_at, due_at, answer, answered_at, refusal_reason, refusal_text, warned_24_at, warned_44_at`;

const fromRow = (row: Row): Offer => ({
  id: idOf<"Offer">(row.id),
  referralId: idOf<"Referral">(row.referral_id),
  providerId: idOf<"Provider">(row.provider_id),
  decisionId: idOf<"Decision">(row.decision_id),
  seq: row.seq,
  offeredAt: row.offered_at,
  dueAt: row.due_at,
  answer: row.answer,
  answeredAt: row.answered_at ?? undefined,
  refusalReason: row.refusal_reason ?? undefined,
  refusalText: row.refusal_text ?? undefined,
  warned24At: row.warned_24_at ?? undefined,
  warned44At: row.warned_44_at ?? undefined,
});

/** Adds the next offer of a referral. The database refuses a second one while one is running (invariant 3). */
export const addOffer = async (
  work: Work,
  given: { readonly referralId: string; readonly providerId: string; readonly decisionId: string; readonly dueAt: Date },
): Promise<Offer> => {
  const row = await work.one(sql<Row>`
    insert into referral_offer (commissioner_id, referral_id, provider_id, decision_id, seq, offered_at, due_at)
    values (${work.commissionerId}, ${given.referralId}, ${given.providerId}, ${given.decisionId},
      (select coalesce(max(seq), 0) + 1 from referral_offer where commissioner_id = ${work.commissionerId} and referral_id = ${given.referralId}),
      ${work.now}, ${given.dueAt})
    returning ${columns}`);
  return fromRow(row);
};

export const findOffer = async (work: Work, id: string): Promise<Offer | undefined> => {
  const row = await work.first(
    sql<Row>`select ${columns} from referral_offer where commissioner_id = ${work.commissionerId} and id = ${id}`,
  );
  return row && fromRow(row);
};

/** All offers of a referral, the first one first. */
export const offersOf = async (work: Work, referralId: string): Promise<Offer[]> => {
  const rows = await work.rows(sql<Row>`
    select ${columns} from referral_offer where commissioner_id = ${work.commissionerId} and referral_id = ${referralId} order by seq`);
  return rows.map(fromRow);
};

/** Writes what became of an offer. */
export const answerOffer = async (
  work: Work,
  id: string,
  given: { readonly answer: Exclude<OfferAnswer, "waiting">; readonly reason?: RefusalReason; readonly text?: string | undefined },
): Promise<void> => {
  await work.run(sql`
    update referral_offer
    set answer = ${given.answer}, answered_at = coalesce(answered_at, ${work.now}), refusal_reason = ${given.reason ?? null}, refusal_text = ${given.text ?? null}
    where commissioner_id = ${work.commissionerId} and id = ${id}`);
};

export const noteWarned = async (work: Work, id: string, at: 24 | 44): Promise<void> => {
  await work.run(sql`
    update referral_offer
    set warned_24_at = coalesce(warned_24_at, ${work.now}), warned_44_at = ${at === 44 ? work.now : sql`warned_44_at`}
    where commissioner_id = ${work.commissionerId} and id = ${id}`);
};

const runningWhere = async (work: Work, condition: RawBuilder<unknown>): Promise<Offer[]> => {
  const rows = await work.rows(sql<Row>`
    select ${columns} from referral_offer
    where commissioner_id = ${work.commissionerId} and answer in ('waiting', 'accepted') and ${condition}
    order by due_at, id
    limit 200`);
  return rows.map(fromRow);
};

/** Offers whose time is over, the oldest first. */
export const lapsedOffers = (work: Work): Promise<Offer[]> => runningWhere(work, sql`due_at <= ${work.now}`);

/** Offers that a warning may be due for. */
export const offersToWarn = (work: Work): Promise<Offer[]> =>
  runningWhere(
    work,
    sql`due_at > ${work.now}
      and ((warned_24_at is null and offered_at <= ${hoursAgo(work, 24)}) or (warned_44_at is null and offered_at <= ${hoursAgo(work, 44)}))`,
  );

const hoursAgo = (work: Work, hours: number): Date => new Date(work.now.getTime() - hours * 3_600_000);

/** Notes a call made by the provider. */
export const addAttempt = async (work: Work, offerId: string, wasReached: boolean): Promise<void> => {
  await work.run(sql`
    insert into referral_attempt (commissioner_id, offer_id, at, was_reached)
    values (${work.commissionerId}, ${offerId}, ${work.now}, ${wasReached})`);
};

/** Calls made for each offer of a referral, in order. */
export const attemptsOf = async (work: Work, referralId: string): Promise<readonly (Attempt & { readonly offerId: Id<"Offer"> })[]> => {
  const rows = await work.rows(sql<{ offer_id: string; at: Date; was_reached: boolean }>`
    select a.offer_id, a.at, a.was_reached
    from referral_attempt a
    join referral_offer o on o.commissioner_id = a.commissioner_id and o.id = a.offer_id
    where a.commissioner_id = ${work.commissionerId} and o.referral_id = ${referralId}
    order by a.at, a.id`);
  return rows.map((row) => ({ offerId: idOf<"Offer">(row.offer_id), at: row.at, wasReached: row.was_reached }));
};
