import type { Work } from "#ground/server";
import { release } from "./answer-offer.action.ts";
import { lapsedAs, warningDue, type Offer } from "./offer.ts";
import { answerOffer, findOffer, lapsedOffers, noteWarned, offersToWarn } from "./offer.store.ts";
import { lockReferral } from "./referral.store.ts";
import { tellProvider } from "./tell-provider.action.ts";

/**
 * Faire avancer les demandes : every minute. What was not answered, or accepted and never called, goes to the next provider; those who
 * still have time are warned, once at T+24 and once at T+44.
 */
export const advanceReferrals = async (work: Work): Promise<void> => {
  for (const offer of await lapsedOffers(work)) await lapse(work, offer);
  for (const offer of await offersToWarn(work)) await warn(work, offer);
};

/** The offer is read again under the lock: an answer may have come in the meantime. */
const lapse = async (work: Work, seen: Offer): Promise<void> => {
  const referral = await lockReferral(work, seen.referralId);
  const offer = await findOffer(work, seen.id);
  const answer = offer && lapsedAs(offer, work.now);
  if (!referral || !answer) return;
  await answerOffer(work, offer.id, { answer });
  work.audit({ action: `offer ${answer}`, objectKind: "offer", objectId: offer.id });
  await work.tell("sla.broken", { referralId: referral.id, offerId: offer.id, providerId: offer.providerId, stage: answer });
  await release(work, referral);
};

const warn = async (work: Work, offer: Offer): Promise<void> => {
  const at = warningDue(offer, work.now);
  const referral = at && (await lockReferral(work, offer.referralId));
  if (!referral) return;
  await noteWarned(work, offer.id, at);
  await tellProvider(work, "warning", offer, referral);
};
