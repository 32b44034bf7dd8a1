import { sql } from "kysely";
import { idOf, type Id } from "#ground";
import type { Work } from "#ground/server";
import type { Person } from "./person.ts";
import { findPersons } from "./person.store.ts";

/**
 * Proposer un foyer : who shares a telephone or a mail with this person and is not of her household yet. A shared address never says
 * that two files are one: nothing is merged, and nothing is written before someone has asked them.
 */
export const proposeHousehold = async (work: Work, personId: string): Promise<Person[]> => {
  const rows = await work.rows(sql<{ id: string }>`
    select distinct o.id
    from person_contact_point mine
    join person me on me.commissioner_id = mine.commissioner_id and me.id = mine.person_id
    join person_contact_point theirs on theirs.commissioner_id = mine.commissioner_id and theirs.lookup = mine.lookup and theirs.ended_at is null
    join person o on o.commissioner_id = theirs.commissioner_id and o.id = theirs.person_id
    where mine.commissioner_id = ${work.commissionerId}
      and mine.person_id = ${personId}
      and mine.ended_at is null
      and o.id <> me.id
      and o.merged_into is null
      and o.erased_at is null
      and (o.household_id is null or o.household_id is distinct from me.household_id)
    order by o.id
    limit 20`);
  return [
    ...(
      await findPersons(
        work,
        rows.map((row) => row.id),
      )
    ).values(),
  ];
};

/** The other persons of her household. */
export const householdOf = async (work: Work, person: Pick<Person, "id" | "householdId">): Promise<Person[]> => {
  if (person.householdId === undefined) return [];
  const rows = await work.rows(sql<{ id: string }>`
    select id from person
    where commissioner_id = ${work.commissionerId} and household_id = ${person.householdId} and id <> ${person.id} and merged_into is null
    order by created_at, id`);
  return [
    ...(
      await findPersons(
        work,
        rows.map((row) => row.id),
      )
    ).values(),
  ];
};

/** Sets two persons in one household: that of the second when she has one, else that of the first, else a new one. */
export const joinHousehold = async (work: Work, personId: string, withPersonId: string): Promise<Id<"Household">> => {
  const known = await findPersons(work, [personId, withPersonId]);
  const household = known.get(withPersonId)?.householdId ?? known.get(personId)?.householdId ?? (await newHousehold(work));
  await work.run(sql`
    update person set household_id = ${household}
    where commissioner_id = ${work.commissionerId} and id = any(${[personId, withPersonId]}::uuid[])`);
  for (const id of [personId, withPersonId]) {
    work.audit({ action: "join household", objectKind: "person", objectId: id });
    await work.tell("person.changed", { personId: id });
  }
  return household;
};

const newHousehold = async (work: Work): Promise<Id<"Household">> => {
  const { id } = await work.one(sql<{ id: string }>`
    insert into person_household (commissioner_id, created_at) values (${work.commissionerId}, ${work.now}) returning id`);
  return idOf<"Household">(id);
};

export const leaveHousehold = async (work: Work, personId: string): Promise<void> => {
  await work.run(sql`update person set household_id = null where commissioner_id = ${work.commissionerId} and id = ${personId}`);
  work.audit({ action: "leave household", objectKind: "person", objectId: personId });
  await work.tell("person.changed", { personId });
};
