import type { Work } from "#ground/server";
import type { ClosingObjection } from "#situation";
import { applicationsOfSituation } from "./application.store.ts";
import { isOpenApplication } from "./application.ts";
import { nameOfRight } from "./right-name.ts";

/** What keeps a situation from closing: an application without its answer, or granted and not yet paid (case 45). */
export const applicationObjections = async (work: Work, situationId: string): Promise<ClosingObjection[]> =>
  (await applicationsOfSituation(work, situationId)).filter(isOpenApplication).map(({ id, asked }) => ({
    kind: "application",
    subjectId: id,
    about: { fr: nameOfRight(asked, "fr"), en: nameOfRight(asked, "en") },
    link: `/bureau/situations/${situationId}/demarches`,
  }));
