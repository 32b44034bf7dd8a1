export {
  hoursToContact,
  isExhausted,
  referralModes,
  referralOutcomes,
  referralStatuses,
  type Referral,
  type ReferralMode,
  type ReferralOutcome,
  type ReferralStatus,
} from "./referral.ts";
export { cannotBeReached, refusalReasons, type Attempt, type Offer, type RefusalReason } from "./offer.ts";
export { DueOffersContract, type DueOffer } from "./due-offers.contract.ts";
export type { Packet } from "./packet.ts";
export type { Provider } from "./provider.ts";
export { referralTaskWords } from "./referral.words.ts";
