import { sql } from "kysely";
import { idOf, type Id } from "#ground";
import type { Work } from "#ground/server";
import { vaultOf } from "#person/server";
import { linkContact, placeOf, tellChanged } from "./situation.store.ts";
import { situationWords } from "./situation.words.ts";

/**
 * Ouvrir une situation : it begins with a next action written by the house (« Reprendre cet échange », today, for whoever listens), so that
 * nothing is forgotten if everything stops here. A human chooses the true one before the exchange closes.
 * @param given.referentId who follows the situation; by default, whoever acts
 */
export const openSituation = async (
  work: Work,
  given: { readonly personId: string; readonly contactId?: string; readonly referentId?: string },
): Promise<Id<"Situation">> => {
  const referent = given.referentId ?? (work.actor.kind === "staff" ? work.actor.staffId : undefined);
  if (referent === undefined) throw new Error(`situation of person ${given.personId}: nobody to follow it`);
  const vault = await vaultOf(work, given.personId);
  const { id } = await work.one(sql<{ id: string }>`select uuidv7() as id`);
  await work.run(sql`
    insert into situation (commissioner_id, id, person_id, opened_at, referent_id, next_action, next_action_at, next_action_owner)
    values (${work.commissionerId}, ${id}, ${given.personId}, ${work.now}, ${referent},
      ${vault.seal(placeOf(id, "next_action"), situationWords.fr.resume)}, ${work.now}, ${referent})`);
  if (given.contactId !== undefined) await linkContact(work, id, given.contactId);
  work.audit({ action: "open situation", objectKind: "person", objectId: given.personId });
  await work.tell("situation.opened", { situationId: id });
  await tellChanged(work, id);
  return idOf<"Situation">(id);
};
