import type { Contact } from "#contact";
import { findContact } from "#contact/server";
import type { Id } from "#ground";
import type { Work } from "#ground/server";
import { followPerson } from "./follow-person.action.ts";
import { openSituation } from "./open-situation.action.ts";
import { linkContact, openSituationOf, situationOfContact, tellChanged } from "./situation.store.ts";

export interface OpenedExchange {
  readonly contact: Contact;
  /** Undefined while nobody knows who the exchange is with: a person, named or anonymous, comes first. */
  readonly situationId: Id<"Situation"> | undefined;
}

/**
 * Ouvrir un échange : gives the situation that it is about. A person without an open situation gets one, anonymous or not; a person
 * attached later takes the situation with her. An exchange already ended opens nothing.
 */
export const openExchange = async (work: Work, contactId: string): Promise<OpenedExchange | undefined> => {
  const contact = await findContact(work, contactId);
  if (!contact) return undefined;
  const about = await situationOfContact(work, contactId);
  if (contact.personId === undefined) return { contact, situationId: about?.id };
  if (about?.personId === contact.personId) return { contact, situationId: about.id };
  if (about) return { contact, situationId: await followPerson(work, contact, contact.personId, about) };
  if (contact.endedAt !== undefined) return { contact, situationId: undefined };
  return { contact, situationId: await situationFor(work, contactId, contact.personId) };
};

/** The open situation of a person, to which the exchange is added; or a new one. */
const situationFor = async (work: Work, contactId: string, personId: string): Promise<Id<"Situation">> => {
  const open = await openSituationOf(work, personId);
  if (open === undefined) return openSituation(work, { personId, contactId });
  await linkContact(work, open, contactId);
  await tellChanged(work, open);
  return open;
};
