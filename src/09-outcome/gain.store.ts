import { sql } from "kysely";
import { idOf, type Id } from "#ground";
import type { Work } from "#ground/server";
import { vaultOf } from "#person/server";
import type { Gain, GainBasis, GainKind, GainPeriod } from "./gain.ts";

const place = (id: string) => ({ table: "outcome_gain", id, column: "label" });

export interface NewGain {
  readonly personId: string;
  readonly situationId: string;
  readonly referralId?: string | undefined;
  readonly kind: GainKind;
  readonly label: string;
  readonly amount?: { readonly cents: number; readonly period: GainPeriod } | undefined;
  readonly basis: GainBasis;
  /** The money of an application: which payment it is. One payment is one gain, the base holds it. */
  readonly payment?: { readonly applicationId: string; readonly id: string } | undefined;
}

/** Noter un gain, its words sealed with the person's key. */
export const recordGain = async (work: Work, given: NewGain): Promise<Id<"Gain">> => {
  const vault = await vaultOf(work, given.personId);
  const { id } = await work.one(sql<{ id: string }>`select uuidv7() as id`);
  await work.run(sql`
    insert into outcome_gain (commissioner_id, id, person_id, situation_id, referral_id, application_id, payment_id, kind, label, amount_cents, period, basis,
      noted_at, noted_by)
    values (${work.commissionerId}, ${id}, ${given.personId}, ${given.situationId}, ${given.referralId ?? null},
      ${given.payment?.applicationId ?? null}, ${given.payment?.id ?? null}, ${given.kind},
      ${vault.seal(place(id), given.label)}, ${given.amount?.cents ?? null}, ${given.amount?.period ?? null}, ${given.basis}, ${work.now},
      ${work.actor.kind === "staff" ? work.actor.staffId : null})`);
  work.audit({ action: "record gain", objectKind: "person", objectId: given.personId, purpose: given.kind });
  await work.tell("gain.recorded", { gainId: id, situationId: given.situationId });
  return idOf<"Gain">(id);
};

/** Takes back a gain noted by mistake: it stays written, out of every total. @returns false when it is not here. */
export const withdrawGain = async (work: Work, id: string): Promise<boolean> => {
  const row = await work.first(sql<{ person_id: string; situation_id: string }>`
    update outcome_gain set withdrawn_at = ${work.now}
    where commissioner_id = ${work.commissionerId} and id = ${id} and withdrawn_at is null
    returning person_id, situation_id`);
  if (!row) return false;
  work.audit({ action: "withdraw gain", objectKind: "person", objectId: row.person_id });
  await work.tell("gain.withdrawn", { gainId: id, situationId: row.situation_id });
  return true;
};

/** Whether a gain stands here: its address is known by its identifier alone. */
export const gainIsHere = async (work: Work, id: string): Promise<boolean> =>
  (await work.first(
    sql`select 1 from outcome_gain where commissioner_id = ${work.commissionerId} and id = ${id} and withdrawn_at is null`,
  )) !== undefined;

/** The payments of an application that were noted, their gains withdrawn since or not; held, so that two who listen come one after the other. */
export const paymentsNoted = async (
  work: Work,
  applicationId: string,
): Promise<readonly { readonly gainId: string; readonly paymentId: string }[]> => {
  await work.run(sql`select pg_advisory_xact_lock(hashtextextended(${`payments of ${applicationId}`}, 0))`);
  const rows = await work.rows(sql<{ id: string; payment_id: string }>`
    select id, payment_id from outcome_gain
    where commissioner_id = ${work.commissionerId} and application_id = ${applicationId}`);
  return rows.map((row) => ({ gainId: row.id, paymentId: row.payment_id }));
};

interface Row {
  readonly id: string;
  readonly situation_id: string;
  readonly referral_id: string | null;
  readonly kind: GainKind;
  readonly label: Buffer;
  readonly amount_cents: number | null;
  readonly period: GainPeriod | null;
  readonly basis: GainBasis;
  readonly noted_at: Date;
}

/** The gains of a person, in order. */
export const gainsOf = async (work: Work, personId: string): Promise<Gain[]> => {
  const rows = await work.rows(sql<Row>`
    select id, situation_id, referral_id, kind, label, amount_cents, period, basis, noted_at
    from outcome_gain
    where commissioner_id = ${work.commissionerId} and person_id = ${personId} and withdrawn_at is null
    order by noted_at, id`);
  if (rows.length === 0) return [];
  const vault = await vaultOf(work, personId);
  return rows.map((row) => ({
    id: idOf<"Gain">(row.id),
    situationId: idOf<"Situation">(row.situation_id),
    referralId: row.referral_id === null ? undefined : idOf<"Referral">(row.referral_id),
    kind: row.kind,
    label: vault.open(place(row.id), row.label),
    amount: row.amount_cents === null || row.period === null ? undefined : { cents: row.amount_cents, period: row.period },
    basis: row.basis,
    notedAt: row.noted_at,
  }));
};
