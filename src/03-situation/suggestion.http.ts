import { z } from "zod";
import { findContact } from "#contact/server";
import { looksLikeId } from "#ground";
import { HttpAnswer, idempotencyKey, notFound, openDeed, workOn, type Web, type Work } from "#ground/server";
import { answerDanger } from "./answer-danger.action.ts";
import { DoneContract } from "./exchange.contract.ts";
import { exchangeWords } from "./exchange.words.ts";
import type { LanguageModel } from "./language-model.source.ts";
import { keepSuggestion, refuseSuggestion, takeBack, type Judgement } from "./judge-suggestion.action.ts";
import { openPlugIn } from "./plug-in.http.ts";
import { readSuggestions } from "./read-suggestions.action.ts";
import {
  AnswerDangerContract,
  JudgeNeedContract,
  KeptContract,
  SuggestContract,
  SuggestionsContract,
  TakeBackContract,
} from "./suggestion.contract.ts";
import { words as wordsOfTheHouse } from "./words.source.ts";

const words = exchangeWords.fr.refusals;
const done = { done: true } as const;
const isHere = async (work: Work, id: string): Promise<boolean> => (await findContact(work, id)) !== undefined;

/** What the machine proposes while somebody is listened to, and what a human answers. */
export const openSuggestions = (web: Web, plugIn?: LanguageModel): void => {
  openReading(web, plugIn);
  openPlugIn(web, plugIn);
  openDeed(web, {
    path: "/api/exchanges/:id/suggestions/keep",
    body: JudgeNeedContract,
    answer: KeptContract,
    deed: "listen",
    isHere,
    act: async (work, contactId, given) => ({ id: judged(await keepSuggestion(work, { contactId, ...given })).needId }),
  });
  openDeed(web, {
    path: "/api/exchanges/:id/suggestions/refuse",
    body: JudgeNeedContract,
    answer: DoneContract,
    deed: "listen",
    isHere,
    act: async (work, contactId, given) => {
      judged(await refuseSuggestion(work, { contactId, ...given }));
      return done;
    },
  });
  openDeed(web, {
    path: "/api/exchanges/:id/suggestions/take-back",
    body: TakeBackContract,
    answer: DoneContract,
    deed: "listen",
    isHere,
    act: async (work, contactId, { need }) => {
      await takeBack(work, contactId, need);
      return done;
    },
  });
  openDeed(web, {
    path: "/api/exchanges/:id/danger",
    body: AnswerDangerContract,
    answer: DoneContract,
    deed: "listen",
    isHere,
    act: async (work, contactId, { level, motives, asked }) => {
      const flag = await answerDanger(work, { contactId, level, motives, ...(asked ? { asked } : {}) });
      if (flag.kind === "flagged") return done;
      if (flag.kind === "not-found") throw notFound();
      throw new HttpAnswer(422, words.motive, { fields: [{ field: "motives", sentence: words.motive }] });
    },
  });
};

/** A POST because it carries a text, but it only reads. The key is asked for as everywhere, and nothing is kept under it: repeating it is harmless. */
const openReading = (web: Web, plugIn: LanguageModel | undefined): void => {
  web.app.post(
    "/api/exchanges/:id/suggestions",
    { schema: { params: z.object({ id: z.string() }), body: SuggestContract, response: { 200: SuggestionsContract } } },
    async (request, reply) => {
      const { id } = request.params;
      if (!looksLikeId(id)) throw notFound();
      idempotencyKey(request);
      void reply.header("cache-control", "no-store");
      return workOn(
        web,
        request,
        "listen",
        (work) => isHere(work, id),
        async (work) => {
          const read = await readSuggestions(work, wordsOfTheHouse(), { contactId: id, text: request.body.text });
          if (!read) throw notFound();
          return plugIn ? { ...read, plugIn: plugIn.name } : read;
        },
      );
    },
  );
};

const judged = <Kept>(judgement: Judgement<Kept>): Kept => {
  if (judgement.kind === "judged") return judgement;
  throw new HttpAnswer(409, judgement.kind === "closed" ? words.alreadyClosed : words.noPerson);
};
