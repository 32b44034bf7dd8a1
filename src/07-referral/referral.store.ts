import { sql, type RawBuilder } from "kysely";
import { idOf, type Id } from "#ground";
import type { Work } from "#ground/server";
import { vaultOf } from "#person/server";
import { fieldsOf, type Packet } from "./packet.ts";
import type { Referral, ReferralMode, ReferralOutcome, ReferralStatus } from "./referral.ts";

interface Row {
  readonly id: string;
  readonly situation_id: string;
  readonly need_id: string;
  readonly need: string;
  readonly person_id: string;
  readonly mode: ReferralMode;
  readonly status: ReferralStatus;
  readonly outcome: ReferralOutcome | null;
  readonly consent_id: string | null;
  readonly has_packet: boolean;
  readonly commune_code: string | null;
  readonly pool_id: string | null;
  readonly named_provider_id: string | null;
  readonly created_at: Date;
  readonly created_by: string | null;
  readonly reopened_at: Date | null;
  readonly reopened_after_seq: number;
  readonly accepted_at: Date | null;
  readonly first_attempt_at: Date | null;
  readonly reached_at: Date | null;
  readonly done_at: Date | null;
  readonly closed_at: Date | null;
}

const columns = sql`r.id, r.situation_id, r.need_id, n.need, r.person_id, r.mode, r.status, r.outcome, r.consent_id, r.packet is not null as has_packet,
    r.commune_code, r.pool_id, r.named_provider_id, r.created_at, r.created_by, r.reopened_at, r.reopened_after_seq, r.accepted_at, r.first_attempt_at, r.reached_at,
    r.done_at, r.closed_at`;
const tables = sql`referral r join situation_need n on n.commissioner_id = r.commissioner_id and n.id = r.need_id`;

const orNone = <Kind extends string>(id: string | null): Id<Kind> | undefined => (id === null ? undefined : idOf<Kind>(id));

const fromRow = (row: Row): Referral => ({
  id: idOf<"Referral">(row.id),
  situationId: idOf<"Situation">(row.situation_id),
  needId: idOf<"Need">(row.need_id),
  need: row.need,
  personId: idOf<"Person">(row.person_id),
  mode: row.mode,
  status: row.status,
  outcome: row.outcome ?? undefined,
  consentId: orNone<"Consent">(row.consent_id),
  hasPacket: row.has_packet,
  communeCode: row.commune_code ?? undefined,
  poolId: orNone<"Pool">(row.pool_id),
  namedProviderId: orNone<"Provider">(row.named_provider_id),
  createdAt: row.created_at,
  createdBy: orNone<"Staff">(row.created_by),
  reopenedAt: row.reopened_at ?? undefined,
  reopenedAfterSeq: row.reopened_after_seq,
  acceptedAt: row.accepted_at ?? undefined,
  firstAttemptAt: row.first_attempt_at ?? undefined,
  reachedAt: row.reached_at ?? undefined,
  doneAt: row.done_at ?? undefined,
  closedAt: row.closed_at ?? undefined,
});

/** One referral, to look at. */
export const findReferral = async (work: Work, id: string): Promise<Referral | undefined> => {
  const row = await work.first(
    sql<Row>`select ${columns} from ${tables} where r.commissioner_id = ${work.commissionerId} and r.id = ${id}`,
  );
  return row && fromRow(row);
};

/** One referral, to act upon: nobody else may until this work ends. */
export const lockReferral = async (work: Work, id: string): Promise<Referral | undefined> => {
  const row = await work.first(sql<Row>`
    select ${columns} from ${tables} where r.commissioner_id = ${work.commissionerId} and r.id = ${id} for update of r`);
  return row && fromRow(row);
};

const referralsWhere = async (work: Work, condition: RawBuilder<unknown>): Promise<Referral[]> => {
  const rows = await work.rows(sql<Row>`
    select ${columns} from ${tables}
    where r.commissioner_id = ${work.commissionerId} and ${condition}
    order by r.created_at, r.id
    limit 500`);
  return rows.map(fromRow);
};

export const referralsOfSituation = (work: Work, situationId: string): Promise<Referral[]> =>
  referralsWhere(work, sql`r.situation_id = ${situationId}`);
export const referralsOfPerson = (work: Work, personId: string): Promise<Referral[]> =>
  referralsWhere(work, sql`r.person_id = ${personId}`);

/** The handover still open for a need: a second one would ask two providers for the same thing. */
export const openHandoverOfNeed = async (work: Work, needId: string): Promise<Referral | undefined> =>
  (await referralsWhere(work, sql`r.need_id = ${needId} and r.mode = 'handover' and r.status <> 'closed'`))[0];

const packetPlace = (id: string) => ({ table: "referral", id, column: "packet" });

/** Adds a handover, its packet sealed with the person's key. */
export const addHandover = async (
  work: Work,
  given: {
    readonly situationId: string;
    readonly needId: string;
    readonly personId: string;
    readonly poolId: string;
    readonly consentId: string;
    readonly communeCode: string;
    readonly namedProviderId?: string | undefined;
    readonly packet: Packet;
  },
): Promise<Id<"Referral">> => {
  const { id } = await work.one(sql<{ id: string }>`select uuidv7() as id`);
  const vault = await vaultOf(work, given.personId);
  await work.run(sql`
    insert into referral (commissioner_id, id, situation_id, need_id, person_id, mode, pool_id, packet, packet_fields, consent_id, commune_code,
      named_provider_id, status, created_at, created_by)
    values (${work.commissionerId}, ${id}, ${given.situationId}, ${given.needId}, ${given.personId}, 'handover', ${given.poolId},
      ${vault.seal(packetPlace(id), JSON.stringify(given.packet))}, ${[...fieldsOf(given.packet)]}, ${given.consentId}, ${given.communeCode},
      ${given.namedProviderId ?? null}, 'consented', ${work.now}, ${staffOf(work)})`);
  return idOf<"Referral">(id);
};

/** Adds a contact given: nothing leaves, so it is closed at once; what came of it will be asked. */
export const addInformation = async (
  work: Work,
  given: {
    readonly situationId: string;
    readonly needId: string;
    readonly personId: string;
    readonly serviceId: string;
    readonly snapshot: unknown;
  },
): Promise<Id<"Referral">> => {
  const { id } = await work.one(sql<{ id: string }>`
    insert into referral (commissioner_id, situation_id, need_id, person_id, mode, service_id, service_snapshot, status, outcome, created_at, created_by, closed_at)
    values (${work.commissionerId}, ${given.situationId}, ${given.needId}, ${given.personId}, 'inform', ${given.serviceId}, ${JSON.stringify(given.snapshot)},
      'closed', 'informed', ${work.now}, ${staffOf(work)}, ${work.now})
    returning id`);
  return idOf<"Referral">(id);
};

const staffOf = (work: Work): string | null => (work.actor.kind === "staff" ? work.actor.staffId : null);

/** The packet of a referral; undefined once it was destroyed. Whoever shows it writes so in the log. */
export const openPacket = async (work: Work, referral: Pick<Referral, "id" | "personId">): Promise<Packet | undefined> => {
  const row = await work.first(sql<{ packet: Buffer }>`
    select packet from referral where commissioner_id = ${work.commissionerId} and id = ${referral.id} and packet is not null`);
  if (!row) return undefined;
  const vault = await vaultOf(work, referral.personId);
  return JSON.parse(vault.open(packetPlace(referral.id), row.packet)) as Packet;
};

/** Destroys what was transmitted: after a withdrawal nobody can read it, and neither can we. */
export const destroyPacket = (work: Work, id: string): Promise<number> =>
  work.run(sql`update referral set packet = null where commissioner_id = ${work.commissionerId} and id = ${id}`);

/** What moves with a status; what is not given stays. */
export interface ReferralChange {
  readonly status: Exclude<ReferralStatus, "closed">;
  readonly acceptedAt?: Date | null;
  readonly firstAttemptAt?: Date | null;
  readonly reachedAt?: Date;
}

/** Writes a new status, and the hours that go with it. The first attempt and the first time reached are never written twice. */
export const changeReferral = async (work: Work, id: string, change: ReferralChange): Promise<void> => {
  await work.run(sql`
    update referral
    set status = ${change.status},
        accepted_at = ${change.acceptedAt === undefined ? sql`accepted_at` : change.acceptedAt},
        first_attempt_at = ${change.firstAttemptAt === undefined ? sql`first_attempt_at` : sql`coalesce(first_attempt_at, ${change.firstAttemptAt})`},
        reached_at = ${change.reachedAt === undefined ? sql`reached_at` : sql`coalesce(reached_at, ${change.reachedAt})`}
    where commissioner_id = ${work.commissionerId} and id = ${id}`);
  await work.tell("referral.changed", { referralId: id });
};

/** Closes: an outcome, and when. */
export const writeClosed = async (work: Work, id: string, outcome: ReferralOutcome): Promise<void> => {
  await work.run(sql`
    update referral
    set status = 'closed', outcome = ${outcome}, closed_at = ${work.now},
        done_at = case when ${outcome} in ('delivered', 'partly', 'not-delivered') then coalesce(done_at, ${work.now}) else done_at end
    where commissioner_id = ${work.commissionerId} and id = ${id}`);
};

/** What is known of a closed referral has changed: someone spoke late, or a dispute was settled. It stays closed since the same hour. */
export const correctOutcome = async (work: Work, id: string, outcome: ReferralOutcome): Promise<void> => {
  const changed = await work.run(sql`
    update referral
    set outcome = ${outcome}, done_at = case when ${outcome} in ('delivered', 'partly', 'not-delivered') then coalesce(done_at, ${work.now}) else done_at end
    where commissioner_id = ${work.commissionerId} and id = ${id} and status = 'closed' and outcome <> ${outcome}`);
  if (changed > 0) await work.tell("referral.closed", { referralId: id });
};

/** Opens again: what was promised and measured before belongs to the offers of before. */
export const writeReopened = async (work: Work, id: string, afterSeq: number): Promise<void> => {
  await work.run(sql`
    update referral
    set status = 'searching', outcome = null, closed_at = null, done_at = null, accepted_at = null, first_attempt_at = null, reached_at = null,
        reopened_at = ${work.now}, reopened_after_seq = ${afterSeq}
    where commissioner_id = ${work.commissionerId} and id = ${id}`);
  await work.tell("referral.changed", { referralId: id });
};

/** The contact that was given, as it was that day. */
export const snapshotOf = async (work: Work, id: string): Promise<unknown> =>
  (
    await work.first(sql<{ service_snapshot: unknown }>`
    select service_snapshot from referral where commissioner_id = ${work.commissionerId} and id = ${id}`)
  )?.service_snapshot;
