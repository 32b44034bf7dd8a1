export {
  afterDeed,
  hoursToContact,
  isExhausted,
  mayReopen,
  moves,
  offersBeforeHuman,
  referralDeeds,
  referralModes,
  referralOutcomes,
  referralStatuses,
  type Referral,
  type ReferralDeed,
  type ReferralMode,
  type ReferralOutcome,
  type ReferralStatus,
} from "./referral.ts";
export { cannotBeReached, judgedOffers, refusalReasons, type Attempt, type Offer, type OfferAnswer, type RefusalReason } from "./offer.ts";
export { packetFields, type Packet, type PacketField } from "./packet.ts";
export { causeToExclude, coversPlace, splitEligible, type Provider, type RequestPlace } from "./provider.ts";
export { turnShares, type TurnAccount, type TurnShare } from "./turn-share.ts";
export { referralTaskWords } from "./referral.words.ts";
