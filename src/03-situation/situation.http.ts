import { z } from "zod";
import { idOf, looksLikeId } from "#ground";
import { HttpAnswer, notFound, openDeed, workOn, type Web, type Work } from "#ground/server";
import { chooseNextAction } from "./choose-next-action.action.ts";
import { closeSituation, type Objector } from "./close-situation.action.ts";
import {
  ChooseNextActionContract,
  CloseSituationContract,
  DoneContract,
  FlagUrgencyContract,
  NoteHelpContract,
  SignDiagnosisContract,
  SituationPageContract,
} from "./exchange.contract.ts";
import { readSituationPage } from "./exchange.store.ts";
import { exchangeWords } from "./exchange.words.ts";
import { flagUrgency } from "./flag-urgency.action.ts";
import { noteHelp } from "./note-help.action.ts";
import { refusalOfChoice, refusalOfClosing } from "./refusal.http.ts";
import { reopenSituation } from "./reopen-situation.action.ts";
import { isSignedTwice, signDiagnosis } from "./sign-diagnosis.action.ts";
import { findSituation } from "./situation.store.ts";

const words = exchangeWords.fr.refusals;
const done = { done: true } as const;
const isHere = async (work: Work, id: string): Promise<boolean> => (await findSituation(work, id)) !== undefined;
const SignedContract = z.object({ version: z.int() });
const newer = (): HttpAnswer => new HttpAnswer(409, words.newerDiagnosis);

/** One situation: its page, and the deeds that concern it as a whole. */
export const openSituations = (web: Web, objectors: readonly Objector[]): void => {
  openReading(web, objectors);
  openDeed(web, {
    path: "/api/situations/:id/urgency",
    body: FlagUrgencyContract,
    answer: DoneContract,
    deed: "listen",
    isHere,
    act: async (work, situationId, { level, motives }) => {
      const flag = await flagUrgency(work, { situationId, level, motives });
      if (flag.kind === "flagged") return done;
      if (flag.kind === "not-found") throw notFound();
      throw new HttpAnswer(422, words.motive, { fields: [{ field: "motives", sentence: words.motive }] });
    },
  });
  openDeed(web, {
    path: "/api/situations/:id/help",
    body: NoteHelpContract,
    answer: DoneContract,
    deed: "listen",
    isHere,
    act: async (work, situationId, { number }) => {
      if (await noteHelp(work, { situationId, number })) return done;
      throw notFound();
    },
  });
  openDeed(web, {
    path: "/api/situations/:id/diagnoses",
    body: SignDiagnosisContract,
    answer: SignedContract,
    deed: "listen",
    isHere,
    act: async (work, situationId, { answers, afterVersion }) => {
      const signature = await signDiagnosis(work, { situationId, answers, afterVersion }).catch((error: unknown) => {
        throw isSignedTwice(error) ? newer() : error;
      });
      if (signature.kind === "newer") throw newer();
      return { version: signature.version };
    },
  });
  openDeed(web, {
    path: "/api/situations/:id/next-action",
    body: ChooseNextActionContract,
    answer: DoneContract,
    deed: "listen",
    isHere,
    act: async (work, situationId, { what, at, ownerId }) => {
      const choice = await chooseNextAction(work, { situationId, what, at: new Date(at), ownerId });
      if (choice.kind !== "chosen") throw refusalOfChoice(choice.kind);
      return done;
    },
  });
  openDeed(web, {
    path: "/api/situations/:id/close",
    body: CloseSituationContract,
    answer: DoneContract,
    deed: "listen",
    isHere,
    act: async (work, situationId, { reason, note }) => {
      const closing = await closeSituation(work, { situationId, reason, ...(note === undefined ? {} : { note }) }, objectors);
      if (closing.kind !== "closed") throw refusalOfClosing(closing);
      return done;
    },
  });
  openDeed(web, {
    path: "/api/situations/:id/reopen",
    body: ChooseNextActionContract,
    answer: DoneContract,
    deed: "listen",
    isHere,
    act: async (work, situationId, { what, at, ownerId }) => {
      const reopening = await reopenSituation(work, { situationId, what, at: new Date(at), ownerId });
      if (reopening.kind === "reopened") return done;
      if (reopening.kind === "already-open") throw new HttpAnswer(409, words.alreadyOpen);
      throw refusalOfChoice(reopening.kind === "chosen" ? "closed" : reopening.kind);
    },
  });
};

const openReading = (web: Web, objectors: readonly Objector[]): void => {
  web.app.get(
    "/api/situations/:id",
    { schema: { params: z.object({ id: z.string() }), response: { 200: SituationPageContract } } },
    async (request, reply) => {
      const { id } = request.params;
      if (!looksLikeId(id)) throw notFound();
      void reply.header("cache-control", "no-store");
      return workOn(
        web,
        request,
        "read-file",
        (work) => isHere(work, id),
        async (work) => {
          const page = await readSituationPage(work, idOf<"Situation">(id), objectors);
          if (!page) throw notFound();
          return page;
        },
      );
    },
  );
};
