import type { FollowUpStep } from "#contact";
import type { Work } from "#ground/server";
import { followUpWords } from "./follow-up.words.ts";
import { isRunning } from "./offer.ts";
import { offersOf } from "./offer.store.ts";
import type { Referral } from "./referral.ts";
import { referralsOfPerson } from "./referral.store.ts";

const words = followUpWords.fr;

/** Where each handover of a person stands, for /suivi: those still open, and the last one that ended. */
export const referralFollowUpSteps = async (work: Work, personId: string): Promise<readonly FollowUpStep[]> => {
  const handed = (await referralsOfPerson(work, personId)).filter((referral) => referral.mode === "handover");
  const open = handed.filter((referral) => referral.status !== "closed");
  const shown = open.length > 0 ? open : handed.slice(-1);
  const steps: FollowUpStep[] = [];
  for (const referral of shown) steps.push(...(await stepsOf(work, referral)));
  return steps;
};

const stepsOf = async (work: Work, referral: Referral): Promise<readonly FollowUpStep[]> => {
  const last = (await offersOf(work, referral.id)).at(-1);
  const running = last && isRunning(last) ? last : undefined;
  const wasMissed = referral.firstAttemptAt !== undefined;
  switch (referral.status) {
    case "offered":
      return [
        { title: words.asked, state: "now", ...(running ? { detail: words.askedDetail(running.dueAt) } : {}) },
        { title: words.calls, state: "next" },
      ];
    case "accepted":
      return wasMissed
        ? [{ title: words.missed, detail: words.missedDetail, state: "now" }]
        : [
            { title: words.accepted, state: "done" },
            { title: words.calls, state: "now", ...(running ? { detail: words.acceptedDetail(running.dueAt) } : {}) },
          ];
    case "contacted":
    case "delivering":
      return [{ title: words.reached, state: "done" }];
    case "closed":
      return [{ title: referral.outcome === "withdrawn" ? words.stopped : words.done, state: "done" }];
    default:
      return [{ title: words.searching, detail: words.searchingDetail, state: "now" }];
  }
};
