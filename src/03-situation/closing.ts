import { addDays, dayOf, instantAt, isWorkingDay } from "#engines/calendar";

/** Ce qui reste ouvert : what keeps a situation from closing. The room that says it also knows how to settle it. */
export interface ClosingObjection {
  /** "need", or what another room says: "referral", "outcome"… Words for it are found by the screen. */
  readonly kind: string;
  readonly subjectId: string;
  readonly need?: string | undefined;
  /** What it is about, in the words of the room that says it, and where it is settled. */
  readonly about?: { readonly fr: string; readonly en: string } | undefined;
  readonly link?: string | undefined;
}

/** What is missing before an exchange may close, in the order of the screen. */
export type Missing =
  | { readonly kind: "untold-need"; readonly needId: string; readonly need: string }
  | { readonly kind: "next-action" }
  | { readonly kind: "demand" };

/**
 * What is missing before an exchange may close: every open need has been told to the person, and the situation has a next action,
 * unless the situation closes too.
 */
export const missingForClosing = (exchange: {
  readonly needs: readonly {
    readonly id: string;
    readonly need: string;
    readonly isOpen: boolean;
    readonly told: "untold" | "agreed" | "declined";
  }[];
  readonly nextActionHolds: boolean;
  readonly situationCloses: boolean;
  /** Two minutes: a demand is enough, the house plans what comes next. Absent, the exchange was a listening. */
  readonly brief?: { readonly hasDemand: boolean };
}): readonly Missing[] => [
  ...exchange.needs
    .filter((need) => need.isOpen && need.told === "untold")
    .map((need) => ({ kind: "untold-need", needId: need.id, need: need.need }) as const),
  ...(exchange.brief ? (exchange.brief.hasDemand ? [] : [{ kind: "demand" } as const]) : []),
  ...(exchange.brief || exchange.nextActionHolds || exchange.situationCloses ? [] : [{ kind: "next-action" } as const]),
];

/** Suite d'un échange bref : when the house comes back to it, at nine in Paris: a week after an answer, the next working day without one. */
export const afterBrief = (answered: "yes" | "no", now: Date): Date => {
  const today = dayOf(now);
  if (answered === "yes") return instantAt(addDays(today, 7), "09:00");
  let next = addDays(today, 1);
  while (!isWorkingDay(next)) next = addDays(next, 1);
  return instantAt(next, "09:00");
};
