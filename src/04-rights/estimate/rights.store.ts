import type { Communes } from "#contact";
import { dayOf, monthOf } from "#engines/calendar";
import { mayDo } from "#ground";
import { staffOfCommissioner, type Work } from "#ground/server";
import { displayName } from "#person";
import { findPerson } from "#person/server";
import type { Situation } from "#situation";
import { textIn, type QuestionId } from "../facts/fact.ts";
import { estimateFacts } from "./estimate.ts";
import { valuesOf, type KeptFact } from "./kept-fact.ts";
import { openReportsOf } from "./report.store.ts";
import type { FactShown, RightsShown } from "./rights.contract.ts";
import { factsOfSituation } from "./situation-facts.store.ts";

/** Lire les droits d'une situation : the facts with who said them, the estimate, the next question, the reports that wait. */
export const readRights = async (work: Work, situation: Situation, communes: Communes): Promise<RightsShown> => {
  const inForce = await factsOfSituation(work, situation);
  const facts = valuesOf(inForce);
  const { asked, ...estimated } = estimateFacts(facts, monthOf(work.now), dayOf(work.now));
  const names = new Map<string, string>((await staffOfCommissioner(work, work.commissionerId)).map(({ id, name }) => [id, name]));
  const person = await findPerson(work, situation.personId);
  const commune = textIn(facts, "commune");
  work.audit({ action: "read rights", objectKind: "person", objectId: situation.personId, purpose: "rights" });
  return {
    ...estimated,
    situationId: situation.id,
    personName: person ? displayName(person) : "",
    communeName: commune === undefined ? null : (communes.byCode(commune)?.name ?? null),
    isOpen: situation.closedAt === undefined,
    maySettleReports: work.actor.kind === "staff" && mayDo(work.actor.roles, "settle-dispute"),
    questions: asked.map((id) => ({ id, fact: shownFact(inForce.get(id), names) })),
    reports: (await openReportsOf(work, situation.id)).map((report) => ({
      id: report.id,
      right: report.right,
      kind: report.kind,
      said: report.said ?? null,
      reportedAt: report.reportedAt.toISOString(),
      reportedBy: names.get(report.reportedBy) ?? null,
    })),
  };
};

const shownFact = (fact: KeptFact | undefined, names: ReadonlyMap<QuestionId, string>): FactShown | null =>
  fact
    ? {
        value: fact.value === null || typeof fact.value !== "object" ? fact.value : [...fact.value],
        source: fact.source,
        saidAt: fact.saidAt?.toISOString() ?? null,
        saidBy: fact.saidBy === undefined ? null : (names.get(fact.saidBy) ?? null),
        mayTakeBack: fact.source !== "file" && fact.source !== "diagnosis",
      }
    : null;
