import { idOf } from "#ground";
import { notFound, openReading, staffOfCommissioner, type Web, type Work } from "#ground/server";
import { displayName } from "#person";
import { findPerson } from "#person/server";
import { DiagnosesContract, type DiagnosesShown } from "./diagnosis.contract.ts";
import { diagnosesOf } from "./diagnosis.store.ts";
import { draftKey, readSituation, showDiagnosis } from "./exchange.store.ts";
import { grids, type Grid } from "./grid.ts";
import { findSituation } from "./situation.store.ts";

/** Les tours d'une situation : the history by version. */
export const openDiagnoses = (web: Web): void => {
  openReading(web, {
    path: "/api/situations/:id/diagnoses",
    answer: DiagnosesContract,
    deed: "read-file",
    isHere: async (work, id) => (await findSituation(work, id)) !== undefined,
    read: async (work, id) => {
      const page = await readDiagnoses(work, id);
      if (!page) throw notFound();
      return page;
    },
  });
};

/** Every signed version with the words of the grid that it was signed with. @param kept the grids that are kept */
export const readDiagnoses = async (work: Work, id: string, kept: readonly Grid[] = grids): Promise<DiagnosesShown | undefined> => {
  if (work.actor.kind !== "staff") throw new Error("the rounds of a situation are read by a member of staff");
  const staff = await staffOfCommissioner(work, work.commissionerId);
  const situation = await readSituation(work, idOf<"Situation">(id), staff, kept);
  const person = situation && (await findPerson(work, situation.personId));
  return (
    person && {
      situation,
      personName: displayName(person),
      me: work.actor.staffId,
      draftKey: draftKey(work, id, work.actor.staffId),
      versions: (await diagnosesOf(work, id)).map((diagnosis) => showDiagnosis(diagnosis, work.now, staff, kept)),
    }
  );
};
