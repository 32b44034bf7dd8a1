import { relativeDelay } from "#engines/calendar";
import type { Work } from "#ground/server";
import { phoneInPairs } from "#person";
import { needLabel } from "#situation";
import { offerViewKind, type OfferView, type WhyMe } from "./offer-view.ts";
import { cannotBeReached, isHeld, type Offer } from "./offer.ts";
import { attemptsOf, findOffer, offersOf } from "./offer.store.ts";
import { accountsOf, decisionsOf } from "./pool.store.ts";
import { providerNames, reliabilities } from "./provider.store.ts";
import type { Referral } from "./referral.ts";
import { findReferral, openPacket } from "./referral.store.ts";
import { requestPlace } from "./request-place.source.ts";
import { turnShares, type TurnShare } from "./turn-share.ts";

/** Reads an offer as its provider sees it. Changes nothing, but the log when the packet is shown. */
export const lookAtOffer = async (work: Work, offerId: string): Promise<OfferView | undefined> => {
  const offer = await findOffer(work, offerId);
  const referral = offer && (await findReferral(work, offer.referralId));
  if (!referral) return undefined;
  const names = await providerNames(work, [offer.providerId]);
  const common = {
    providerName: names.get(offer.providerId) ?? "",
    what: needLabel(referral.need),
    commune: requestPlace(referral.communeCode)?.name ?? "",
    dueAt: offer.dueAt,
    left: relativeDelay(work.now, offer.dueAt),
    whyMe: await whyMe(work, referral, offer),
  };
  const kind = offerViewKind(referral, offer, (await offersOf(work, referral.id)).at(-1)?.id === offer.id, work.now);
  return kind === "held" ? { ...common, ...(await heldView(work, referral, offer)) } : { ...common, kind };
};

const heldView = async (work: Work, referral: Referral, offer: Offer) => {
  const packet = isHeld(offer) ? await openPacket(work, referral) : undefined;
  if (packet) work.audit({ action: "read packet", objectKind: "person", objectId: referral.personId, purpose: "referral" });
  const attempts = (await attemptsOf(work, referral.id)).filter((attempt) => attempt.offerId === offer.id);
  return {
    kind: "held" as const,
    person: packet && {
      firstName: packet.firstName,
      phone: phoneInPairs(packet.phone),
      telephone: packet.phone,
      mayLeaveMessage: packet.mayLeaveMessage,
      availability: packet.availability,
    },
    attempts,
    isKept: offer.answer === "kept",
    isVerifying: cannotBeReached(attempts),
    mayStart: referral.status === "contacted",
    hasStarted: referral.status === "delivering",
  };
};

const whyMe = async (work: Work, referral: Referral, offer: Offer): Promise<WhyMe | undefined> => {
  const decision = (await decisionsOf(work, referral.id)).get(offer.decisionId);
  const reliability = (await reliabilities(work, [offer.providerId])).get(offer.providerId);
  if (!decision || decision.mode === "nobody" || !reliability || referral.poolId === undefined) return undefined;
  const shares = turnShares(await accountsOf(work, referral.poolId));
  const others = shares.filter((share) => share.providerId !== offer.providerId);
  const mean = (of: (share: TurnShare) => number): number =>
    others.length === 0 ? 0 : Math.round((others.reduce((sum, share) => sum + of(share), 0) / others.length) * 10) / 10;
  return {
    reason: decision.reason,
    eligible: decision.entries.length,
    mine: shares.find((share) => share.providerId === offer.providerId),
    others: { count: others.length, received: mean((share) => share.received), fair: mean((share) => share.fair) },
    reliability,
  };
};
