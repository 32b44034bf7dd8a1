import type { Work } from "#ground/server";
import type { Fragility } from "./fragility.ts";
import { fragilitiesOf, keepFragility } from "./fragility.store.ts";
import { findSituation, tellChanged } from "./situation.store.ts";

export type FragilityJudged =
  | { readonly kind: "judged" }
  /** Nothing that was noted tells it: a fragility is explained by facts said, or is not said. */
  | { readonly kind: "nothing-said" }
  | { readonly kind: "not-found" };

/** Confirmer ou retirer une fragilité : a human's word, kept with who, when and the facts that stood there. Said twice, it is kept once. */
export const judgeFragility = async (
  work: Work,
  given: { readonly situationId: string; readonly fragility: Fragility; readonly verdict: "confirmed" | "removed" },
): Promise<FragilityJudged> => {
  if (work.actor.kind !== "staff") throw new Error(`fragility of ${given.situationId}: only a human judges`);
  if (!(await findSituation(work, given.situationId))) return { kind: "not-found" };
  const line = (await fragilitiesOf(work, given.situationId)).find((each) => each.fragility === given.fragility);
  if (!line) return { kind: "nothing-said" };
  if (line.state === given.verdict) return { kind: "judged" };
  await keepFragility(work, { ...given, staffId: work.actor.staffId, facts: line.facts });
  work.audit({ action: `fragility ${given.verdict}`, objectKind: "situation", objectId: given.situationId });
  await work.tell("fragility.changed", { situationId: given.situationId });
  await tellChanged(work, given.situationId);
  return { kind: "judged" };
};
