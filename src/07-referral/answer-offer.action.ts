import type { Day } from "#engines/calendar";
import { addTask, type Work } from "#ground/server";
import { findSituation } from "#situation/server";
import { cannotBeReached, isHeld, mayAnswer, type Offer, type OfferAnswer, type RefusalReason } from "./offer.ts";
import { addAttempt, answerOffer, attemptsOf, findOffer, offersOf } from "./offer.store.ts";
import { offerNext } from "./offer-next.action.ts";
import { putOnWaitlist } from "./provider.store.ts";
import { afterDeed, type Referral } from "./referral.ts";
import { changeReferral, lockReferral } from "./referral.store.ts";

export type OfferAnswered =
  | { readonly kind: "done" }
  /** The time was over, be it by a second: the request goes to someone else, and nothing changes. */
  | { readonly kind: "late" }
  /** It was answered before, or taken back: an old link cannot bring it to life again. */
  | { readonly kind: "settled"; readonly answer: OfferAnswer | "closed" }
  | { readonly kind: "not-found" };

type Held = { readonly offer: Offer; readonly referral: Referral };

/** The offer and its referral, for this work alone. */
const lockOffer = async (work: Work, offerId: string): Promise<Held | undefined> => {
  const before = await findOffer(work, offerId);
  const referral = before && (await lockReferral(work, before.referralId));
  const offer = referral && (await findOffer(work, offerId));
  return offer && { offer, referral };
};

/** What is refused is written in the log: an old link that is tried again says something. */
const refused = (work: Work, offerId: string, answer: OfferAnswered): OfferAnswered => {
  work.audit({ action: `answer refused: ${answer.kind}`, objectKind: "offer", objectId: offerId });
  return answer;
};

/** Why an offer may not be answered any more; undefined when it may. */
const objection = ({ offer, referral }: Held, now: Date): OfferAnswered | undefined => {
  if (referral.status === "closed") return { kind: "settled", answer: "closed" };
  if (mayAnswer(offer, now)) return undefined;
  return offer.answer === "waiting" ? { kind: "late" } : { kind: "settled", answer: offer.answer };
};

/** Accepter : from now on the provider reads the packet; the clock runs until its first call. Said twice, it is one yes. */
export const acceptOffer = async (work: Work, offerId: string): Promise<OfferAnswered> => {
  const held = await lockOffer(work, offerId);
  if (!held) return { kind: "not-found" };
  if (isHeld(held.offer) && held.referral.status !== "closed") return { kind: "done" };
  const against = objection(held, work.now);
  if (against) return refused(work, offerId, against);
  await answerOffer(work, offerId, { answer: "accepted" });
  await changeReferral(work, held.referral.id, { status: movedBy(held.referral, "accept"), acceptedAt: work.now });
  work.audit({ action: "accept offer", objectKind: "offer", objectId: offerId });
  return { kind: "done" };
};

export interface Refusal {
  readonly reason: RefusalReason;
  /** Mandatory with `other`. */
  readonly text?: string | undefined;
  /** With `full`: the last full day; undefined, until it says otherwise. */
  readonly fullUntil?: Day | undefined;
}

/** Refuser : the next provider is asked at once. Full: this one gets no more offers until then. */
export const refuseOffer = async (work: Work, offerId: string, refusal: Refusal): Promise<OfferAnswered> => {
  const held = await lockOffer(work, offerId);
  if (!held) return { kind: "not-found" };
  const against = objection(held, work.now);
  if (against) return refused(work, offerId, against);
  await answerOffer(work, offerId, { answer: "refused", reason: refusal.reason, text: refusal.text });
  if (refusal.reason === "full") await putOnWaitlist(work, held.offer.providerId, refusal.fullUntil);
  work.audit({ action: "refuse offer", objectKind: "offer", objectId: offerId, purpose: refusal.reason });
  await release(work, held.referral);
  return { kind: "done" };
};

/** Nobody holds the referral any more: the next one is asked. */
export const release = async (work: Work, referral: Referral): Promise<void> => {
  const status = movedBy(referral, "release");
  await changeReferral(work, referral.id, { status, acceptedAt: null });
  await offerNext(work, { ...referral, status, acceptedAt: undefined }, { kind: "turn", asker: "house" });
};

/**
 * J'ai appelé : the first call made in time keeps the promise, reached or not. Three calls on two days without an answer ask a human to
 * check the details; only a human then closes.
 */
export const noteAttempt = async (work: Work, offerId: string, wasReached: boolean): Promise<OfferAnswered> => {
  const held = await lockOffer(work, offerId);
  if (!held) return { kind: "not-found" };
  const against = objectionToCall(held, work.now);
  if (against) return refused(work, offerId, against);
  const { offer, referral } = held;
  await addAttempt(work, offerId, wasReached);
  if (offer.answer === "accepted") await answerOffer(work, offerId, { answer: "kept" });
  const status = wasReached ? (afterDeed(referral.status, "reach") ?? referral.status) : referral.status;
  await changeReferral(work, referral.id, {
    status: openStatus(status),
    firstAttemptAt: work.now,
    ...(wasReached ? { reachedAt: work.now } : {}),
  });
  if (!wasReached) await askToVerify(work, offer, referral);
  return { kind: "done" };
};

/** Le service a commencé. */
export const startService = async (work: Work, offerId: string): Promise<OfferAnswered> => {
  const held = await lockOffer(work, offerId);
  if (!held) return { kind: "not-found" };
  if (held.referral.status === "delivering") return { kind: "done" };
  const against = objectionToCall(held, work.now);
  const status = afterDeed(held.referral.status, "start");
  if (against || !status) return refused(work, offerId, against ?? { kind: "settled", answer: held.offer.answer });
  await changeReferral(work, held.referral.id, { status: openStatus(status) });
  work.audit({ action: "start service", objectKind: "offer", objectId: offerId });
  return { kind: "done" };
};

/** Why the provider of an offer may not say anything more of it; undefined when it holds the request. A promise that is over is over. */
const objectionToCall = ({ offer, referral }: Held, now: Date): OfferAnswered | undefined => {
  if (referral.status === "closed") return { kind: "settled", answer: "closed" };
  if (offer.answer === "kept") return undefined;
  if (offer.answer !== "accepted") return { kind: "settled", answer: offer.answer };
  return now.getTime() > offer.dueAt.getTime() ? { kind: "late" } : undefined;
};

/** An offer whose provider may say what came of it: it called in time, and the request was not taken back since. */
export const mayTellOutcome = async (
  work: Work,
  offerId: string,
): Promise<{ readonly referral: Referral; readonly offer: Offer } | OfferAnswered> => {
  const held = await lockOffer(work, offerId);
  if (!held) return { kind: "not-found" };
  const isLast = (await offersOf(work, held.referral.id)).at(-1)?.id === held.offer.id;
  const against = isLast ? objectionToCall(held, work.now) : ({ kind: "settled", answer: held.offer.answer } as const);
  return against ? refused(work, offerId, against) : held;
};

const askToVerify = async (work: Work, offer: Offer, referral: Referral): Promise<void> => {
  const attempts = (await attemptsOf(work, referral.id)).filter((attempt) => attempt.offerId === offer.id);
  if (!cannotBeReached(attempts)) return;
  const situation = await findSituation(work, referral.situationId);
  await addTask(work, {
    kind: "referral.verify-details",
    subjectKind: "referral",
    subjectId: referral.id,
    personId: referral.personId,
    dueAt: new Date(work.now.getTime() + 86_400_000),
    ...(situation ? { ownerId: situation.referentId } : {}),
  });
};

const movedBy = (referral: Referral, deed: "accept" | "release") => {
  const status = afterDeed(referral.status, deed);
  if (status === undefined) throw new Error(`referral ${referral.id} is ${referral.status}: ${deed} is not possible`);
  return openStatus(status);
};

const openStatus = (status: Referral["status"]): Exclude<Referral["status"], "closed"> => {
  if (status === "closed") throw new Error("a referral is closed by closeReferral only");
  return status;
};
