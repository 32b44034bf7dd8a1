import { instantAt } from "#engines/calendar";
import { addTask, finishTasks, type Work } from "#ground/server";
import { findSituation } from "#situation/server";
import { findApplication, type KeptApplication } from "./application.store.ts";
import { deadlineOf, type Deadline } from "./deadline.ts";

const taskOf = (kind: Deadline["kind"]): string => {
  switch (kind) {
    case "ask":
      return "application.ask";
    case "appeal":
      return "application.appeal";
    case "money":
      return "application.money";
    case "answer":
      return "application.answer";
    case "appeal-answer":
      return "application.appeal-answer";
  }
};

/** Relances : the one thing that an application waits for is the one task that is open about it, with its day and whoever follows the situation. */
export const followTasks = async (work: Work, applicationId: string): Promise<void> => {
  await finishTasks(work, { subjectId: applicationId });
  const application: KeptApplication | undefined = await findApplication(work, applicationId);
  const deadline = application && deadlineOf(application);
  const situation = application && (await findSituation(work, application.situationId));
  if (!application || !deadline || !situation) return;
  await addTask(work, {
    kind: taskOf(deadline.kind),
    subjectKind: "application",
    subjectId: application.id,
    personId: situation.personId,
    dueAt: instantAt(deadline.actOn, "17:00"),
    ownerId: situation.referentId,
  });
};
