import type { Work } from "#ground/server";
import { callbackOfContact } from "./callback.store.ts";
import { endContact } from "./contact.store.ts";
import { keepCallback, missCallback } from "./settle-callback.action.ts";

/**
 * Terminer un échange : someone was listened to. When it was opened to keep a promised callback, the promise is kept by that:
 * nobody has to say it a second time.
 */
export const finishExchange = async (work: Work, contactId: string): Promise<void> => {
  await endContact(work, contactId);
  const callbackId = await callbackOfContact(work, contactId);
  if (callbackId !== undefined) await keepCallback(work, callbackId);
};

/** Pas de réponse : ends an exchange where nobody answered. The promise it was to keep moves to another time of day. */
export const leaveUnanswered = async (work: Work, contactId: string): Promise<void> => {
  const callbackId = await callbackOfContact(work, contactId);
  if (callbackId !== undefined) await missCallback(work, callbackId);
  await endContact(work, contactId);
};
