import { instantAt } from "#engines/calendar";
import { addTask, finishTasks, type Work } from "#ground/server";
import { findSituation } from "#situation/server";
import { findApplication, type KeptApplication } from "./application.store.ts";
import { deadlineOf, type Deadline } from "./deadline.ts";

const taskOf: Readonly<Record<Deadline["kind"], { readonly kind: string }>> = {
  ask: { kind: "application.ask" },
  answer: { kind: "application.answer" },
  appeal: { kind: "application.appeal" },
  "appeal-answer": { kind: "application.appeal-answer" },
  money: { kind: "application.money" },
};

/** Relances : the one thing that an application waits for is the one task that is open about it, with its day and whoever follows the situation. */
export const followTasks = async (work: Work, applicationId: string): Promise<void> => {
  await finishTasks(work, { subjectId: applicationId });
  const application: KeptApplication | undefined = await findApplication(work, applicationId);
  const deadline = application && deadlineOf(application);
  const situation = application && (await findSituation(work, application.situationId));
  if (!application || !deadline || !situation) return;
  await addTask(work, {
    ...taskOf[deadline.kind],
    subjectKind: "application",
    subjectId: application.id,
    personId: situation.personId,
    dueAt: instantAt(deadline.actOn, "17:00"),
    ownerId: situation.referentId,
  });
};
