import { clockTimeOf, dayOf, instantAt, isClockTime, isDay } from "#engines/calendar";
import type { NextActionShown } from "./exchange.contract.ts";

/** A next action as it is typed: each part may still be empty. */
export interface NextActionTyped {
  readonly what: string;
  /** AAAA-MM-JJ, Paris. */
  readonly day: string;
  /** HH:MM, Paris. */
  readonly time: string;
  readonly ownerId: string;
}

/** What is already chosen fills the fields; what the house wrote when the situation opened does not. */
export const typedFrom = (next: NextActionShown | undefined, me: string): NextActionTyped => {
  if (!next?.holds) return { what: "", day: "", time: "", ownerId: me };
  return { what: next.what, day: dayOf(new Date(next.at)), time: clockTimeOf(new Date(next.at)), ownerId: next.owner.id };
};

export type TypedVerdict =
  | { readonly kind: "empty" }
  | { readonly kind: "missing"; readonly fields: readonly ("what" | "date" | "time")[] }
  | { readonly kind: "past" }
  | { readonly kind: "complete"; readonly nextAction: { readonly what: string; readonly at: string; readonly ownerId: string } };

/** Reads what was typed, as clocks show it in Paris. */
export const readTyped = (typed: NextActionTyped, now: Date): TypedVerdict => {
  const what = typed.what.trim();
  if (what === "" && typed.day === "" && typed.time === "") return { kind: "empty" };
  const { day, time } = typed;
  const hasDay = isDay(day);
  const hasTime = isClockTime(time);
  if (what === "" || !hasDay || !hasTime)
    return {
      kind: "missing",
      fields: [
        ...(what === "" ? (["what"] as const) : []),
        ...(hasDay ? [] : (["date"] as const)),
        ...(hasTime ? [] : (["time"] as const)),
      ],
    };
  const at = instantAt(day, time);
  if (at.getTime() <= now.getTime()) return { kind: "past" };
  return { kind: "complete", nextAction: { what, at: at.toISOString(), ownerId: typed.ownerId } };
};
