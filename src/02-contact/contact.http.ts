import { z } from "zod";
import { looksLikeId } from "#ground";
import {
  idempotencyKey,
  keyReused,
  notFound,
  once,
  ownCommissioner,
  staffOfCommissioner,
  workFor,
  workOn,
  type Web,
  type Work,
} from "#ground/server";
import { displayName } from "#person";
import { createPerson, findPerson, personsAt } from "#person/server";
import {
  AttachContract,
  ContactContract,
  NewContactContract,
  OpenedContactContract,
  PersonContactsContract,
  type ContactView,
} from "./contact.contract.ts";
import { attachPerson, contactsOf, findContact, openContact } from "./contact.store.ts";
import { finishExchange, leaveUnanswered } from "./finish-exchange.action.ts";
import type { Contact } from "./contact.ts";
import { callbackOfContact } from "./callback.store.ts";
import { markWordsRead, wordsOf } from "./word.store.ts";

const Done = z.object({ done: z.literal(true) });
const done = { done: true } as const;
const IdParams = z.object({ id: z.string() });

const contactIsHere =
  (id: string) =>
  async (work: Work): Promise<boolean> =>
    looksLikeId(id) && (await findContact(work, id)) !== undefined;

/** Échanges notés à la main, and those of a person. */
export const openContacts = (web: Web): void => {
  web.app.post("/api/contacts", { schema: { body: NewContactContract, response: { 200: OpenedContactContract } } }, (request) =>
    workFor(web, request, request.body.commissionerId, "listen", async (work) => {
      const given = await once(work, { key: idempotencyKey(request), route: "POST /api/contacts", content: request.body }, () =>
        begin(work, request.body),
      );
      if (given.kind === "key-reused") throw keyReused();
      return given.answer;
    }),
  );

  web.app.get("/api/contacts/:id", { schema: { params: IdParams, response: { 200: ContactContract } } }, (request) =>
    workOn(web, request, "listen", contactIsHere(request.params.id), async (work) => {
      const contact = await findContact(work, request.params.id);
      if (!contact) throw notFound();
      return viewOf(work, contact);
    }),
  );

  web.app.post("/api/contacts/:id/person", { schema: { params: IdParams, body: AttachContract, response: { 200: Done } } }, (request) =>
    workOn(web, request, "listen", contactIsHere(request.params.id), async (work) => {
      idempotencyKey(request);
      const { personId } = request.body;
      if (!looksLikeId(personId) || !(await findPerson(work, personId))) throw notFound();
      await attachPerson(work, request.params.id, personId);
      return done;
    }),
  );

  web.app.post("/api/contacts/:id/end", { schema: { params: IdParams, response: { 200: Done } } }, (request) =>
    workOn(web, request, "listen", contactIsHere(request.params.id), async (work) => {
      idempotencyKey(request);
      await finishExchange(work, request.params.id);
      return done;
    }),
  );

  web.app.post("/api/contacts/:id/no-answer", { schema: { params: IdParams, response: { 200: Done } } }, (request) =>
    workOn(web, request, "listen", contactIsHere(request.params.id), async (work) => {
      idempotencyKey(request);
      await leaveUnanswered(work, request.params.id);
      return done;
    }),
  );

  web.app.get("/api/persons/:id/contacts", { schema: { params: IdParams, response: { 200: PersonContactsContract } } }, (request) =>
    workOn(
      web,
      request,
      "read-file",
      async (work) => looksLikeId(request.params.id) && (await findPerson(work, request.params.id)) !== undefined,
      (work) => historyOf(work, request.params.id),
    ),
  );

  web.app.post("/api/persons/:id/words/read", { schema: { params: IdParams, response: { 200: Done } } }, (request) =>
    workOn(
      web,
      request,
      "listen",
      async (work) => looksLikeId(request.params.id) && (await findPerson(work, request.params.id)) !== undefined,
      async (work) => {
        idempotencyKey(request);
        await markWordsRead(work, request.params.id);
        return done;
      },
    ),
  );
};

type NewContact = z.infer<typeof NewContactContract>;

/** With nobody named, a file without a name is made: needs, rights and information work for someone who does not say who she is. */
const begin = async (work: Work, given: NewContact): Promise<z.infer<typeof OpenedContactContract>> => {
  if (given.personId !== undefined && (!looksLikeId(given.personId) || !(await findPerson(work, given.personId)))) throw notFound();
  const candidates = given.phone === undefined ? [] : (await personsAt(work, "phone", given.phone)).map((person) => person.id);
  const personId = given.personId ?? (given.anonymous === true ? (await createPerson(work, {})).id : undefined);
  const id = await openContact(work, {
    channel: given.channel,
    direction: given.direction,
    ...(personId === undefined ? {} : { personId }),
  });
  return { id, personId, candidates };
};

const viewOf = async (work: Work, contact: Contact): Promise<ContactView> => {
  const { name, color } = await ownCommissioner(work);
  const person = contact.personId && (await findPerson(work, contact.personId));
  return {
    id: contact.id,
    commissionerId: work.commissionerId,
    commissionerName: name,
    commissionerColor: color,
    channel: contact.channel,
    direction: contact.direction,
    personId: contact.personId,
    personName: person ? displayName(person) : undefined,
    staffId: contact.staffId,
    startedAt: contact.startedAt.toISOString(),
    endedAt: contact.endedAt?.toISOString(),
    callbackId: await callbackOfContact(work, contact.id),
  };
};

const historyOf = async (work: Work, personId: string): Promise<z.infer<typeof PersonContactsContract>> => {
  const names = new Map((await staffOfCommissioner(work, work.commissionerId)).map((staff) => [staff.id as string, staff.name]));
  const contacts = await contactsOf(work, personId);
  const words = await wordsOf(work, personId);
  return {
    contacts: contacts.map((contact) => ({
      id: contact.id,
      channel: contact.channel,
      direction: contact.direction,
      startedAt: contact.startedAt.toISOString(),
      endedAt: contact.endedAt?.toISOString(),
      staffName: contact.staffId && names.get(contact.staffId),
    })),
    words: words.map((word) => ({ id: word.id, words: word.words, at: word.at.toISOString(), isRead: word.readAt !== undefined })),
  };
};
