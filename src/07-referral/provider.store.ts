import { sql } from "kysely";
import { day, dayOf, type Day } from "#engines/calendar";
import { reliabilityOf, type Reliability } from "#engines/turns";
import { approvalStandings } from "#directory/server";
import { idOf, type Id } from "#ground";
import type { Work } from "#ground/server";
import { judgedOffers, type OfferAnswer } from "./offer.ts";
import type { Provider } from "./provider.ts";

interface Row {
  readonly id: string;
  readonly name: string;
  readonly service_id: string | null;
  readonly mail: string;
  readonly phone: string;
  readonly needs: string[];
  readonly zone: string[];
  readonly approved_from: string;
  readonly approved_until: string;
  readonly paused_from: string | null;
  readonly paused_until: string | null;
  readonly capacity: "open" | "waitlist";
  readonly capacity_until: string | null;
}

const columns = sql`id, name, service_id, mail, phone, needs, zone, approved_from, approved_until, paused_from, paused_until, capacity, capacity_until`;
const dayOrNone = (text: string | null): Day | undefined => (text === null ? undefined : day(text));

const fromRow = (row: Row): Omit<Provider, "lacksApproval"> => ({
  id: idOf<"Provider">(row.id),
  name: row.name,
  serviceId: row.service_id ?? undefined,
  mail: row.mail,
  phone: row.phone,
  needs: row.needs,
  zone: row.zone,
  approvedFrom: day(row.approved_from),
  approvedUntil: day(row.approved_until),
  pausedFrom: dayOrNone(row.paused_from),
  pausedUntil: dayOrNone(row.paused_until),
  capacity: row.capacity,
  capacityUntil: dayOrNone(row.capacity_until),
});

/** Reads with each provider whether its structure lacks an approval today. */
const fromRows = async (work: Work, rows: readonly Row[]): Promise<Provider[]> => {
  const standings = await approvalStandings(
    work,
    rows.flatMap((row) => row.service_id ?? []),
    dayOf(work.now),
  );
  return rows.map((row) => ({
    ...fromRow(row),
    lacksApproval: (standings.get(row.service_id ?? "") ?? []).some((standing) => standing.keepsOut),
  }));
};

/** All that a commissioner says of a provider. */
export type NewProvider = Omit<Provider, "id" | "lacksApproval">;

/** Adds a provider. */
export const addProvider = async (work: Work, given: NewProvider): Promise<Id<"Provider">> => {
  const { id } = await work.one(sql<{ id: string }>`
    insert into referral_provider (commissioner_id, name, service_id, mail, phone, needs, zone, approved_from, approved_until,
      paused_from, paused_until, capacity, capacity_until, created_at)
    values (${work.commissionerId}, ${given.name}, ${given.serviceId ?? null}, ${given.mail}, ${given.phone}, ${[...given.needs]}, ${[...given.zone]},
      ${given.approvedFrom}, ${given.approvedUntil}, ${given.pausedFrom ?? null}, ${given.pausedUntil ?? null}, ${given.capacity}, ${given.capacityUntil ?? null}, ${work.now})
    returning id`);
  work.audit({ action: "add provider", objectKind: "provider", objectId: id });
  await work.tell("provider.changed", { providerId: id });
  return idOf<"Provider">(id);
};

/** Writes a provider again, whole. @returns false when it is not here. */
export const editProvider = async (work: Work, id: string, given: NewProvider): Promise<boolean> => {
  const changed = await work.run(sql`
    update referral_provider
    set name = ${given.name}, service_id = ${given.serviceId ?? null}, mail = ${given.mail}, phone = ${given.phone}, needs = ${[...given.needs]},
        zone = ${[...given.zone]}, approved_from = ${given.approvedFrom}, approved_until = ${given.approvedUntil}, paused_from = ${given.pausedFrom ?? null},
        paused_until = ${given.pausedUntil ?? null}, capacity = ${given.capacity}, capacity_until = ${given.capacityUntil ?? null}
    where commissioner_id = ${work.commissionerId} and id = ${id} and ended_at is null`);
  if (changed === 0) return false;
  work.audit({ action: "edit provider", objectKind: "provider", objectId: id });
  await work.tell("provider.changed", { providerId: id });
  return true;
};

/** A provider says it is full, until a day or until it says otherwise. */
export const putOnWaitlist = async (work: Work, id: string, until: Day | undefined): Promise<void> => {
  await work.run(sql`
    update referral_provider set capacity = 'waitlist', capacity_until = ${until ?? null}
    where commissioner_id = ${work.commissionerId} and id = ${id}`);
  work.audit({ action: "provider is full", objectKind: "provider", objectId: id });
  await work.tell("provider.changed", { providerId: id });
};

export const findProvider = async (work: Work, id: string): Promise<Provider | undefined> => {
  const row = await work.first(sql<Row>`
    select ${columns} from referral_provider where commissioner_id = ${work.commissionerId} and id = ${id} and ended_at is null`);
  return row && (await fromRows(work, [row]))[0];
};

/** All providers at work, by name. */
export const listProviders = async (work: Work): Promise<Provider[]> => {
  const rows = await work.rows(sql<Row>`
    select ${columns} from referral_provider
    where commissioner_id = ${work.commissionerId} and ended_at is null
    order by ground_plain(name), id`);
  return fromRows(work, rows);
};

/** Those who answer to a need, anywhere: eligibility is decided by `splitEligible`. */
export const providersOfNeed = async (work: Work, need: string): Promise<Provider[]> => {
  const rows = await work.rows(sql<Row>`
    select ${columns} from referral_provider
    where commissioner_id = ${work.commissionerId} and needs @> array[${need}]::text[] and ended_at is null
    order by id`);
  return fromRows(work, rows);
};

/** The name of any provider, ended ones included: an old offer must stay readable. */
export const providerNames = async (work: Work, ids: readonly string[]): Promise<ReadonlyMap<string, string>> => {
  const rows = await work.rows(sql<{ id: string; name: string }>`
    select id, name from referral_provider where commissioner_id = ${work.commissionerId} and id = any(${[...ids]}::uuid[])`);
  return new Map(rows.map((row) => [row.id, row.name]));
};

/** How each provider kept its last 50 offers, from what became of them. */
export const reliabilities = async (work: Work, ids: readonly string[]): Promise<ReadonlyMap<string, Reliability>> => {
  const rows = await work.rows(sql<{ provider_id: string; answers: OfferAnswer[] }>`
    select p.id as provider_id, coalesce((
      select array_agg(o.answer order by o.offered_at, o.id)
      from (
        select answer, offered_at, id
        from referral_offer
        where commissioner_id = ${work.commissionerId} and provider_id = p.id and answer in ('refused', 'expired', 'broken', 'kept')
        order by offered_at desc, id desc
        limit 50) o), '{}') as answers
    from referral_provider p
    where p.commissioner_id = ${work.commissionerId} and p.id = any(${[...ids]}::uuid[])`);
  return new Map(rows.map((row) => [row.provider_id, reliabilityOf(judgedOffers(row.answers))]));
};
