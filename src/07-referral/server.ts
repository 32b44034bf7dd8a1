import type { Duties } from "#ground/server";
import { advanceReferrals } from "./advance-referrals.action.ts";
import { watchApprovals } from "./watch-approvals.action.ts";
import { onConsentWithdrawn } from "./follow-withdrawal.action.ts";

export { handOver, type HandOver, type HandOverAnswer } from "./hand-over.action.ts";
export { informPerson, type InformAnswer, type ServiceSnapshot } from "./inform-person.action.ts";
export { closeReferral, type ClosingAnswer } from "./close-referral.action.ts";
export { moveOn, reopenReferral, type CourseAnswer, type ReopenAnswer } from "./change-course.action.ts";
export {
  acceptOffer,
  mayTellOutcome,
  noteAttempt,
  refuseOffer,
  startService,
  type OfferAnswered,
  type Refusal,
} from "./answer-offer.action.ts";
export { advanceReferrals } from "./advance-referrals.action.ts";
export { addProvider, editProvider, findProvider, listProviders, type NewProvider } from "./provider.store.ts";
export { correctOutcome, findReferral, lockReferral, openPacket, referralsOfPerson, referralsOfSituation } from "./referral.store.ts";
export { attemptsOf, findOffer, offersOf } from "./offer.store.ts";
export { textPerson } from "./tell-person.action.ts";
export { tellProvider } from "./tell-provider.action.ts";
export { referralObjections } from "./closing-objections.store.ts";
export { openProviderPages, openOffer, workOnOffer, sendOfferPage, offerAddress, typedIn, type OpenedOffer } from "./provider-page.http.ts";

export const referralDuties: Duties = {
  jobs: [],
  subscribers: [onConsentWithdrawn],
  rounds: [
    { name: "referral.advance", everyMinutes: 1, run: advanceReferrals },
    { name: "referral.approvals", everyMinutes: 30, run: watchApprovals },
  ],
};
export { openReferrals } from "./referral.http.ts";
export { openDueOffers } from "./due-offers.http.ts";
export { openProviders } from "./provider.http.ts";
export { referralFollowUpSteps } from "./follow-up-steps.store.ts";
export { referralTimeline } from "./timeline.store.ts";
export { referralSummary } from "./summary-lines.store.ts";
