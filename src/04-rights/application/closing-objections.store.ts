import type { Work } from "#ground/server";
import type { ClosingObjection } from "#situation";
import { applicationsOfSituation } from "./application.store.ts";
import { isOpenApplication } from "./application.ts";

/** What keeps a situation from closing: an application without its answer, or granted and not yet paid (case 45). */
export const applicationObjections = async (work: Work, situationId: string): Promise<ClosingObjection[]> =>
  (await applicationsOfSituation(work, situationId))
    .filter(isOpenApplication)
    .map((application) => ({ kind: "application", subjectId: application.id }));
