import type { Actor, Work } from "#ground/server";
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
  readonly personId: () => string | undefined;
}

/** Ce que vit une transmission, step by step. Whom a step concerns is whoever holds the request by then. */
export const courseMoments = (story: Story, followed: Followed): readonly Moment[] =>
  (story.referral?.steps ?? []).map((step) => ({
    at: step.at,
    actor: actorOf(step, followed),
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
  if (step.kind === "settle" || step.kind === "withdraw") return settle(work, referralId, step.kind);
  const offer = (await offersOf(work, referralId)).at(-1);
  if (!offer) return;
  if (step.kind === "refuse") await refuseOffer(work, offer.id, { reason: step.reason, text: step.text });
  else if (step.kind === "accept") await acceptOffer(work, offer.id);
  else if (step.kind === "call") await noteAttempt(work, offer.id, step.wasReached);
  else if (step.kind === "start") await startService(work, offer.id);
};

/** What is still open is closed by a human, with what is known of it; a withdrawal closes at once. */
const settle = async (work: Work, referralId: string, why: "settle" | "withdraw"): Promise<void> => {
  const referral = await findReferral(work, referralId);
  if (!referral || referral.status === "closed") return;
  if (why === "withdraw") {
    if (referral.consentId) await withdrawConsent(work, referral.consentId);
    await closeReferral(work, referralId, "withdrawn");
    return;
  }
  if (referral.reachedAt !== undefined) {
    await closeReferral(work, referralId, "unknown");
    return;
  }
  for (const outcome of ["exhausted", "unreachable", "not-delivered"] as const)
    if ((await closeReferral(work, referralId, outcome)).kind === "closed") return;
};
