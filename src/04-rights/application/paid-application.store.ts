import type { Id } from "#ground";
import type { Work } from "#ground/server";
import { findSituation } from "#situation/server";
import { findApplication } from "./application.store.ts";
import { paymentOf, type Payment } from "./application.ts";
import { nameOfRight } from "./right-name.ts";

/** Argent venu : what later rooms may know of an application, when they hear that it was paid or no longer is. */
export interface PaidApplication {
  readonly personId: Id<"Person">;
  readonly situationId: Id<"Situation">;
  /** The right, in words. */
  readonly name: string;
  /** What stands today; undefined when no money came, or its coming was taken back. */
  readonly payment: Payment | undefined;
}

/** What is true now, whatever was told and in whatever order. */
export const paidApplication = async (work: Work, applicationId: string): Promise<PaidApplication | undefined> => {
  const application = await findApplication(work, applicationId);
  const situation = application && (await findSituation(work, application.situationId));
  return (
    situation && {
      personId: situation.personId,
      situationId: situation.id,
      name: nameOfRight(application.asked, "fr"),
      payment: paymentOf(application),
    }
  );
};
