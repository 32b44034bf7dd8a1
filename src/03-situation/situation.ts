import type { Id } from "#ground";
import type { UrgencyLevel } from "./urgency.ts";

/** Prochaine action : what, when, who. */
export interface NextAction {
  readonly what: string;
  readonly at: Date;
  readonly ownerId: Id<"Staff">;
  /** False while it is only what the house wrote when the situation opened, so that nothing is forgotten. */
  readonly isChosen: boolean;
}

/** Why a situation ends. « by-supervisor »: something was still open, and a supervisor gave a reason. */
export const closedReasons = ["helped", "answered", "gone", "declined", "transferred", "duplicate", "by-supervisor"] as const;
export type ClosedReason = (typeof closedReasons)[number];

/** Situation de vie : what a person goes through, from the first words to the last answer. */
export interface Situation {
  readonly id: Id<"Situation">;
  readonly personId: Id<"Person">;
  readonly openedAt: Date;
  readonly referentId: Id<"Staff">;
  readonly urgency: UrgencyLevel;
  /** Undefined only when closed. */
  readonly nextAction: NextAction | undefined;
  readonly closedAt?: Date;
  readonly closedReason?: ClosedReason;
}

/** A next action holds when a human chose it and its time is still to come. */
export const nextActionHolds = (next: Pick<NextAction, "at" | "isChosen"> | undefined, now: Date): boolean =>
  next !== undefined && next.isChosen && next.at.getTime() > now.getTime();
