import type { Duties, Web } from "#ground/server";
import { openCallbackForm } from "./callback-form.http.ts";
import { openCallbacks } from "./callback.http.ts";
import type { Communes } from "./communes.ts";
import { openContacts } from "./contact.http.ts";
import { openFollowUp, type FollowUpSteps } from "./follow-up.http.ts";
import { lateCallbackRound } from "./settle-callback.action.ts";
import { openWords } from "./word.http.ts";

export { finishExchange, leaveUnanswered } from "./finish-exchange.action.ts";
export { attachPerson, contactsOf, endContact, findContact, openContact } from "./contact.store.ts";
export { findCallback, freeSlots, lastCallbackOf, promisedCallbacks } from "./callback.store.ts";
export { postponeCallback, promiseCallback, type PromisedCallback } from "./promise-callback.action.ts";
export { callBack, cancelCallback, keepCallback, missCallback } from "./settle-callback.action.ts";
export { bookCallback, type BookedCallback, type BookingRequest } from "./book-callback.action.ts";
export { resendLink } from "./resend-link.action.ts";
export { addWord, unreadWords, wordsOf, type AddedWord } from "./word.store.ts";
export type { FollowUpSteps } from "./follow-up.http.ts";

/** Opens the pages and the interface of this room. What it needs of later rooms is given here: the communes, and the steps of a request. */
export const openContactRoom = (web: Web, given: { readonly communes?: Communes; readonly followUpSteps?: FollowUpSteps } = {}): void => {
  openCallbackForm(web, given.communes);
  openFollowUp(web, given.followUpSteps ? { steps: given.followUpSteps } : {});
  openContacts(web);
  openCallbacks(web);
  openWords(web);
};

export const contactDuties: Duties = { jobs: [], subscribers: [], rounds: [lateCallbackRound] };
