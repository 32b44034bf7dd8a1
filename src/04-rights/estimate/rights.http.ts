import { z } from "zod";
import type { Communes } from "#contact";
import { dayOf, monthOf } from "#engines/calendar";
import { rightIds, type RightId } from "#engines/rules";
import { looksLikeId } from "#ground";
import { addTask, finishTasks, HttpAnswer, notFound, openDeed, openReading, workOn, type Web, type Work } from "#ground/server";
import type { Situation } from "#situation";
import { findSituation } from "#situation/server";
import { answerFacts, takeBackAnswer, type FactsAnswered } from "./answer-facts.action.ts";
import { compareFacts } from "./compare.ts";
import { estimateWords } from "./estimate.words.ts";
import { explainRight } from "./explain.ts";
import { valuesOf } from "./kept-fact.ts";
import { keepReport, settleReport, situationOfReport } from "./report.store.ts";
import {
  AnswerFactsContract,
  CompareContract,
  ComparedContract,
  DoneContract,
  IdContract,
  ReportContract,
  RightExplainedContract,
  RightsContract,
  TakeBackFactContract,
} from "./rights.contract.ts";
import { readRights } from "./rights.store.ts";
import { factsOfSituation } from "./situation-facts.store.ts";

const done = { done: true } as const;
const words = estimateWords.fr.refusals;
const isHere = async (work: Work, id: string): Promise<boolean> => (await findSituation(work, id)) !== undefined;

/** The situation, which `isHere` has just seen. */
const found = async (work: Work, id: string): Promise<Situation> => {
  const situation = await findSituation(work, id);
  if (!situation) throw notFound();
  return situation;
};

/** Droits d'une situation : the estimate, its facts, the trace of each right, what would change, what was unexpected. */
export const openRights = (web: Web, communes: Communes): void => {
  const path = "/api/situations/:id/rights";
  openReading(web, {
    path,
    answer: RightsContract,
    deed: "read-file",
    isHere,
    read: async (work, id) => readRights(work, await found(work, id), communes),
  });
  openDeed(web, {
    path: `${path}/facts`,
    body: AnswerFactsContract,
    answer: DoneContract,
    deed: "listen",
    isHere,
    act: async (work, situationId, body) => {
      const answered = await answerFacts(work, { situationId, ...body }, communes);
      if (answered.kind !== "kept") throw refusalOf(answered);
      return done;
    },
  });
  openDeed(web, {
    path: `${path}/facts/take-back`,
    body: TakeBackFactContract,
    answer: DoneContract,
    deed: "listen",
    isHere,
    act: async (work, situationId, { question }) => {
      const taken = await takeBackAnswer(work, situationId, question);
      if (taken.kind === "not-found") throw notFound();
      if (taken.kind !== "taken-back") throw new HttpAnswer(409, taken.kind === "closed" ? words.closed : words.nothingToTakeBack);
      return done;
    },
  });
  openExplanations(web);
  openReports(web);
};

const refusalOf = (answered: Exclude<FactsAnswered, { readonly kind: "kept" }>): HttpAnswer => {
  switch (answered.kind) {
    case "not-found":
      return notFound();
    case "closed":
      return new HttpAnswer(409, words.closed);
    case "unknown-question":
      return new HttpAnswer(422, words.unknownQuestion, { fields: [{ field: "answers", sentence: words.unknownQuestion }] });
    case "not-asked":
      return new HttpAnswer(422, words.notAsked, { fields: [{ field: answered.question, sentence: words.notAsked }] });
    case "refused":
      return new HttpAnswer(422, answered.sentence, { fields: [{ field: answered.question, sentence: answered.sentence }] });
  }
};

const isRight = (text: string): text is RightId => (rightIds as readonly string[]).includes(text);

const openExplanations = (web: Web): void => {
  const inSituation = async <Answer>(
    request: Parameters<typeof workOn>[1],
    id: string,
    read: (work: Work, situation: Situation) => Promise<Answer>,
  ) => {
    if (!looksLikeId(id)) throw notFound();
    return workOn(
      web,
      request,
      "read-file",
      (work) => isHere(work, id),
      async (work) => read(work, await found(work, id)),
    );
  };
  // Before the routes of one right: « compare » is none.
  web.app.get(
    "/api/situations/:id/rights/compare",
    { schema: { params: z.object({ id: z.string() }), querystring: CompareContract, response: { 200: ComparedContract } } },
    async (request, reply) => {
      void reply.header("cache-control", "no-store");
      return inSituation(request, request.params.id, async (work, situation) => {
        const facts = valuesOf(await factsOfSituation(work, situation));
        const compared = compareFacts(facts, request.query, monthOf(work.now), dayOf(work.now));
        if (compared.kind === "refused")
          throw new HttpAnswer(422, compared.sentence, { fields: [{ field: compared.field, sentence: compared.sentence }] });
        work.audit({ action: "compare rights", objectKind: "person", objectId: situation.personId, purpose: "rights" });
        return compared.shown;
      });
    },
  );
  web.app.get(
    "/api/situations/:id/rights/:right",
    { schema: { params: z.object({ id: z.string(), right: z.string() }), response: { 200: RightExplainedContract } } },
    async (request, reply) => {
      const { id, right } = request.params;
      void reply.header("cache-control", "no-store");
      return inSituation(request, id, async (work, situation) => {
        if (!isRight(right)) throw notFound();
        const explained = explainRight(valuesOf(await factsOfSituation(work, situation)), right, monthOf(work.now));
        if (!explained) throw notFound();
        work.audit({ action: "read rights", objectKind: "person", objectId: situation.personId, purpose: "rights" });
        return explained;
      });
    },
  );
};

const daysToLook = 7;

/** « Montant inattendu ? »: kept, and a task for whoever supervises. */
const openReports = (web: Web): void => {
  openDeed(web, {
    path: "/api/situations/:id/rights/reports",
    body: ReportContract,
    answer: IdContract,
    deed: "listen",
    isHere,
    act: async (work, situationId, { right, kind, said }) => {
      if (work.actor.kind !== "staff") throw notFound();
      const { personId } = await found(work, situationId);
      const id = await keepReport(work, { situationId, personId, staffId: work.actor.staffId, right, kind, said });
      await addTask(work, {
        kind: "rights.reported",
        subjectKind: "situation",
        subjectId: situationId,
        personId,
        dueAt: new Date(work.now.getTime() + daysToLook * 86_400_000),
      });
      work.audit({ action: "report amount", objectKind: "person", objectId: personId, purpose: kind });
      await work.tell("rights.changed", { situationId });
      return { id };
    },
  });
  openDeed(web, {
    path: "/api/rights-reports/:id/settle",
    body: z.object({}),
    answer: IdContract,
    deed: "settle-dispute",
    isHere: async (work, id) => (await situationOfReport(work, id)) !== undefined,
    act: async (work, id) => {
      const situationId = await situationOfReport(work, id);
      if (situationId === undefined || work.actor.kind !== "staff") throw notFound();
      const waiting = await settleReport(work, id, situationId, work.actor.staffId);
      if (waiting === 0) await finishTasks(work, { kind: "rights.reported", subjectId: situationId });
      await work.tell("rights.changed", { situationId });
      return { id };
    },
  });
};
