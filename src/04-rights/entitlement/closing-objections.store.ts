import type { Work } from "#ground/server";
import { findSituation } from "#situation/server";
import type { ClosingObjection } from "#situation";
import { entitlementsOf } from "./entitlement.store.ts";

/**
 * What keeps a situation from closing (case 45): a renewal that is due or that waits, for whom it is about. A card is held whatever her
 * situation, so each situation of hers still open says it: renewing is one gesture.
 */
export const renewalObjections = async (work: Work, situationId: string): Promise<ClosingObjection[]> => {
  const situation = await findSituation(work, situationId);
  if (!situation) return [];
  return (await entitlementsOf(work, situation.personId))
    .filter(({ state }) => state === "renewal-due" || state === "waiting")
    .map(({ id }) => ({ kind: "renewal", subjectId: id }));
};
