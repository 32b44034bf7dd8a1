import type { Work } from "#ground/server";
import { referralsOfSituation } from "#referral/server";
import type { ClosingObjection } from "#situation";
import { outcomesOf } from "./outcome.store.ts";
import { verdictOf, wordsThatCount } from "./outcome.ts";

/** What keeps a situation from closing: two words that disagree, until someone has settled them. */
export const outcomeObjections = async (work: Work, situationId: string): Promise<ClosingObjection[]> => {
  const objections: ClosingObjection[] = [];
  for (const referral of await referralsOfSituation(work, situationId))
    if (verdictOf(wordsThatCount(await outcomesOf(work, referral.id), referral)) === "disputed")
      objections.push({ kind: "outcome", subjectId: referral.id, need: referral.need });
  return objections;
};
