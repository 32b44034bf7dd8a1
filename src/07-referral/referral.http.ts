import { HttpAnswer, notFound, openDeed, openReading, type Web, type Work } from "#ground/server";
import type { Cause } from "#engines/turns";
import { findNeed, findSituation } from "#situation/server";
import { recordConsent } from "#person/server";
import { closeReferral, type ClosingAnswer } from "./close-referral.action.ts";
import { moveOn, reopenReferral, type CourseAnswer, type ReopenAnswer } from "./change-course.action.ts";
import { deskReferralWords } from "./desk.words.ts";
import { handOver, type HandOverAnswer } from "./hand-over.action.ts";
import { handOverPreview } from "./hand-over-preview.store.ts";
import { informPerson } from "./inform-person.action.ts";
import { causeWords } from "./cause.words.ts";
import { providerNames } from "./provider.store.ts";
import { referralDetail, referralSummaries } from "./referral-detail.store.ts";
import {
  CloseBodyContract,
  HandOverAnswerContract,
  HandOverBodyContract,
  HandOverPreviewContract,
  InformAnswerContract,
  InformBodyContract,
  MoveOnAnswerContract,
  MoveOnBodyContract,
  ReferralDetailContract,
  ReferralListContract,
  type HandOverDone,
} from "./referral.contract.ts";
import { findReferral } from "./referral.store.ts";
import { z } from "zod";

const words = deskReferralWords.fr.refusalsOfDeeds;
const needIsHere = async (work: Work, id: string): Promise<boolean> => (await findNeed(work, id)) !== undefined;
const referralIsHere = async (work: Work, id: string): Promise<boolean> => (await findReferral(work, id)) !== undefined;
const situationIsHere = async (work: Work, id: string): Promise<boolean> => (await findSituation(work, id)) !== undefined;
const NothingContract = z.object({});
const DoneContract = z.object({ done: z.literal(true) });

/** Transmissions : what the desk reads and does. */
export const openReferrals = (web: Web): void => {
  openHandingOver(web);
  openReading(web, {
    path: "/api/situations/:id/referrals",
    answer: ReferralListContract,
    deed: "read-file",
    isHere: situationIsHere,
    read: referralSummaries,
  });
  openReading(web, {
    path: "/api/referrals/:id",
    answer: ReferralDetailContract,
    deed: "read-file",
    isHere: referralIsHere,
    read: async (work, id) => (await referralDetail(work, id)) ?? (await Promise.reject(notFound())),
  });
  openCourse(web);
};

const openHandingOver = (web: Web): void => {
  openReading(web, {
    path: "/api/needs/:id/hand-over",
    answer: HandOverPreviewContract,
    deed: "hand-over",
    isHere: needIsHere,
    read: async (work, id) => (await handOverPreview(work, id)) ?? (await Promise.reject(notFound())),
  });
  openDeed(web, {
    path: "/api/needs/:id/hand-over",
    body: HandOverBodyContract,
    answer: HandOverAnswerContract,
    deed: "hand-over",
    isHere: needIsHere,
    act: async (work, needId, body) => {
      if (body.consent === "oral-no") return declined(work, needId);
      return handedOver(work, await handOver(work, { needId, ...body, consent: body.consent }));
    },
  });
  openDeed(web, {
    path: "/api/needs/:id/inform",
    body: InformBodyContract,
    answer: InformAnswerContract,
    // Not "search": who only searches the directory writes nothing in a person's file, and texts nobody.
    deed: "hand-over",
    isHere: needIsHere,
    act: async (work, needId, body) => {
      const answer = await informPerson(work, { needId, ...body });
      if (answer.kind === "not-found") throw notFound();
      return { referralId: answer.referralId, wasTexted: answer.wasTexted };
    },
  });
};

/** A no is written as calmly as a yes, and nothing leaves. */
const declined = async (work: Work, needId: string): Promise<HandOverDone> => {
  const need = await findNeed(work, needId);
  if (!need) throw notFound();
  await recordConsent(work, { personId: need.personId, purpose: "share_referral", answer: "no", mode: "oral" });
  return { kind: "declined" };
};

const refusedChoice = (because: Cause | "unknown"): HttpAnswer => {
  const sentence = words.choice(causeWords.fr[because]);
  return new HttpAnswer(422, sentence, { fields: [{ field: "namedProviderId", sentence }], because });
};

const handedOver = async (work: Work, answer: HandOverAnswer): Promise<HandOverDone> => {
  switch (answer.kind) {
    case "offered": {
      const names = await providerNames(work, [answer.offer.providerId]);
      return {
        kind: "offered",
        referralId: answer.referralId,
        providerName: names.get(answer.offer.providerId) ?? "…",
        dueAt: answer.offer.dueAt.toISOString(),
      };
    }
    case "searching":
    case "already":
      return { kind: answer.kind, referralId: answer.referralId };
    case "consent-needed":
      return answer;
    case "not-found":
      throw notFound();
    case "not-told":
      throw new HttpAnswer(422, words["not-told"], { because: "not-told" });
    case "details-needed":
      throw new HttpAnswer(422, words[answer.missing[0] ?? "phone"], { missing: answer.missing });
    case "choice-refused":
      throw refusedChoice(answer.because);
  }
};

const openCourse = (web: Web): void => {
  openDeed(web, {
    path: "/api/referrals/:id/next",
    body: MoveOnBodyContract,
    answer: MoveOnAnswerContract,
    deed: "hand-over",
    isHere: referralIsHere,
    act: async (work, id, body) => moved(await moveOn(work, id, { seen: body.seen, named: body.providerId })),
  });
  openDeed(web, {
    path: "/api/referrals/:id/close",
    body: CloseBodyContract,
    answer: DoneContract,
    deed: "hand-over",
    isHere: referralIsHere,
    act: async (work, id, body) => closed(await closeReferral(work, id, body.outcome)),
  });
  openDeed(web, {
    path: "/api/referrals/:id/reopen",
    body: NothingContract,
    answer: MoveOnAnswerContract,
    deed: "hand-over",
    isHere: referralIsHere,
    act: async (work, id) => reopened(await reopenReferral(work, id)),
  });
};

const moved = (answer: CourseAnswer) => {
  if (answer.kind === "offered" || answer.kind === "searching") return { kind: answer.kind };
  if (answer.kind === "choice-refused") throw refusedChoice(answer.because);
  throw answer.kind === "not-found" ? notFound() : new HttpAnswer(409, words[answer.kind]);
};

const closed = (answer: ClosingAnswer): { readonly done: true } => {
  if (answer.kind === "closed") return { done: true };
  if (answer.kind === "refused")
    throw new HttpAnswer(422, words[answer.because], { fields: [{ field: "outcome", sentence: words[answer.because] }] });
  throw answer.kind === "not-found" ? notFound() : new HttpAnswer(409, words["already-closed"]);
};

const reopened = (answer: ReopenAnswer) => {
  if (answer.kind === "offered" || answer.kind === "searching") return { kind: answer.kind };
  throw answer.kind === "not-found" ? notFound() : new HttpAnswer(409, words[answer.kind]);
};
