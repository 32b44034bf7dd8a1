import { addTask, finishTasks, makeLink, ownCommissioner, sendMessage, type Round, type Work } from "#ground/server";
import type { Id } from "#ground";
import { mayWriteTo } from "#person";
import { consentsOf, findPerson } from "#person/server";
import { attemptsAtMost, type Callback } from "./callback.ts";
import { countAttempt, findCallback, freeSlots, linkContact, promisedCallbacks, settleCallback } from "./callback.store.ts";
import { endContact, findContact, openContact } from "./contact.store.ts";
import { followUpAddress, linkDays } from "./follow-up-link.ts";
import { moveTo } from "./promise-callback.action.ts";
import { unreachedText } from "./text-message.ts";
import type { Slot } from "./slot.ts";

const hourMilliseconds = 3_600_000;

/** Rappeler : opens the outgoing exchange by which a promise is kept. Pressed twice, or by two counsellors, it opens one. */
export const callBack = async (
  work: Work,
  callbackId: string,
): Promise<{ readonly kind: "opened"; readonly contactId: Id<"Contact"> } | { readonly kind: "settled" }> => {
  const callback = await findCallback(work, callbackId);
  if (callback?.state !== "promised") return { kind: "settled" };
  const current = callback.contactId && (await findContact(work, callback.contactId));
  if (current && current.endedAt === undefined) return { kind: "opened", contactId: current.id };
  const contactId = await openContact(work, { channel: "call", direction: "out", personId: callback.personId });
  await linkContact(work, callbackId, contactId);
  await work.tell("callback.changed", { callbackId, personId: callback.personId });
  return { kind: "opened", contactId };
};

/** The person was reached: the promise is kept, and the exchange goes on. */
export const keepCallback = async (work: Work, callbackId: string): Promise<"kept" | "settled"> => {
  if ((await settleCallback(work, callbackId, "kept")) === 0) return "settled";
  await tellSettled(work, callbackId);
  return "kept";
};

export type Unreached =
  /** The promise holds, at another time of day. */
  | { readonly kind: "moved"; readonly slot: Slot; readonly attempts: number }
  /** Three attempts, or nowhere to move to: a human decides. */
  | { readonly kind: "unreached"; readonly attempts: number }
  | { readonly kind: "settled" };

/**
 * Pas de réponse : the next free slot, three hours later at least so that it is another time of day. After three attempts a human has a
 * task, and the person, when we may write to her, is told how to choose a moment.
 */
export const missCallback = async (work: Work, callbackId: string): Promise<Unreached> => {
  const callback = await findCallback(work, callbackId);
  if (callback?.state !== "promised") return { kind: "settled" };
  if (callback.contactId !== undefined) await endContact(work, callback.contactId);
  const attempts = await countAttempt(work, callbackId);
  const moved = attempts < attemptsAtMost ? await moveLater(work, callback) : undefined;
  if (moved) return { kind: "moved", slot: moved, attempts };
  await settleCallback(work, callbackId, "unreached");
  await tellSettled(work, callbackId);
  await addTask(work, {
    kind: "callback-unreached",
    subjectKind: "callback",
    subjectId: callbackId,
    personId: callback.personId,
    dueAt: work.now,
  });
  await writeUnreached(work, callback.personId);
  return { kind: "unreached", attempts };
};

const moveLater = async (work: Work, callback: Callback): Promise<Slot | undefined> => {
  const earliest = work.now.getTime() + 3 * hourMilliseconds;
  const next = (await freeSlots(work)).find((slot) => slot.from.getTime() >= earliest);
  const moved = next && (await moveTo(work, callback, next.from, "unreached"));
  return moved?.kind === "promised" ? moved.slot : undefined;
};

const writeUnreached = async (work: Work, personId: string): Promise<void> => {
  const person = await findPerson(work, personId);
  if (!person) return;
  const may = mayWriteTo(person, "sms", await consentsOf(work, personId));
  if (may.kind !== "may") return;
  const token = await makeLink(work, {
    kind: "follow-up",
    subjectId: personId,
    expiresAt: new Date(work.now.getTime() + linkDays * 24 * hourMilliseconds),
  });
  const { name, phone } = await ownCommissioner(work);
  await sendMessage(work, {
    channel: "sms",
    to: may.to,
    purpose: "callback unreached",
    body: unreachedText(name, phone, followUpAddress(work.ground.baseUrl(), token)),
  });
};

/** The person no longer needs it, or somebody called by mistake. */
export const cancelCallback = async (work: Work, callbackId: string): Promise<"cancelled" | "settled"> => {
  if ((await settleCallback(work, callbackId, "cancelled")) === 0) return "settled";
  await tellSettled(work, callbackId);
  return "cancelled";
};

const tellSettled = async (work: Work, callbackId: string): Promise<void> => {
  const callback = await findCallback(work, callbackId);
  if (!callback) return;
  await finishTasks(work, { kind: "callback-late", subjectId: callbackId });
  work.audit({ action: `callback ${callback.state}`, objectKind: "person", objectId: callback.personId });
  await work.tell("callback.changed", { callbackId, personId: callback.personId });
};

/** Ronde des rappels en retard : a promise whose slot has passed becomes a task, once. */
export const lateCallbackRound: Round = {
  name: "contact.late-callbacks",
  everyMinutes: 1,
  run: async (work) => {
    for (const callback of await promisedCallbacks(work)) {
      if (callback.slot.to >= work.now) continue;
      const added = await addTask(work, {
        kind: "callback-late",
        subjectKind: "callback",
        subjectId: callback.id,
        personId: callback.personId,
        dueAt: callback.slot.to,
      });
      if (added > 0) await work.tell("callback.changed", { callbackId: callback.id, personId: callback.personId });
    }
  },
};
