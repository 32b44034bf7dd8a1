import { dayOf } from "#engines/calendar";
import type { Work } from "#ground/server";
import { findPerson, householdOf } from "#person/server";
import type { Situation } from "#situation";
import { diagnosesOf, needsOf } from "#situation/server";
import type { QuestionId } from "../facts/fact.ts";
import { answeredFactsOf } from "./facts.store.ts";
import { factsInForce, type KeptFact } from "./kept-fact.ts";
import { factsOfDiagnosis, factsOfFile } from "./told-facts.ts";

/** Faits d'une situation : what holds now, by question, from the file, the signed round, the needs and what was answered. */
export const factsOfSituation = async (
  work: Work,
  situation: Pick<Situation, "id" | "personId">,
): Promise<ReadonlyMap<QuestionId, KeptFact>> => {
  const answered = await answeredFactsOf(work, { personId: situation.personId, situationId: situation.id });
  const person = await findPerson(work, situation.personId);
  const file = person ? factsOfFile(person, await householdOf(work, person), dayOf(work.now)) : [];
  const [signed] = await diagnosesOf(work, situation.id);
  const found = factsOfDiagnosis(signed, await needsOf(work, situation.id));
  return factsInForce([...file, ...found], answered);
};
