import type { FollowUpStep } from "#contact";
import type { Work } from "#ground/server";
import { situationsOf } from "#situation/server";
import { dayInWords } from "../estimate/day-in-words.ts";
import { applicationsOfSituations } from "./application.store.ts";
import { isOpenApplication, lastOf, type Application } from "./application.ts";
import { deadlineOf } from "./deadline.ts";
import { followUpWords } from "./follow-up.words.ts";

const words = followUpWords.fr;

/** Where each application of a person stands, for /suivi: never the name of a right, never an amount. Someone may read over her shoulder. */
export const applicationFollowUpSteps = async (work: Work, personId: string): Promise<readonly FollowUpStep[]> => {
  const open = (await situationsOf(work, personId)).filter(({ closedAt }) => closedAt === undefined);
  const applications = await applicationsOfSituations(
    work,
    open.map(({ id }) => id),
  );
  return applications.flatMap((application) => {
    const step = stepOf(application);
    return step ? [step] : [];
  });
};

const stepOf = (application: Application): FollowUpStep | undefined => {
  const state = isOpenApplication(application) ? "now" : "done";
  const deadline = deadlineOf(application);
  switch (application.state) {
    case "to-do":
      return deadline && { title: words.toDo, detail: words.toDoDetail(dayInWords(deadline.on, "fr")), state };
    case "asked": {
      const asked = lastOf(application, "ask");
      return (
        asked && {
          title: words.asked(dayInWords(asked.on, "fr")),
          ...(deadline ? { detail: words.askedDetail(dayInWords(deadline.on, "fr")) } : {}),
          state,
        }
      );
    }
    case "appealed": {
      const appealed = lastOf(application, "appeal");
      return appealed && { title: words.appealed(dayInWords(appealed.on, "fr")), state };
    }
    case "refused":
      return deadline && { title: words.refused, detail: words.refusedDetail(dayInWords(deadline.on, "fr")), state: "now" };
    case "granted":
      return { title: words.granted, detail: words.grantedDetail, state };
    case "paid":
      return { title: words.paid, state };
    default:
      return undefined;
  }
};
