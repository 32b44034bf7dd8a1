import { sql } from "kysely";
import type { Contact } from "#contact";
import type { Id } from "#ground";
import type { Work } from "#ground/server";
import { vaultOf, type Vault } from "#person/server";
import { wordsPlace } from "./demand.store.ts";
import { forgetTextOf } from "./masked.store.ts";
import { sealNotesAgain } from "./notes.store.ts";
import { openSituation } from "./open-situation.action.ts";
import { sealSummariesAgain } from "./summary.store.ts";
import { linkContact, openSituationOf, placeOf, tellChanged } from "./situation.store.ts";

interface Keys {
  readonly from: Vault;
  readonly to: Vault;
}

/**
 * Suivre la personne : the exchange was about somebody anonymous, or somebody else, and now it is known who it is about.
 * A situation born of this exchange follows her whole, sealed again with her own key. An older situation stays with whom it belongs:
 * only what this exchange holds (its notes and emotions) goes over to a situation of hers.
 */
export const followPerson = async (
  work: Work,
  contact: Contact,
  personId: Id<"Person">,
  about: { readonly id: Id<"Situation">; readonly personId: Id<"Person"> },
): Promise<Id<"Situation">> => {
  const keys = { from: await vaultOf(work, about.personId), to: await vaultOf(work, personId) };
  await sealNotesAgain(work, contact.id, personId, keys);
  await sealSummariesAgain(work, contact.id, personId, keys);
  // Masked with the names and the tokens of another file: it is masked again for hers.
  await forgetTextOf(work, contact.id);
  work.audit({ action: "attach situation", objectKind: "person", objectId: personId, purpose: `from ${about.personId}` });
  if (await isBornOf(work, about.id, contact)) {
    await moveSituation(work, about.id, personId, keys);
    await tellChanged(work, about.id);
    return about.id;
  }
  const hers = (await openSituationOf(work, personId)) ?? (await openSituation(work, { personId }));
  await linkContact(work, hers, contact.id);
  await work.run(sql`
    update situation_emotion set situation_id = ${hers} where commissioner_id = ${work.commissionerId} and contact_id = ${contact.id}`);
  await tellChanged(work, hers);
  return hers;
};

/** Whether a situation was opened during this exchange and is about no other. */
const isBornOf = async (work: Work, situationId: string, contact: Contact): Promise<boolean> =>
  (await work.first(sql`
    select 1 from situation s
    where s.commissioner_id = ${work.commissionerId} and s.id = ${situationId} and s.opened_at >= ${contact.startedAt}
      and not exists (
        select 1 from situation_contact c
        where c.commissioner_id = s.commissioner_id and c.situation_id = s.id and c.contact_id <> ${contact.id})`)) !== undefined;

const moveSituation = async (work: Work, situationId: string, personId: string, keys: Keys): Promise<void> => {
  const again = (place: Parameters<Vault["open"]>[0], sealed: Buffer | null): Buffer | null =>
    sealed === null ? null : keys.to.seal(place, keys.from.open(place, sealed));
  const kept = await work.one(sql<{ next_action: Buffer | null; closed_note: Buffer | null }>`
    select next_action, closed_note from situation where commissioner_id = ${work.commissionerId} and id = ${situationId}`);
  await work.run(sql`
    update situation
    set person_id = ${personId}, next_action = ${again(placeOf(situationId, "next_action"), kept.next_action)},
      closed_note = ${again(placeOf(situationId, "closed_note"), kept.closed_note)}
    where commissioner_id = ${work.commissionerId} and id = ${situationId}`);
  const demands = await work.rows(sql<{ id: string; words: Buffer | null }>`
    select id, words from situation_demand where commissioner_id = ${work.commissionerId} and situation_id = ${situationId}`);
  for (const demand of demands)
    await work.run(sql`
      update situation_demand set words = ${again(wordsPlace(demand.id), demand.words)}
      where commissioner_id = ${work.commissionerId} and id = ${demand.id}`);
};
