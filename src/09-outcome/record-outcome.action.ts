import { mayDo, type Id } from "#ground";
import { addTask, finishTasks, type Work } from "#ground/server";
import type { Referral, ReferralOutcome } from "#referral";
import { closeReferral, correctOutcome, lockReferral } from "#referral/server";
import type { NeedStatus } from "#situation";
import { findSituation, setNeedStatus } from "#situation/server";
import { addOutcome, outcomesOf } from "./outcome.store.ts";
import { verdictOf, wordsThatCount, type Delivered, type OutcomeSource, type Verdict } from "./outcome.ts";
import { noteAnswered } from "./question.store.ts";

export interface OutcomeSaid {
  readonly referralId: string;
  readonly source: OutcomeSource;
  readonly delivered: Delivered;
  readonly reason?: string | undefined;
  /** 1 to 4; only the person's. */
  readonly satisfaction?: number | undefined;
}

export type OutcomeRecorded =
  | { readonly kind: "recorded"; readonly outcomeId: Id<"Outcome">; readonly verdict: Verdict }
  /** Two words disagree: only who settles disputes may decide between them. */
  | { readonly kind: "not-allowed" }
  | { readonly kind: "not-found" };

const needAfter: Readonly<Record<Verdict, NeedStatus>> = {
  delivered: "met",
  partly: "partly-met",
  "not-delivered": "accepted",
  disputed: "accepted",
};

/**
 * Noter un résultat : keeps the word, closes the referral or corrects what was held to be true, and moves the need. Two words that
 * disagree make a task of quality; a no of the person makes a task for whoever follows her.
 */
export const recordOutcome = async (work: Work, said: OutcomeSaid): Promise<OutcomeRecorded> => {
  const referral = await lockReferral(work, said.referralId);
  if (!referral) return { kind: "not-found" };
  const before = verdictOf(wordsThatCount(await outcomesOf(work, referral.id), referral));
  if (before === "disputed" && said.source === "counsellor" && !maySettle(work)) return { kind: "not-allowed" };
  const outcomeId = await addOutcome(work, said);
  if (said.source !== "register") await noteAnswered(work, referral.id, said.source);
  const verdict = verdictOf(wordsThatCount(await outcomesOf(work, referral.id), referral));
  if (!verdict) throw new Error(`referral ${referral.id} has a word and no verdict`);
  await settleReferral(work, referral, verdict, said);
  await setNeedStatus(work, referral.needId, needAfter[verdict]);
  await askHumans(work, referral, verdict, said);
  work.audit({ action: `outcome: ${said.delivered}, by ${said.source}`, objectKind: "referral", objectId: referral.id });
  await work.tell("outcome.recorded", { referralId: referral.id, outcomeId });
  return { kind: "recorded", outcomeId, verdict };
};

const maySettle = (work: Work): boolean => work.actor.kind === "staff" && mayDo(work.actor.roles, "settle-dispute");

/**
 * What the word does to the referral. A contact given stays « informed ». A person who says no while nobody has called yet does not
 * close the search. A disputed one keeps the outcome it had, and is not counted as delivered.
 */
const settleReferral = async (work: Work, referral: Referral, verdict: Verdict, said: OutcomeSaid): Promise<void> => {
  if (referral.mode !== "handover" || verdict === "disputed") return;
  const outcome: ReferralOutcome = verdict;
  const isHeld = referral.firstAttemptAt !== undefined;
  if (referral.status === "closed") await correctOutcome(work, referral.id, outcome);
  else if (isHeld || verdict !== "not-delivered" || said.source !== "person") await closeReferral(work, referral.id, outcome);
};

const oneDayMs = 86_400_000;

const askHumans = async (work: Work, referral: Referral, verdict: Verdict, said: OutcomeSaid): Promise<void> => {
  await finishTasks(work, { kind: "outcome.ask-person", subjectId: referral.id });
  await finishTasks(work, { kind: "outcome.ask-counsellor", subjectId: referral.id });
  if (verdict !== "disputed") await finishTasks(work, { kind: "outcome.disputed", subjectId: referral.id });
  const kind =
    verdict === "disputed" ? "outcome.disputed" : said.source === "person" && said.delivered === "no" ? "outcome.not-obtained" : undefined;
  if (kind === undefined) return;
  const situation = await findSituation(work, referral.situationId);
  await addTask(work, {
    kind,
    subjectKind: "referral",
    subjectId: referral.id,
    personId: referral.personId,
    dueAt: new Date(work.now.getTime() + 2 * oneDayMs),
    // A dispute is for whoever watches over quality; a no is for whoever follows the person.
    ...(situation && kind === "outcome.not-obtained" ? { ownerId: situation.referentId } : {}),
  });
};
