import { finishTasks, ownCommissioner, type Work } from "#ground/server";
import type { Id } from "#ground";
import type { Callback, PostponeReason } from "./callback.ts";
import { addCallback, findCallback, freeSlots, lastCallbackOf, moveCallback, placeIn } from "./callback.store.ts";
import { nearestSlots, slotAt, type Slot } from "./slot.ts";

export type PromisedCallback =
  | { readonly kind: "promised"; readonly callbackId: Id<"Callback">; readonly slot: Slot }
  /** Someone else took the last place: the three nearest that are free. */
  | { readonly kind: "taken"; readonly nearest: readonly Slot[] }
  /** Past, outside opening hours, or no slot at all. */
  | { readonly kind: "not-a-slot"; readonly nearest: readonly Slot[] };

/** Promettre un rappel : holds a place for a person. Someone who already holds one keeps it, moved to what was chosen last: one person, one promise. */
export const promiseCallback = async (
  work: Work,
  asked: { readonly personId: string; readonly from: Date; readonly mayLeaveMessage: boolean },
): Promise<PromisedCallback> => {
  const held = await lastCallbackOf(work, asked.personId);
  if (held?.state === "promised") return moveTo(work, held, asked.from, "asked", asked.mayLeaveMessage);
  const found = await findPlace(work, asked.from);
  if (found.kind !== "place") return found;
  const callbackId = await addCallback(work, {
    personId: asked.personId,
    slot: found.slot,
    place: found.place,
    mayLeaveMessage: asked.mayLeaveMessage,
  });
  // Between our look and our write, the same person was promised a call: two forms sent at once.
  if (callbackId === undefined) return promiseCallback(work, asked);
  work.audit({ action: "promise callback", objectKind: "person", objectId: asked.personId });
  await work.tell("callback.promised", { callbackId, personId: asked.personId });
  return { kind: "promised", callbackId, slot: found.slot };
};

/** Déplacer un rappel : to another slot, at the person's asking or ours. */
export const postponeCallback = async (
  work: Work,
  callbackId: string,
  from: Date,
  because: PostponeReason,
): Promise<PromisedCallback | { readonly kind: "settled" }> => {
  const callback = await findCallback(work, callbackId);
  return callback?.state === "promised" ? moveTo(work, callback, from, because) : { kind: "settled" };
};

export const moveTo = async (
  work: Work,
  callback: Callback,
  from: Date,
  because: PostponeReason | "unreached",
  mayLeaveMessage?: boolean,
): Promise<PromisedCallback> => {
  if (callback.slot.from.getTime() === from.getTime()) return { kind: "promised", callbackId: callback.id, slot: callback.slot };
  const found = await findPlace(work, from);
  if (found.kind !== "place") return found;
  await moveCallback(work, callback.id, {
    slot: found.slot,
    place: found.place,
    because,
    ...(mayLeaveMessage === undefined ? {} : { mayLeaveMessage }),
  });
  await finishTasks(work, { kind: "callback-late", subjectId: callback.id });
  work.audit({ action: "move callback", objectKind: "person", objectId: callback.personId, purpose: because });
  await work.tell("callback.changed", { callbackId: callback.id, personId: callback.personId });
  return { kind: "promised", callbackId: callback.id, slot: found.slot };
};

type FoundPlace = { readonly kind: "place"; readonly slot: Slot; readonly place: number } | Exclude<PromisedCallback, { kind: "promised" }>;

/** The place that a slot still has; held until this work ends. */
export const findPlace = async (work: Work, from: Date): Promise<FoundPlace> => {
  const nearest = async (): Promise<readonly Slot[]> => nearestSlots(await freeSlots(work), Number.isNaN(from.getTime()) ? work.now : from);
  const slot = slotAt((await ownCommissioner(work)).openingHours, from, work.now);
  if (!slot) return { kind: "not-a-slot", nearest: await nearest() };
  const place = await placeIn(work, slot);
  return place === undefined ? { kind: "taken", nearest: await nearest() } : { kind: "place", slot, place };
};
