import type { Id } from "#ground";
import type { Slot } from "./slot.ts";

export const callbackStates = ["promised", "kept", "unreached", "cancelled"] as const;
export type CallbackState = (typeof callbackStates)[number];

export const postponeReasons = ["asked", "nobody-free", "other"] as const;
export type PostponeReason = (typeof postponeReasons)[number];

/** Rappel promis : a place held in a slot, for one person. */
export interface Callback {
  readonly id: Id<"Callback">;
  readonly personId: Id<"Person">;
  readonly slot: Slot;
  readonly state: CallbackState;
  readonly mayLeaveMessage: boolean;
  readonly attempts: number;
  readonly askedAt: Date;
  readonly contactId: Id<"Contact"> | undefined;
}

/** After three attempts a human decides what comes next: nothing ends by a counter alone. */
export const attemptsAtMost = 3;

/** Minutes since the end of the slot; 0 while the promise can still be kept. */
export const lateMinutes = (callback: Pick<Callback, "slot" | "state">, now: Date): number =>
  callback.state === "promised" ? Math.max(0, Math.floor((now.getTime() - callback.slot.to.getTime()) / 60_000)) : 0;
