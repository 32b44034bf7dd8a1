import type { Work } from "#ground/server";
import type { ClosingObjection } from "#situation";
import { referralsOfSituation } from "./referral.store.ts";

/** What keeps a situation from closing: its referrals still open (case 45). */
export const referralObjections = async (work: Work, situationId: string): Promise<ClosingObjection[]> =>
  (await referralsOfSituation(work, situationId))
    .filter((referral) => referral.status !== "closed")
    .map((referral) => ({ kind: "referral", subjectId: referral.id, need: referral.need }));
