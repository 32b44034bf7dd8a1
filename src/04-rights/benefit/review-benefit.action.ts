import { dayOf } from "#engines/calendar";
import { finishTasks, type Work } from "#ground/server";
import { verifyTask } from "./ask-verification.action.ts";
import { isOffered, isToVerifyAgain } from "./benefit.ts";
import { benefitRefusals as words } from "./benefit-refusals.words.ts";
import {
  findBenefit,
  keeperOf,
  publishVersion,
  setVerified,
  setVersionState,
  setWithdrawn,
  versionsOf,
  type Benefit,
  type BenefitVersion,
} from "./benefit.store.ts";
import { toldAs } from "./write-benefit.action.ts";

export type GestureAnswer =
  { readonly kind: "done" } | { readonly kind: "conflict"; readonly sentence: string } | { readonly kind: "not-found" };

const done: GestureAnswer = { kind: "done" };
const conflict = (sentence: string): GestureAnswer => ({ kind: "conflict", sentence });

interface Held {
  readonly benefit: Benefit;
  readonly open: BenefitVersion | undefined;
  readonly published: BenefitVersion | undefined;
  readonly last: BenefitVersion;
}

/** Holds the benefit still for the time of a gesture. */
const holding = async (work: Work, id: string, gesture: (held: Held) => Promise<GestureAnswer>): Promise<GestureAnswer> => {
  const benefit = await findBenefit(work, id, { isToChange: true });
  if (!benefit) return { kind: "not-found" };
  const versions = await versionsOf(work, id);
  const last = versions[0];
  if (!last) throw new Error(`benefit ${id} has no version`);
  return gesture({
    benefit,
    last,
    open: versions.find(({ state }) => state === "draft" || state === "to-review"),
    published: versions.find(({ state }) => state === "published"),
  });
};

/** Envoyer en relecture : the draft waits for another pair of eyes. */
export const sendToReview = (work: Work, id: string): Promise<GestureAnswer> =>
  holding(work, id, async ({ open }) => {
    if (open?.state === "to-review") return done;
    if (!open) return conflict(words.nothingToSend);
    await setVersionState(work, id, open.version, "to-review");
    await toldAs(work, id, open.version, "sent");
    return done;
  });

/** Renvoyer à la personne qui écrit : the version becomes a draft again, with what is to be put right. */
export const returnToWriter = (work: Work, id: string, reason: string): Promise<GestureAnswer> =>
  holding(work, id, async ({ open }) => {
    if (open?.state !== "to-review") return conflict(words.notToReview);
    await setVersionState(work, id, open.version, "draft");
    await toldAs(work, id, open.version, "returned", reason);
    return done;
  });

/**
 * Publier : by somebody who wrote no word of this version. What is published is what was read: a version written again since is refused.
 * @param seen when the version that was read had been written
 */
export const publishBenefit = (work: Work, id: string, seen: Date): Promise<GestureAnswer> =>
  holding(work, id, async ({ benefit, open }) => {
    if (benefit.isWithdrawn) return conflict(words.withdrawn);
    if (open?.state !== "to-review") return conflict(words.notToReview);
    if (open.writtenAt.getTime() !== seen.getTime()) return conflict(words.changedSince);
    const me = keeperOf(work);
    if (open.writers.includes(me)) return conflict(words.ownWork);
    const today = dayOf(work.now);
    if (isToVerifyAgain(open.content.verifiedOn, today)) return conflict(words.verifiedLongAgo);
    if (!isOffered({ startsOn: null, endsOn: open.content.endsOn }, today)) return conflict(words.over);
    await publishVersion(work, id, open.version, me);
    await finishTasks(work, { kind: verifyTask, subjectId: id });
    await toldAs(work, id, open.version, "published");
    return done;
  });

/** « Vérifié aujourd'hui » : one gesture, when nothing has changed at the source. */
export const verifyBenefit = (work: Work, id: string): Promise<GestureAnswer> =>
  holding(work, id, async ({ benefit, published }) => {
    if (benefit.isWithdrawn) return conflict(words.withdrawn);
    if (!published) return conflict(words.notPublished);
    await setVerified(work, id, dayOf(work.now), keeperOf(work));
    await finishTasks(work, { kind: verifyTask, subjectId: id });
    await toldAs(work, id, published.version, "verified");
    return done;
  });

/** Retirer : nobody is shown it any more; what was written is kept. */
export const withdrawBenefit = (work: Work, id: string, reason: string): Promise<GestureAnswer> =>
  holding(work, id, async ({ benefit, last }) => {
    if (benefit.isWithdrawn) return conflict(words.withdrawn);
    await setWithdrawn(work, id, work.now);
    await finishTasks(work, { kind: verifyTask, subjectId: id });
    await toldAs(work, id, last.version, "withdrawn", reason);
    return done;
  });

/** Remettre : what was withdrawn by mistake is shown again as it was published. */
export const restoreBenefit = (work: Work, id: string, reason: string): Promise<GestureAnswer> =>
  holding(work, id, async ({ benefit, last }) => {
    if (!benefit.isWithdrawn) return conflict(words.notWithdrawn);
    await setWithdrawn(work, id, null);
    await toldAs(work, id, last.version, "restored", reason);
    return done;
  });
