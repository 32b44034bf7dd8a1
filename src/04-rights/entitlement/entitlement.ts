import { addDays, addMonths, addMonthsKeepingAnchor, compareDays, dayOfMonth, type Day } from "#engines/calendar";

/** A renewal opens this many days before the end. */
export const renewalDays = 30;

/**
 * État d'un droit ou d'une carte. « waiting »: a renewal was asked and waits for a register or for somebody's decision; the right goes on
 * meanwhile, past its end if it must. « lapsed » is never decided by a register: nobody renewed it in time.
 */
export const entitlementStates = ["requested", "checked", "active", "renewal-due", "waiting", "lapsed", "stopped"] as const;
export type EntitlementState = (typeof entitlementStates)[number];

/** What was done, from which a state is read. */
export interface EntitlementFacts {
  readonly isChecked: boolean;
  /** First and last day; undefined before it is issued. */
  readonly period: { readonly from: Day; readonly to: Day; readonly anchor: number } | undefined;
  readonly isStopped: boolean;
  /** A renewal was asked, and is neither decided nor undone. */
  readonly isRenewalWaiting: boolean;
}

/** Where a right stands on a day. Nothing here ends it but its own end, or a human. */
export const stateOn = (facts: EntitlementFacts, on: Day): EntitlementState => {
  if (facts.isStopped) return "stopped";
  if (!facts.period) return facts.isChecked ? "checked" : "requested";
  if (facts.isRenewalWaiting) return "waiting";
  if (compareDays(on, facts.period.to) > 0) return "lapsed";
  return compareDays(renewalOpensOn(facts.period.to), on) <= 0 ? "renewal-due" : "active";
};

/** The day when its renewal opens: thirty days before its last. */
export const renewalOpensOn = (to: Day): Day => addDays(to, -renewalDays);

/** Période d'un nouveau droit: from a day, for so many months, clamped to the end of a shorter month. */
export const firstPeriod = (from: Day, months: number): { readonly from: Day; readonly to: Day; readonly anchor: number } => ({
  from,
  to: addMonths(from, months),
  anchor: dayOfMonth(from),
});

/** Nouvelle fin : so many months after the last one, on the day of the month where the right began (case 60). */
export const renewedEnd = (period: { readonly to: Day; readonly anchor: number }, months: number): Day =>
  addMonthsKeepingAnchor(period.to, months, period.anchor);

/** What may be done with a right, by where it stands. Read as a law. */
const gestures: Readonly<Record<EntitlementState, readonly Gesture[]>> = {
  requested: ["check", "decide", "stop"],
  checked: ["issue", "stop"],
  active: ["replace", "print", "stop"],
  "renewal-due": ["renew", "replace", "print", "stop"],
  waiting: ["renew", "settle", "replace", "print", "stop"],
  lapsed: [],
  stopped: ["resume"],
};

/**
 * Gestes : check by a register or a document, decide with a reason, issue, renew, settle a renewal that waits, replace the card, print it,
 * stop with a reason, take a stop back.
 */
export type Gesture = "check" | "decide" | "issue" | "renew" | "settle" | "replace" | "print" | "stop" | "resume";

export const mayDo = (state: EntitlementState, gesture: Gesture): boolean => gestures[state].includes(gesture);
export const gesturesIn = (state: EntitlementState): readonly Gesture[] => gestures[state];

/** How a condition was found to hold. */
export const checkWays = ["no-condition", "register", "document", "decision"] as const;
export type CheckWay = (typeof checkWays)[number];

export const stopReasons = ["person-asked", "moved", "no-longer", "not-met", "mistake", "other"] as const;
export type StopReason = (typeof stopReasons)[number];

export const replacementReasons = ["lost", "stolen", "damaged", "not-received"] as const;
export type ReplacementReason = (typeof replacementReasons)[number];
