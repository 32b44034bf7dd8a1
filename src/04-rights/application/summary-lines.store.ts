import type { Work } from "#ground/server";
import { findPerson } from "#person/server";
import type { SummaryLine } from "#situation";
import { findSituation } from "#situation/server";
import { dayInWords } from "../estimate/day-in-words.ts";
import { applicationsOfSituation } from "./application.store.ts";
import type { Application } from "./application.ts";
import { deadlineOf } from "./deadline.ts";
import { followUpWords } from "./follow-up.words.ts";
import { nameOfRight } from "./right-name.ts";

const words = followUpWords.fr.summary;

/**
 * What this room adds to the summary given to the person: the right, by its name, and until when. A paper that names the right is what makes
 * people ask for it. Of somebody protected nothing is written beforehand: the counsellor writes it with her.
 */
export const applicationSummary = async (work: Work, situationId: string): Promise<readonly SummaryLine[]> => {
  const situation = await findSituation(work, situationId);
  const person = situation && (await findPerson(work, situation.personId));
  if (!person || person.isProtected) return [];
  return (await applicationsOfSituation(work, situationId)).flatMap(lineOf);
};

const lineOf = (application: Application): readonly SummaryLine[] => {
  const deadline = deadlineOf(application);
  if (!deadline) return [];
  return [{ section: "steps", text: words[deadline.kind](nameOfRight(application.asked, "fr"), dayInWords(deadline.on, "fr")) }];
};
