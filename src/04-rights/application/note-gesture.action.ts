import { dayOf, type Day } from "#engines/calendar";
import type { Work } from "#ground/server";
import { addGesture, lockApplication, type KeptApplication } from "./application.store.ts";
import { judgeGesture, type ApplicationState, type Gesture } from "./application.ts";
import { followTasks } from "./follow-tasks.action.ts";
import { mayBeWithoutAmount } from "./right-rule.ts";
import { codeOf } from "./start-application.action.ts";

export type GestureNoted =
  | { readonly kind: "noted"; readonly to: ApplicationState }
  | { readonly kind: "not-from-here"; readonly state: ApplicationState }
  | { readonly kind: "future" }
  | { readonly kind: "before"; readonly previous: Day }
  /** Money came, and nobody said how much. */
  | { readonly kind: "amount-missing" }
  | { readonly kind: "not-found" };

/** Noter un geste : asked, granted, refused, contested, paid… The story gets one more line; what is awaited next becomes a task. */
export const noteGesture = async (work: Work, applicationId: string, made: Gesture): Promise<GestureNoted> => {
  const application = await lockApplication(work, applicationId);
  if (!application) return { kind: "not-found" };
  const verdict = judgeGesture(application, made, dayOf(work.now));
  if (verdict.kind !== "allowed") return verdict;
  if (made.kind === "pay" && made.amount === undefined && !mayBeWithoutAmount(application.asked)) return { kind: "amount-missing" };
  await addGesture(work, application, made);
  await followTasks(work, application.id);
  work.audit({
    action: `application: ${made.kind}`,
    objectKind: "application",
    objectId: application.id,
    purpose: codeOf(application.asked),
  });
  await tellWhatChanged(work, application, verdict.to);
  return { kind: "noted", to: verdict.to };
};

/** What later rooms wait for is whether the money stands: it came, or its coming was taken back. */
export const tellWhatChanged = async (work: Work, before: KeptApplication, to: ApplicationState | undefined): Promise<void> => {
  const ids = { applicationId: before.id, situationId: before.situationId };
  await work.tell("application.changed", ids);
  if (to === "paid") await work.tell("application.paid", ids);
  else if (before.state === "paid") await work.tell("application.unpaid", ids);
};
