import { sql } from "kysely";
import { idOf, type Id } from "#ground";
import type { Work } from "#ground/server";
import { vaultOf, type Vault } from "#person/server";
import type { ClosedReason, Situation } from "./situation.ts";
import type { UrgencyLevel } from "./urgency.ts";

export const placeOf = (situationId: string, column: "next_action" | "closed_note") => ({ table: "situation", id: situationId, column });

export interface SituationRow {
  readonly id: string;
  readonly person_id: string;
  readonly opened_at: Date;
  readonly referent_id: string;
  readonly urgency: UrgencyLevel;
  readonly next_action: Buffer | null;
  readonly next_action_at: Date | null;
  readonly next_action_owner: string | null;
  readonly next_action_chosen_at: Date | null;
  readonly closed_at: Date | null;
  readonly closed_reason: ClosedReason | null;
}

export const situationColumns = sql`s.id, s.person_id, s.opened_at, s.referent_id, s.urgency, s.next_action, s.next_action_at,
  s.next_action_owner, s.next_action_chosen_at, s.closed_at, s.closed_reason`;

export const situationFromRow = (vault: Vault, row: SituationRow): Situation => ({
  id: idOf<"Situation">(row.id),
  personId: idOf<"Person">(row.person_id),
  openedAt: row.opened_at,
  referentId: idOf<"Staff">(row.referent_id),
  urgency: row.urgency,
  nextAction: nextActionFromRow(vault, row),
  ...(row.closed_at === null ? {} : { closedAt: row.closed_at }),
  ...(row.closed_reason === null ? {} : { closedReason: row.closed_reason }),
});

const nextActionFromRow = (vault: Vault, row: SituationRow): Situation["nextAction"] =>
  row.next_action === null || row.next_action_at === null || row.next_action_owner === null
    ? undefined
    : {
        what: vault.open(placeOf(row.id, "next_action"), row.next_action),
        at: row.next_action_at,
        ownerId: idOf<"Staff">(row.next_action_owner),
        isChosen: row.next_action_chosen_at !== null,
      };

export const findSituation = async (work: Work, id: string): Promise<Situation | undefined> => {
  const row = await work.first(sql<SituationRow>`
    select ${situationColumns} from situation s where s.commissioner_id = ${work.commissionerId} and s.id = ${id}`);
  return row && situationFromRow(await vaultOf(work, row.person_id), row);
};

/** The situations of a person, the newest first. */
export const situationsOf = async (work: Work, personId: string): Promise<Situation[]> => {
  const rows = await work.rows(sql<SituationRow>`
    select ${situationColumns} from situation s
    where s.commissioner_id = ${work.commissionerId} and s.person_id = ${personId}
    order by s.opened_at desc, s.id desc
    limit 100`);
  if (rows.length === 0) return [];
  const vault = await vaultOf(work, personId);
  return rows.map((row) => situationFromRow(vault, row));
};

/** The situation of a person that is open now: the newest, should there be several. */
export const openSituationOf = async (work: Work, personId: string): Promise<Id<"Situation"> | undefined> => {
  const row = await work.first(sql<{ id: string }>`
    select id from situation
    where commissioner_id = ${work.commissionerId} and person_id = ${personId} and closed_at is null
    order by opened_at desc, id desc
    limit 1`);
  return row && idOf<"Situation">(row.id);
};

/** The situation that an exchange is about. */
export const situationOfContact = async (
  work: Work,
  contactId: string,
): Promise<{ id: Id<"Situation">; personId: Id<"Person"> } | undefined> => {
  const row = await work.first(sql<{ id: string; person_id: string }>`
    select s.id, s.person_id
    from situation_contact c
    join situation s on s.commissioner_id = c.commissioner_id and s.id = c.situation_id
    where c.commissioner_id = ${work.commissionerId} and c.contact_id = ${contactId}`);
  return row && { id: idOf<"Situation">(row.id), personId: idOf<"Person">(row.person_id) };
};

/** Says that an exchange is about a situation; said again with another one, the last word counts. */
export const linkContact = (work: Work, situationId: string, contactId: string): Promise<number> =>
  work.run(sql`
    insert into situation_contact (commissioner_id, situation_id, contact_id)
    values (${work.commissionerId}, ${situationId}, ${contactId})
    on conflict (commissioner_id, contact_id) do update set situation_id = excluded.situation_id`);

/** Tells that something of a situation changed. Identifiers only. */
export const tellChanged = (work: Work, situationId: string): Promise<void> => work.tell("situation.changed", { situationId });

/** An action still to do, for « ma journée »: whose, when and about whom. Its words stay sealed until the situation is opened. */
export interface ActionDue {
  readonly situationId: Id<"Situation">;
  readonly personId: Id<"Person">;
  readonly what: string;
  readonly at: Date;
  readonly ownerId: Id<"Staff">;
  readonly urgency: UrgencyLevel;
}

/** The next actions due until an instant, the earliest first, for one owner or for all. */
export const nextActionsDue = async (work: Work, asked: { readonly until: Date; readonly ownerId?: string }): Promise<ActionDue[]> => {
  const rows = await work.rows(sql<SituationRow>`
    select ${situationColumns} from situation s
    where s.commissioner_id = ${work.commissionerId}
      and s.closed_at is null
      and s.next_action_at <= ${asked.until}
      and (${asked.ownerId ?? null}::uuid is null or s.next_action_owner = ${asked.ownerId ?? null})
    order by s.next_action_at, s.id
    limit 200`);
  const due: ActionDue[] = [];
  for (const row of rows) {
    const { id, personId, nextAction, urgency } = situationFromRow(await vaultOf(work, row.person_id), row);
    if (nextAction) due.push({ situationId: id, personId, what: nextAction.what, at: nextAction.at, ownerId: nextAction.ownerId, urgency });
  }
  return due;
};
