import { dayOf } from "#engines/calendar";
import type { PastOffer } from "#engines/turns";
import type { Id } from "#ground";

/**
 * What became of an offer. `waiting` and `accepted` run against the clock; `kept` is a call made in time, after which the clock stops;
 * `broken` was accepted and never called; `withdrawn` was taken back, which is nobody's fault.
 */
export const offerAnswers = ["waiting", "accepted", "refused", "expired", "broken", "withdrawn", "kept"] as const;
export type OfferAnswer = (typeof offerAnswers)[number];

export const refusalReasons = ["full", "out-of-zone", "not-ours", "other"] as const;
export type RefusalReason = (typeof refusalReasons)[number];

/** Proposition : one attempt with one provider. */
export interface Offer {
  readonly id: Id<"Offer">;
  readonly referralId: Id<"Referral">;
  readonly providerId: Id<"Provider">;
  readonly decisionId: Id<"Decision">;
  readonly seq: number;
  readonly offeredAt: Date;
  readonly dueAt: Date;
  readonly answer: OfferAnswer;
  readonly answeredAt: Date | undefined;
  readonly refusalReason: RefusalReason | undefined;
  readonly refusalText: string | undefined;
  readonly warned24At: Date | undefined;
  readonly warned44At: Date | undefined;
}

/** Essai d'appel : the provider called the person. */
export interface Attempt {
  readonly at: Date;
  readonly wasReached: boolean;
}

/** An offer that somebody is still expected to act upon. */
export const isRunning = (offer: Pick<Offer, "answer">): boolean => offer.answer === "waiting" || offer.answer === "accepted";

/** A provider holds the request: it accepted, and its promise is not broken. Only then may it read the packet. */
export const isHeld = (offer: Pick<Offer, "answer">): boolean => offer.answer === "accepted" || offer.answer === "kept";

/** An offer may be answered until its time, that instant included. */
export const mayAnswer = (offer: Pick<Offer, "answer" | "dueAt">, now: Date): boolean =>
  offer.answer === "waiting" && now.getTime() <= offer.dueAt.getTime();

/** What a running offer becomes when its time is over; undefined while it is not. Acceptance alone does not stop the clock: a call does. */
export const lapsedAs = (offer: Pick<Offer, "answer" | "dueAt">, now: Date): "expired" | "broken" | undefined => {
  if (!isRunning(offer) || now.getTime() < offer.dueAt.getTime()) return undefined;
  return offer.answer === "waiting" ? "expired" : "broken";
};

const hour = 3_600_000;

/** Which warning is due now: one at T+24, one at T+44, none twice, none once the time is over. A round that comes late gives only the last. */
export const warningDue = (
  offer: Pick<Offer, "answer" | "offeredAt" | "dueAt" | "warned24At" | "warned44At">,
  now: Date,
): 24 | 44 | undefined => {
  if (!isRunning(offer) || now.getTime() >= offer.dueAt.getTime()) return undefined;
  const hours = (now.getTime() - offer.offeredAt.getTime()) / hour;
  if (hours >= 44 && offer.warned44At === undefined) return 44;
  if (hours >= 24 && hours < 44 && offer.warned24At === undefined) return 24;
  return undefined;
};

const settled: readonly OfferAnswer[] = ["refused", "expired", "broken", "kept"];

/**
 * What counts in a provider's reliability, oldest first. A call made in time keeps the promise; so does a refusal in time, which leaves
 * the person free to be called by another. Silence, and acceptance without a call, break it. An offer taken back counts for nothing.
 */
export const judgedOffers = (answers: readonly OfferAnswer[]): readonly PastOffer[] =>
  answers.filter((answer) => settled.includes(answer)).map((answer) => ({ kept: answer === "kept" || answer === "refused" }));

const attemptsToVerify = 3;
const daysToVerify = 2;

/** Coordonnées à vérifier : three calls on two days at least (of Paris), and the person was never reached. */
export const cannotBeReached = (attempts: readonly Attempt[]): boolean =>
  attempts.length >= attemptsToVerify &&
  attempts.every((attempt) => !attempt.wasReached) &&
  new Set(attempts.map((attempt) => dayOf(attempt.at))).size >= daysToVerify;
