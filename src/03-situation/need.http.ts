import type { Web, Work } from "#ground/server";
import { HttpAnswer, NothingContract, openDeed } from "#ground/server";
import { addDemand, answerDemand, demandIsHere, demandsOf, withdrawDemand } from "./demand.store.ts";
import {
  AddDemandContract,
  AddNeedContract,
  AnswerDemandContract,
  DoneContract,
  MadeContract,
  SettleNeedContract,
  TellNeedContract,
  WithdrawNeedContract,
} from "./exchange.contract.ts";
import { exchangeWords } from "./exchange.words.ts";
import { acknowledgeNeed, addNeed, declineNeed, findNeed, setNeedStatus, withdrawNeed } from "./need.store.ts";
import { findSituation } from "./situation.store.ts";
import { traceAdded, traceWithdrawn } from "./trace-correction.action.ts";

const words = exchangeWords.fr.refusals;
const situationIsHere = async (work: Work, id: string): Promise<boolean> => (await findSituation(work, id)) !== undefined;
const needIsHere = async (work: Work, id: string): Promise<boolean> => (await findNeed(work, id)) !== undefined;
const done = { done: true } as const;

/** What is asked and what is found: each deed has its route. */
export const openNeeds = (web: Web): void => {
  openDemandDeeds(web);
  openDeed(web, {
    path: "/api/situations/:id/needs",
    body: AddNeedContract,
    answer: MadeContract,
    deed: "listen",
    isHere: situationIsHere,
    act: async (work, situationId, { need, origin, severity, demandId, atWork }) => {
      await refuseIfClosed(work, situationId);
      if (demandId !== undefined && !(await demandsOf(work, situationId)).some((demand) => demand.id === demandId))
        throw new HttpAnswer(422, words.notYourDemand);
      if (atWork) await traceAdded(work, situationId, need, atWork);
      return {
        id: await addNeed(work, {
          situationId,
          need,
          origin,
          ...(severity === undefined ? {} : { severity }),
          ...(demandId === undefined ? {} : { demandId }),
        }),
      };
    },
  });
  openDeed(web, {
    path: "/api/needs/:id/tell",
    body: TellNeedContract,
    answer: DoneContract,
    deed: "listen",
    isHere: needIsHere,
    act: async (work, id, { answer }) => {
      await (answer === "agreed" ? acknowledgeNeed(work, id) : declineNeed(work, id));
      return done;
    },
  });
  openDeed(web, {
    path: "/api/needs/:id/settle",
    body: SettleNeedContract,
    answer: DoneContract,
    deed: "listen",
    isHere: needIsHere,
    act: async (work, id, { status }) => {
      await setNeedStatus(work, id, status);
      return done;
    },
  });
  openDeed(web, {
    path: "/api/needs/:id/withdraw",
    body: WithdrawNeedContract,
    answer: DoneContract,
    deed: "listen",
    isHere: needIsHere,
    act: async (work, id, { atWork }) => {
      if (atWork) await traceWithdrawn(work, id, atWork);
      await withdrawNeed(work, id);
      return done;
    },
  });
};

const openDemandDeeds = (web: Web): void => {
  openDeed(web, {
    path: "/api/situations/:id/demands",
    body: AddDemandContract,
    answer: MadeContract,
    deed: "listen",
    isHere: situationIsHere,
    act: async (work, situationId, given) => {
      await refuseIfClosed(work, situationId);
      return { id: await addDemand(work, { situationId, theme: given.theme, words: given.words }) };
    },
  });
  openDeed(web, {
    path: "/api/demands/:id/answer",
    body: AnswerDemandContract,
    answer: DoneContract,
    deed: "listen",
    isHere: demandIsHere,
    act: async (work, id, { answered }) => {
      await answerDemand(work, id, answered);
      return done;
    },
  });
  openDeed(web, {
    path: "/api/demands/:id/withdraw",
    body: NothingContract,
    answer: DoneContract,
    deed: "listen",
    isHere: demandIsHere,
    act: async (work, id) => {
      await withdrawDemand(work, id);
      return done;
    },
  });
};

/** A closed situation is reopened before anything is added to it. */
const refuseIfClosed = async (work: Work, situationId: string): Promise<void> => {
  if ((await findSituation(work, situationId))?.closedAt !== undefined) throw new HttpAnswer(409, words.alreadyClosed);
};
