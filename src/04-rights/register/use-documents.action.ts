import { dayOf } from "#engines/calendar";
import { inCommissioner, type Subscriber } from "#ground/server";
import { findSituation } from "#situation/server";
import { findApplication } from "../application/application.store.ts";
import { papersFor } from "../application/paper.ts";
import { askProof } from "./document.store.ts";

/** A right was asked for: the papers already seen served once more, and it is written. Nobody was asked for them again. */
export const documentsOfApplications: Subscriber = {
  topic: "application.changed",
  name: "rights.use-documents",
  hear: async (ground, event) => {
    const applicationId = event.ids["applicationId"];
    if (applicationId === undefined) return;
    await inCommissioner(ground, { kind: "system", commissionerId: event.commissionerId }, async (work) => {
      const application = await findApplication(work, applicationId);
      const situation = application && (await findSituation(work, application.situationId));
      if (application?.state !== "asked" || !situation) return;
      const asked = { personId: situation.personId, on: dayOf(work.now), purpose: "application", subjectId: applicationId } as const;
      for (const kind of papersFor(application.asked)) await askProof(work, { ...asked, kind });
    });
  },
};
