import { sql } from "kysely";
import { idOf, type Id } from "#ground";
import { ownCommissioner, type Work } from "#ground/server";
import type { Callback, CallbackState } from "./callback.ts";
import { slotsAhead, type Slot } from "./slot.ts";

interface Row {
  readonly id: string;
  readonly person_id: string;
  readonly slot_from: Date;
  readonly slot_until: Date;
  readonly state: CallbackState;
  readonly may_leave_message: boolean;
  readonly attempts: number;
  readonly asked_at: Date;
  readonly contact_id: string | null;
}
const columns = sql`id, person_id, slot_from, slot_until, state, may_leave_message, attempts, asked_at, contact_id`;
const fromRow = (row: Row): Callback => ({
  id: idOf<"Callback">(row.id),
  personId: idOf<"Person">(row.person_id),
  slot: { from: row.slot_from, to: row.slot_until },
  state: row.state,
  mayLeaveMessage: row.may_leave_message,
  attempts: row.attempts,
  askedAt: row.asked_at,
  contactId: row.contact_id === null ? undefined : idOf<"Contact">(row.contact_id),
});

export const findCallback = async (work: Work, id: string): Promise<Callback | undefined> => {
  const row = await work.first(
    sql<Row>`select ${columns} from contact_callback where commissioner_id = ${work.commissionerId} and id = ${id}`,
  );
  return row && fromRow(row);
};

/** The promise that holds for a person, otherwise the last one there was. */
export const lastCallbackOf = async (work: Work, personId: string): Promise<Callback | undefined> => {
  const row = await work.first(sql<Row>`
    select ${columns} from contact_callback
    where commissioner_id = ${work.commissionerId} and person_id = ${personId}
    order by state = 'promised' desc, asked_at desc, id desc
    limit 1`);
  return row && fromRow(row);
};

/** The promises to keep. */
export const promisedCallbacks = async (work: Work): Promise<Callback[]> => {
  const rows = await work.rows(sql<Row>`
    select ${columns} from contact_callback
    where commissioner_id = ${work.commissionerId} and state = 'promised'
    order by slot_from, id
    limit 500`);
  return rows.map(fromRow);
};

/** Créneaux libres : within opening hours, where a place is left. */
export const freeSlots = async (work: Work): Promise<readonly Slot[]> => {
  const { openingHours, callbackPlaces } = await ownCommissioner(work);
  const taken = await work.rows(sql<{ slot_from: Date; taken: number }>`
    select slot_from, count(*) as taken from contact_callback
    where commissioner_id = ${work.commissionerId} and state = 'promised' and slot_from > ${work.now}
    group by slot_from`);
  const full = new Set(taken.filter((row) => row.taken >= callbackPlaces).map((row) => row.slot_from.getTime()));
  return slotsAhead(openingHours, work.now).filter((slot) => !full.has(slot.from.getTime()));
};

/**
 * The first place left in a slot. Those who want the same slot wait for one another here, so that the last place goes to one of
 * them; the unique index of places would refuse the other in any case.
 */
export const placeIn = async (work: Work, slot: Slot): Promise<number | undefined> => {
  const { callbackPlaces } = await ownCommissioner(work);
  await work.run(sql`select pg_advisory_xact_lock(hashtextextended(${`callback ${work.commissionerId} ${slot.from.toISOString()}`}, 0))`);
  const row = await work.first(sql<{ place: number }>`
    select place from generate_series(1, ${callbackPlaces}::integer) as place
    where not exists (
      select 1 from contact_callback c
      where c.commissioner_id = ${work.commissionerId} and c.slot_from = ${slot.from} and c.place = place.place and c.state = 'promised')
    order by place
    limit 1`);
  return row?.place;
};

/** @returns undefined when this person already holds a promise. */
export const addCallback = async (
  work: Work,
  given: { readonly personId: string; readonly slot: Slot; readonly place: number; readonly mayLeaveMessage: boolean },
): Promise<Id<"Callback"> | undefined> => {
  const row = await work.first(sql<{ id: string }>`
    insert into contact_callback (commissioner_id, person_id, slot_from, slot_until, place, may_leave_message, asked_at)
    values (${work.commissionerId}, ${given.personId}, ${given.slot.from}, ${given.slot.to}, ${given.place}, ${given.mayLeaveMessage}, ${work.now})
    on conflict do nothing
    returning id`);
  return row && idOf<"Callback">(row.id);
};

/** Moves a promise that holds. @returns how many: 0 when it was settled meanwhile. */
export const moveCallback = (
  work: Work,
  id: string,
  to: {
    readonly slot: Slot;
    readonly place: number;
    readonly because: "asked" | "unreached" | "nobody-free" | "other";
    readonly mayLeaveMessage?: boolean;
  },
): Promise<number> =>
  work.run(sql`
    update contact_callback
    set slot_from = ${to.slot.from}, slot_until = ${to.slot.to}, place = ${to.place}, postponed_because = ${to.because},
      may_leave_message = coalesce(${to.mayLeaveMessage ?? null}, may_leave_message)
    where commissioner_id = ${work.commissionerId} and id = ${id} and state = 'promised'`);

/** Settles a promise that holds. @returns how many: 0 when it was settled already. */
export const settleCallback = (work: Work, id: string, state: Exclude<CallbackState, "promised">): Promise<number> =>
  work.run(sql`
    update contact_callback
    set state = ${state}, settled_at = ${work.now}, settled_by = ${work.actor.kind === "staff" ? work.actor.staffId : null}
    where commissioner_id = ${work.commissionerId} and id = ${id} and state = 'promised'`);

/** The exchange by which a promise is being kept. */
export const linkContact = (work: Work, id: string, contactId: string): Promise<number> =>
  work.run(sql`
    update contact_callback set contact_id = ${contactId}
    where commissioner_id = ${work.commissionerId} and id = ${id}`);

/** One more call that nobody answered. @returns how many there were. */
export const countAttempt = async (work: Work, id: string): Promise<number> => {
  const row = await work.one(sql<{ attempts: number }>`
    update contact_callback set attempts = attempts + 1, last_attempt_at = ${work.now}, contact_id = null
    where commissioner_id = ${work.commissionerId} and id = ${id}
    returning attempts`);
  return row.attempts;
};

/** The promise that an exchange keeps, when it is a call back. */
export const callbackOfContact = async (work: Work, contactId: string): Promise<Id<"Callback"> | undefined> => {
  const row = await work.first(sql<{ id: string }>`
    select id from contact_callback where commissioner_id = ${work.commissionerId} and contact_id = ${contactId}`);
  return row && idOf<"Callback">(row.id);
};
