import type { Work } from "#ground/server";
import { finishTasks } from "#ground/server";
import type { NeedStatus } from "#situation";
import { setNeedStatus } from "#situation/server";
import { cannotBeReached, isHeld, isRunning } from "./offer.ts";
import { answerOffer, attemptsOf, offersOf } from "./offer.store.ts";
import { offersSinceOpen } from "./offer-next.action.ts";
import { afterDeed, isExhausted, type Referral, type ReferralOutcome } from "./referral.ts";
import { destroyPacket, lockReferral, writeClosed } from "./referral.store.ts";
import { tellProvider } from "./tell-provider.action.ts";

export type ClosingAnswer =
  | { readonly kind: "closed" }
  | { readonly kind: "already-closed" }
  /** Three calls on two days first; three offers first. */
  | { readonly kind: "refused"; readonly because: "may-be-reached" | "not-exhausted" }
  | { readonly kind: "not-found" };

/** What the need becomes. Not delivered, withdrawn, a duplicate: it is still the person's, and open. */
const needAfter: Readonly<Partial<Record<ReferralOutcome, NeedStatus>>> = {
  delivered: "met",
  partly: "partly-met",
  "not-delivered": "accepted",
  withdrawn: "accepted",
  unreachable: "unmet",
  exhausted: "unmet",
  unknown: "unmet",
};

/**
 * Clore une orientation : always with an outcome (invariant 9). A provider who was asked, or who holds the request, is told « close »
 * and nothing more.
 */
export const closeReferral = async (work: Work, id: string, outcome: ReferralOutcome): Promise<ClosingAnswer> => {
  const referral = await lockReferral(work, id);
  if (!referral) return { kind: "not-found" };
  if (afterDeed(referral.status, "close") === undefined) return { kind: "already-closed" };
  const offers = await offersOf(work, id);
  if (outcome === "unreachable" && !cannotBeReached(await attemptsOf(work, id))) return { kind: "refused", because: "may-be-reached" };
  if (outcome === "exhausted" && !isExhausted(referral, offersSinceOpen(referral, offers).length))
    return { kind: "refused", because: "not-exhausted" };
  await writeClosed(work, id, outcome);
  if (outcome === "withdrawn") await destroyPacket(work, id);
  await tellHolder(work, referral, outcome);
  await finishTasks(work, { subjectId: id });
  const status = needAfter[outcome];
  if (status) await setNeedStatus(work, referral.needId, status);
  work.audit({ action: `close referral: ${outcome}`, objectKind: "referral", objectId: id });
  await work.tell("referral.closed", { referralId: id });
  return { kind: "closed" };
};

/** The last offer is taken back if it still runs. Its provider is told, unless it said the outcome itself. */
const tellHolder = async (work: Work, referral: Referral, outcome: ReferralOutcome): Promise<void> => {
  const last = (await offersOf(work, referral.id)).at(-1);
  if (!last || !(isRunning(last) || isHeld(last))) return;
  if (isRunning(last)) await answerOffer(work, last.id, { answer: "withdrawn" });
  if (isRunning(last) || outcome === "withdrawn" || outcome === "duplicate" || outcome === "unreachable")
    await tellProvider(work, "closed", last, referral);
};
