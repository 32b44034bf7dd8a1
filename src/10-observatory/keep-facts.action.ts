import type { Work } from "#ground/server";
import type { Referral } from "#referral";
import { findReferral, referralsOfSituation } from "#referral/server";
import { rightsNotUsedOf } from "#rights/server";
import { factsOfSituation } from "#situation/server";
import type { ReferralFact } from "./fact.ts";
import { keepGivenFacts, type KeptFacts } from "./facts.store.ts";

/** Tenir les faits d'une situation à jour : what is confirmed now replaces what was known. Nothing is kept of a situation that is not there. */
export const keepFacts = async (work: Work, situationId: string): Promise<KeptFacts | { readonly kind: "absent" }> => {
  const facts = await factsOfSituation(work, situationId);
  if (!facts) return { kind: "absent" };
  const referrals = (await referralsOfSituation(work, situationId)).flatMap(factOf);
  const rightsNotUsed = await rightsNotUsedOf(work, situationId);
  return keepGivenFacts(work, [{ ...facts, referrals, rightsNotUsed }]);
};

/** An address given is no referral to wait for, and a double has its own story: neither has an outcome to count. */
const notCounted = new Set(["informed", "duplicate"]);

const factOf = ({ need, outcome }: Referral): ReferralFact[] =>
  outcome === undefined || notCounted.has(outcome) ? [] : [{ need, outcome }];

export const situationOfReferral = async (work: Work, referralId: string): Promise<string | undefined> =>
  (await findReferral(work, referralId))?.situationId;
