import type { Work } from "#ground/server";

/** Tells the open screens that a right or a card is no longer as it was. */
export const tellCard = (work: Work, entitlementId: string, personId: string): Promise<void> =>
  work.tell("card.changed", { entitlementId, personId });
