import type { Duties, Web } from "#ground/server";
import { openCallbackForm } from "./callback-form.http.ts";
import { openCallbacks } from "./callback.http.ts";
import type { Communes } from "./communes.ts";
import type { DangerReader, Enclosures } from "./enclosure.http.ts";
import { openContacts } from "./contact.http.ts";
import type { FollowUpSummaries } from "./follow-up-summary.http.ts";
import { openFollowUp, type FollowUpSteps } from "./follow-up.http.ts";
import { lateCallbackRound } from "./settle-callback.action.ts";
import { openWords } from "./word.http.ts";

export { finishExchange, leaveUnanswered } from "./finish-exchange.action.ts";
export { attachPerson, contactsOf, endContact, findContact, openContact } from "./contact.store.ts";
export { findCallback, freeSlots, lastCallbackOf, promisedCallbacks } from "./callback.store.ts";
export { postponeCallback, promiseCallback, type PromisedCallback } from "./promise-callback.action.ts";
export { callBack, cancelCallback, keepCallback, missCallback } from "./settle-callback.action.ts";
export { portalFor } from "./callback-form.http.ts";
export { bookCallback, type BookedCallback, type BookingRequest } from "./book-callback.action.ts";
export { resendLink } from "./resend-link.action.ts";
export { addWord, unreadWords, wordsOf, type AddedWord } from "./word.store.ts";
export type { FollowUpSteps } from "./follow-up.http.ts";
export type { FollowUpSummaries } from "./follow-up-summary.http.ts";
export type { FollowUpSummary } from "./follow-up-summary.ts";
export type { DangerReader, EnclosureOwner, Enclosures, KeptEnclosure } from "./enclosure.http.ts";

/** What this room needs of later ones: the communes, the steps of a request, what may come with it, and who reads a danger in a word. */
export interface ContactNeeds {
  readonly communes?: Communes;
  readonly followUpSteps?: FollowUpSteps;
  readonly enclosures?: Enclosures;
  readonly summaries?: FollowUpSummaries;
  readonly dangerIn?: DangerReader;
}

/** Opens the pages and the interface of this room. */
export const openContactRoom = (web: Web, given: ContactNeeds = {}): void => {
  openCallbackForm(web, given);
  openFollowUp(web, { steps: given.followUpSteps, enclosures: given.enclosures, summaries: given.summaries, dangerIn: given.dangerIn });
  openContacts(web);
  openCallbacks(web);
  openWords(web);
};

export const contactDuties: Duties = { jobs: [], subscribers: [], rounds: [lateCallbackRound] };
