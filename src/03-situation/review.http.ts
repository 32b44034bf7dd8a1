import { HttpAnswer, NothingContract, openDeed, workFor, type Web, type Work } from "#ground/server";
import { DoneContract } from "./exchange.contract.ts";
import { verdictCounts } from "./example.store.ts";
import { markLeak, takeBackLeak } from "./mark-leak.action.ts";
import {
  LeakMarkedContract,
  LeakTakenBackContract,
  MarkLeakContract,
  ReviewAskedContract,
  ReviewContract,
  SettleReviewContract,
  type ReviewShown,
} from "./review.contract.ts";
import { leakIsHere, reviewIsHere, settleReview, sheetOf } from "./review.store.ts";
import { weekOf } from "./review.ts";
import { reviewWords } from "./review.words.ts";

const words = reviewWords.fr.refusals;

/** How far back the counters of verdicts go, in days: a year, and the month it begins in. */
const countedDays = 366;

/** Relecture : the sheet of masked texts of the week, the leaks marked on it, and what corrections tell. For those who watch over quality. */
export const openReviews = (web: Web): void => {
  web.app.get("/api/review", { schema: { querystring: ReviewAskedContract, response: { 200: ReviewContract } } }, (request, reply) => {
    void reply.header("cache-control", "no-store");
    return workFor(web, request, request.query.commissionerId, "review-masking", reviewShown);
  });
  openDeed(web, {
    path: "/api/reviews/:id/settle",
    body: SettleReviewContract,
    answer: DoneContract,
    deed: "review-masking",
    isHere: reviewIsHere,
    act: async (work, id, { isReviewed }) => {
      await settleReview(work, id, isReviewed);
      return { done: true };
    },
  });
  openDeed(web, {
    path: "/api/reviews/:id/leaks",
    body: MarkLeakContract,
    answer: LeakMarkedContract,
    deed: "review-masking",
    isHere: reviewIsHere,
    act: async (work, reviewId, { segment, type }) => {
      const marked = await markLeak(work, { reviewId, segment, type });
      if (marked.kind === "masked") return { leakId: marked.leakId, texts: marked.texts };
      throw new HttpAnswer(marked.because === "not-there" ? 409 : 422, words[marked.because]);
    },
  });
  openDeed(web, {
    path: "/api/leaks/:id/take-back",
    body: NothingContract,
    answer: LeakTakenBackContract,
    deed: "review-masking",
    isHere: leakIsHere,
    act: async (work, id) => {
      const done = await takeBackLeak(work, id);
      if (done.kind === "too-late") throw new HttpAnswer(409, words.tooLate);
      return { restored: done.restored, kept: done.kept };
    },
  });
};

const reviewShown = async (work: Work): Promise<ReviewShown> => {
  const week = weekOf(work.now);
  const texts = await sheetOf(work, week);
  work.audit({ action: "read sheet of masked texts", objectKind: "review", objectId: week });
  return {
    week,
    texts: texts.map(({ id, place, text, reviewedAt, leaks }) => ({
      id,
      place,
      text,
      isReviewed: reviewedAt !== undefined,
      leaks: leaks.map((leak) => ({ ...leak })),
    })),
    verdicts: await verdictCounts(work, new Date(work.now.getTime() - countedDays * 86_400_000)),
  };
};
