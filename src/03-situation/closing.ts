/** Ce qui reste ouvert : what keeps a situation from closing. The room that says it also knows how to settle it. */
export interface ClosingObjection {
  /** "need", or what another room says: "referral", "outcome"… Words for it are found by the screen. */
  readonly kind: string;
  readonly subjectId: string;
  readonly need?: string | undefined;
}

/** What is missing before an exchange may close, in the order of the screen. */
export type Missing = { readonly kind: "untold-need"; readonly needId: string; readonly need: string } | { readonly kind: "next-action" };

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
}): readonly Missing[] => [
  ...exchange.needs
    .filter((need) => need.isOpen && need.told === "untold")
    .map((need) => ({ kind: "untold-need", needId: need.id, need: need.need }) as const),
  ...(exchange.nextActionHolds || exchange.situationCloses ? [] : [{ kind: "next-action" } as const]),
];
