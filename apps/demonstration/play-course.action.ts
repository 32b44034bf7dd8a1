import { finishTasks, type Actor, type Work } from "#ground/server";
import { verdictOf } from "#outcome";
import { outcomesOf, recordOutcome } from "#outcome/server";
import { withdrawConsent } from "#person/server";
import {
  acceptOffer,
  advanceReferrals,
  closeReferral,
  findReferral,
  noteAttempt,
  offersOf,
  refuseOffer,
  startService,
} from "#referral/server";
import type { Moment } from "./moment.ts";
import type { CourseStep } from "./referral-course.ts";

import type { Story } from "./story.ts";

interface Followed {
  readonly listener: Actor;
  readonly referralId: () => string | undefined;
  /** Who settles two words that disagree. */
  readonly auditor: Actor;
}

/** Ce que vit une transmission, step by step. Whom a step concerns is whoever holds the request by then. */
export const courseMoments = (story: Story, followed: Followed): readonly Moment[] =>
  (story.referral?.steps ?? []).map((step) => ({
    at: step.at,
    actor: step.kind === "settle" && story.referral?.course === "disputed" ? followed.auditor : actorOf(step, followed),
    play: async (work) => {
      const id = followed.referralId();
      if (id !== undefined) await playStep(work, id, step);
    },
  }));

const actorOf = (step: CourseStep, { listener }: Followed): Actor => {
  if (step.kind === "settle" || step.kind === "withdraw") return listener;
  if (step.kind === "lapse") return { kind: "system", commissionerId: listener.commissionerId };
  if (step.kind === "outcome" && step.source !== "provider")
    return step.source === "person" ? { kind: "person", commissionerId: listener.commissionerId } : listener;
  return { kind: "provider", commissionerId: listener.commissionerId };
};

const playStep = async (work: Work, referralId: string, step: CourseStep): Promise<void> => {
  if (step.kind === "lapse") return advanceReferrals(work);
  if (step.kind === "settle") return settle(work, referralId);
  if (step.kind === "withdraw") return withdraw(work, referralId);
  if (step.kind === "outcome") return tellOutcome(work, referralId, step);
  const offer = (await offersOf(work, referralId)).at(-1);
  if (!offer) return;
  if (step.kind === "refuse") await refuseOffer(work, offer.id, { reason: step.reason, text: step.text });
  else if (step.kind === "accept") await acceptOffer(work, offer.id);
  else if (step.kind === "call") await noteAttempt(work, offer.id, step.wasReached);
  else await startService(work, offer.id);
};

/** A word is only said of what was called: a request that nobody took has no outcome to tell. */
const tellOutcome = async (
  work: Work,
  referralId: string,
  { source, delivered, reason, satisfaction }: CourseStep & { readonly kind: "outcome" },
): Promise<void> => {
  const referral = await findReferral(work, referralId);
  if (referral?.reachedAt !== undefined) await recordOutcome(work, { referralId, source, delivered, reason, satisfaction });
};

/** She changes her mind: what was transmitted is destroyed. */
const withdraw = async (work: Work, referralId: string): Promise<void> => {
  const referral = await findReferral(work, referralId);
  if (referral?.consentId === undefined || referral.status === "closed") return;
  await withdrawConsent(work, referral.consentId);
  await closeReferral(work, referralId, "withdrawn");
};

/** A human ends it: settles two words that disagree, closes what is still open with what is known of it, and has no more to ask. */
const settle = async (work: Work, referralId: string): Promise<void> => {
  const referral = await findReferral(work, referralId);
  if (!referral) return;
  if (verdictOf(await outcomesOf(work, referralId)) === "disputed")
    await recordOutcome(work, { referralId, source: "counsellor", delivered: "partly" });
  else if (referral.status !== "closed") await closeAsKnown(work, referralId, referral.reachedAt !== undefined);
  await finishTasks(work, { subjectId: referralId });
};

const closeAsKnown = async (work: Work, referralId: string, wasReached: boolean): Promise<void> => {
  for (const outcome of wasReached ? (["unknown"] as const) : (["exhausted", "unreachable", "not-delivered"] as const))
    if ((await closeReferral(work, referralId, outcome)).kind === "closed") return;
};
