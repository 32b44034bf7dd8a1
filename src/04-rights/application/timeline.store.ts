import type { Work } from "#ground/server";
import type { TimelineEntry } from "#situation";
import { situationsOf } from "#situation/server";
import { applicationsOfSituations } from "./application.store.ts";
import { standing } from "./application.ts";
import { applicationWords } from "./application.words.ts";
import { nameOfRight } from "./right-name.ts";

/** What this room adds to the timeline of a person: each gesture of each application, and never an amount. */
export const applicationTimeline = async (work: Work, personId: string): Promise<readonly TimelineEntry[]> => {
  const situations = await situationsOf(work, personId);
  const applications = await applicationsOfSituations(
    work,
    situations.map(({ id }) => id),
  );
  return applications.flatMap((application) =>
    standing(application.steps).map((step) => ({
      at: step.at,
      mark: "application" as const,
      theme: "droits" as const,
      link: `/bureau/situations/${application.situationId}/demarches`,
      sentence: {
        fr: applicationWords.fr.timeline[step.made.kind](nameOfRight(application.asked, "fr")),
        en: applicationWords.en.timeline[step.made.kind](nameOfRight(application.asked, "en")),
      },
      ...(step.by === undefined ? {} : { staffId: step.by }),
    })),
  );
};
