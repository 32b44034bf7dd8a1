import { sql } from "kysely";
import { makeLink, ownCommissioner, sendMessage, type Work } from "#ground/server";
import type { Id } from "#ground";
import { mayWriteTo, plainName, type Person } from "#person";
import { addContactPoint, consentsOf, createPerson, findPerson, personsAt, recordConsent } from "#person/server";
import { lastCallbackOf } from "./callback.store.ts";
import { endContact, openContact } from "./contact.store.ts";
import { followUpAddress, linkDays } from "./follow-up-link.ts";
import { findPlace, promiseCallback, type PromisedCallback } from "./promise-callback.action.ts";
import type { Slot } from "./slot.ts";
import { promisedText } from "./text-message.ts";

export interface BookingRequest {
  readonly from: Date;
  /** E.164. */
  readonly phone: string;
  readonly firstName: string;
  readonly communeCode: string | undefined;
  readonly mayLeaveMessage: boolean;
  readonly wantsSms: boolean;
}

export type BookedCallback =
  /** @property followsPerson whether the link shown on this screen may open the whole follow-up: only when the file began with this form. */
  | { readonly kind: "booked"; readonly callbackId: Id<"Callback">; readonly personId: Id<"Person">; readonly followsPerson: boolean }
  | Exclude<PromisedCallback, { kind: "promised" }>;

/**
 * Réserver un rappel depuis le portail : one person, one promise. Nobody proves who they are here, so a file that exists already learns
 * nothing from the form but the promise: neither a consent, nor a commune, nor the way to its follow-up.
 */
export const bookCallback = async (work: Work, asked: BookingRequest): Promise<BookedCallback> => {
  await oneFormAtOnce(work, asked.phone);
  const caller = await findCaller(work, asked);
  const known = caller && (await holdsAnOlderPromise(work, caller.id)) ? undefined : caller;
  const found = known ? undefined : await findPlace(work, asked.from);
  if (found && found.kind !== "place") return found;
  const personId = known?.id ?? (await createPerson(work, { firstName: asked.firstName, communeCode: asked.communeCode })).id;
  const promised = await promiseCallback(work, {
    personId,
    from: asked.from,
    mayLeaveMessage: asked.mayLeaveMessage && known?.isProtected !== true && !(known && (await saidNoToMessages(work, known.id))),
  });
  if (promised.kind !== "promised") return promised;
  if (!known) await keepFirstWords(work, personId, asked);
  await endContact(work, await openContact(work, { channel: "form", direction: "in", personId }));
  await writePromise(work, personId, promised.slot);
  return { kind: "booked", callbackId: promised.callbackId, personId, followsPerson: known === undefined };
};

/** The forms of one telephone come one after the other: a person who sends two in the same second would have two files. */
const oneFormAtOnce = (work: Work, phone: string): Promise<number> =>
  work.run(sql`select pg_advisory_xact_lock(hashtextextended(${`book a callback ${work.commissionerId} ${phone}`}, 0))`);

/** Someone who begins again in the same sitting has changed her mind about the hour; later than that, it may be somebody else. */
const sittingMilliseconds = 10 * 60_000;

/**
 * Whether she was promised a call before this sitting. Whoever knows her telephone and her first name can send this form: it must not
 * move that promise, nor give a link that cancels it. A new file is begun instead, and the counsellor sees both.
 */
const holdsAnOlderPromise = async (work: Work, personId: string): Promise<boolean> => {
  const held = await lastCallbackOf(work, personId);
  return held?.state === "promised" && work.now.getTime() - held.askedAt.getTime() > sittingMilliseconds;
};

/** Whether the promise she already holds forbids a voice message: someone else with her telephone could otherwise turn her no into a yes. */
const saidNoToMessages = async (work: Work, personId: string): Promise<boolean> => {
  const held = await lastCallbackOf(work, personId);
  return held?.state === "promised" && !held.mayLeaveMessage;
};

/** Found again only when one person of this service, and one alone, has this number and this first name: a telephone is often shared. */
const findCaller = async (work: Work, asked: BookingRequest): Promise<Person | undefined> => {
  const named = (await personsAt(work, "phone", asked.phone)).filter(
    (person) => plainName(person.firstName ?? "") === plainName(asked.firstName),
  );
  return named.length === 1 ? named[0] : undefined;
};

const keepFirstWords = async (work: Work, personId: string, asked: BookingRequest): Promise<void> => {
  await addContactPoint(work, personId, { channel: "phone", value: asked.phone, isSafeForMessage: asked.mayLeaveMessage });
  if (asked.wantsSms) await recordConsent(work, { personId, purpose: "sms", answer: "yes", mode: "online" });
};

/** The confirmation leaves only with her yes to SMS; its link, received on her own telephone, opens the whole follow-up. */
export const writePromise = async (work: Work, personId: string, slot: Slot): Promise<void> => {
  const person = await findPerson(work, personId);
  if (!person) return;
  const may = mayWriteTo(person, "sms", await consentsOf(work, personId));
  if (may.kind !== "may") return;
  const token = await makeLink(work, {
    kind: "follow-up",
    subjectId: personId,
    expiresAt: new Date(work.now.getTime() + linkDays * 86_400_000),
  });
  const { name } = await ownCommissioner(work);
  await sendMessage(work, {
    channel: "sms",
    to: may.to,
    purpose: "callback promised",
    body: promisedText(name, slot, followUpAddress(work.ground.baseUrl(), token)),
  });
};
