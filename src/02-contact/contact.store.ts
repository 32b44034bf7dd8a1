import { sql } from "kysely";
import { idOf, type Id } from "#ground";
import type { Work } from "#ground/server";
import { touchPerson } from "#person/server";
import type { Contact, ContactChannel, ContactDirection } from "./contact.ts";

/** Ouvrir un échange : begins now, in the name of whoever acts. The person's file lives on from this instant. */
export const openContact = async (
  work: Work,
  given: { readonly channel: ContactChannel; readonly direction: ContactDirection; readonly personId?: string },
): Promise<Id<"Contact">> => {
  const { id } = await work.one(sql<{ id: string }>`
    insert into contact (commissioner_id, channel, direction, person_id, staff_id, started_at)
    values (${work.commissionerId}, ${given.channel}, ${given.direction}, ${given.personId ?? null},
      ${work.actor.kind === "staff" ? work.actor.staffId : null}, ${work.now})
    returning id`);
  if (given.personId !== undefined) await touchPerson(work, given.personId);
  await work.tell("contact.opened", { contactId: id });
  return idOf<"Contact">(id);
};

interface Row {
  readonly id: string;
  readonly channel: ContactChannel;
  readonly direction: ContactDirection;
  readonly person_id: string | null;
  readonly staff_id: string | null;
  readonly started_at: Date;
  readonly ended_at: Date | null;
}
const fromRow = (row: Row): Contact => ({
  id: idOf<"Contact">(row.id),
  channel: row.channel,
  direction: row.direction,
  personId: row.person_id === null ? undefined : idOf<"Person">(row.person_id),
  staffId: row.staff_id === null ? undefined : idOf<"Staff">(row.staff_id),
  startedAt: row.started_at,
  endedAt: row.ended_at ?? undefined,
});
const columns = sql`id, channel, direction, person_id, staff_id, started_at, ended_at`;

export const findContact = async (work: Work, id: string): Promise<Contact | undefined> => {
  const row = await work.first(sql<Row>`select ${columns} from contact where commissioner_id = ${work.commissionerId} and id = ${id}`);
  return row && fromRow(row);
};

/** The exchanges with a person, the newest first. */
export const contactsOf = async (work: Work, personId: string): Promise<Contact[]> => {
  const rows = await work.rows(sql<Row>`
    select ${columns} from contact
    where commissioner_id = ${work.commissionerId} and person_id = ${personId}
    order by started_at desc, id desc
    limit 200`);
  return rows.map(fromRow);
};

/** Says who the exchange is with, once it is known. */
export const attachPerson = async (work: Work, contactId: string, personId: string): Promise<void> => {
  await work.run(sql`update contact set person_id = ${personId} where commissioner_id = ${work.commissionerId} and id = ${contactId}`);
  await touchPerson(work, personId);
  await work.tell("contact.changed", { contactId, personId });
};

/** Ends an exchange now; one already ended keeps its hour. */
export const endContact = async (work: Work, contactId: string): Promise<void> => {
  const ended = await work.run(sql`
    update contact set ended_at = greatest(${work.now}, started_at)
    where commissioner_id = ${work.commissionerId} and id = ${contactId} and ended_at is null`);
  if (ended > 0) await work.tell("contact.changed", { contactId });
};
