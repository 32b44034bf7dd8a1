import type { Cause } from "#engines/turns";
import type { Work } from "#ground/server";
import { activeConsent } from "#person/server";
import { finishTasks } from "#ground/server";
import { setNeedStatus } from "#situation/server";
import { isRunning, type Offer } from "./offer.ts";
import { answerOffer, offersOf } from "./offer.store.ts";
import { causeAgainst, offerNext, type HowNext, type NextOffer } from "./offer-next.action.ts";
import { afterDeed, mayReopen, type Referral } from "./referral.ts";
import { changeReferral, lockReferral, openHandoverOfNeed, writeReopened } from "./referral.store.ts";
import { requestPlace } from "./request-place.source.ts";
import { tellProvider } from "./tell-provider.action.ts";

export type CourseAnswer =
  | NextOffer
  /** Someone, or the clock, moved it on since the screen was read. */
  | { readonly kind: "moved-on" }
  /** It was called, or it is closed: nobody is asked over the head of who holds it. */
  | { readonly kind: "held" }
  | { readonly kind: "choice-refused"; readonly because: Cause | "unknown" }
  | { readonly kind: "not-found" };

/**
 * Passer au suivant maintenant, or ask someone by name: a human does not wait for the clock. The offer that runs is taken back, which
 * counts against nobody.
 * @param seen the number of the last offer that the agent had on screen: two agents at once move it on once
 */
export const moveOn = async (
  work: Work,
  referralId: string,
  how: { readonly seen: number; readonly named?: string | undefined },
): Promise<CourseAnswer> => {
  const referral = await lockReferral(work, referralId);
  if (!referral) return { kind: "not-found" };
  const last = (await offersOf(work, referralId)).at(-1);
  if ((last?.seq ?? 0) !== how.seen) return { kind: "moved-on" };
  if (referral.status !== "searching" && afterDeed(referral.status, "release") === undefined) return { kind: "held" };
  if (last?.answer === "kept" && referral.status !== "searching") return { kind: "held" };
  const because = how.named === undefined ? undefined : await causeByName(work, referral, how.named);
  if (because !== undefined) return { kind: "choice-refused", because };
  await takeBack(work, referral, last);
  await finishTasks(work, { subjectId: referralId });
  const next: HowNext = how.named === undefined ? { kind: "turn", asker: "human" } : { kind: "choice", named: how.named };
  return offerNext(work, { ...referral, status: "searching" }, next);
};

const causeByName = async (work: Work, referral: Referral, named: string): Promise<Cause | "unknown" | undefined> => {
  const place = requestPlace(referral.communeCode);
  return place ? causeAgainst(work, referral.need, place, named) : "unknown";
};

const takeBack = async (work: Work, referral: Referral, last: Offer | undefined): Promise<void> => {
  if (!last || !isRunning(last)) return;
  await answerOffer(work, last.id, { answer: "withdrawn" });
  await changeReferral(work, referral.id, { status: "searching", acceptedAt: null });
  await tellProvider(work, "closed", last, referral);
};

export type ReopenAnswer =
  | NextOffer
  | { readonly kind: "too-late" }
  | { readonly kind: "consent-needed" }
  | { readonly kind: "already" }
  | { readonly kind: "not-found" };

/** Rouvrir, within 30 days: a new search, among all who may be asked today. Her consent must still hold, and what was transmitted be there. */
export const reopenReferral = async (work: Work, referralId: string): Promise<ReopenAnswer> => {
  const referral = await lockReferral(work, referralId);
  if (!referral) return { kind: "not-found" };
  if (!mayReopen(referral, work.now)) return { kind: "too-late" };
  if (await openHandoverOfNeed(work, referral.needId)) return { kind: "already" };
  if (!referral.hasPacket || !(await activeConsent(work, referral.personId, "share_referral"))) return { kind: "consent-needed" };
  const before = (await offersOf(work, referralId)).at(-1)?.seq ?? 0;
  await writeReopened(work, referralId, before);
  await setNeedStatus(work, referral.needId, "handled");
  work.audit({ action: "reopen referral", objectKind: "referral", objectId: referralId });
  return offerNext(
    work,
    { ...referral, status: "searching", reopenedAt: work.now, reopenedAfterSeq: before },
    { kind: "turn", asker: "house" },
  );
};
