import { HttpAnswer, notFound, openDeed, openReading, staffOfCommissioner, type Web, type Work } from "#ground/server";
import { DoneContract } from "./exchange.contract.ts";
import { FragilitiesContract, JudgeFragilityContract, type FragilityShown } from "./fragility.contract.ts";
import { fragilitiesOf } from "./fragility.store.ts";
import { fragilityWords } from "./fragility.words.ts";
import { judgeFragility } from "./judge-fragility.action.ts";
import { findSituation } from "./situation.store.ts";

const isHere = async (work: Work, id: string): Promise<boolean> => (await findSituation(work, id)) !== undefined;

/** Ce qui fragilise : read with its facts, confirmed or removed by a human. */
export const openFragilities = (web: Web): void => {
  openReading(web, {
    path: "/api/situations/:id/fragilities",
    answer: FragilitiesContract,
    deed: "read-file",
    isHere,
    read: async (work, id) => {
      const situation = await findSituation(work, id);
      if (situation) work.audit({ action: "read file", objectKind: "person", objectId: situation.personId });
      return { lines: await shown(work, id) };
    },
  });
  openDeed(web, {
    path: "/api/situations/:id/fragilities",
    body: JudgeFragilityContract,
    answer: DoneContract,
    deed: "listen",
    isHere,
    act: async (work, situationId, given) => {
      const judged = await judgeFragility(work, { situationId, ...given });
      if (judged.kind === "not-found") throw notFound();
      if (judged.kind === "nothing-said") throw new HttpAnswer(422, fragilityWords.fr.nothingSaid);
      return { done: true } as const;
    },
  });
};

const shown = async (work: Work, situationId: string): Promise<FragilityShown[]> => {
  const staff = await staffOfCommissioner(work, work.commissionerId);
  return (await fragilitiesOf(work, situationId)).map((line) => ({
    fragility: line.fragility,
    state: line.state,
    facts: [...line.facts],
    history: line.history.map(({ verdict, notedAt, notedBy, facts }) => ({
      verdict,
      at: notedAt.toISOString(),
      by: staff.find((each) => each.id === notedBy)?.name ?? "…",
      facts: [...facts],
    })),
  }));
};
