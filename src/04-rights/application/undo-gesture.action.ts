import type { Work } from "#ground/server";
import { addUndo, lockApplication } from "./application.store.ts";
import { stateAfter, undoableStep } from "./application.ts";
import { followTasks } from "./follow-tasks.action.ts";
import { tellWhatChanged } from "./note-gesture.action.ts";

export type GestureUndone =
  | { readonly kind: "undone" }
  /** Nothing was noted today: what stands since yesterday is no slip of the hand. */
  | { readonly kind: "too-late" }
  | { readonly kind: "not-found" };

/** Annuler le dernier geste, the same day: it stays written, and no longer counts. Taking back the opening takes the application away. */
export const undoGesture = async (work: Work, applicationId: string): Promise<GestureUndone> => {
  const application = await lockApplication(work, applicationId);
  if (!application) return { kind: "not-found" };
  const step = undoableStep(application, work.now);
  if (!step) return { kind: "too-late" };
  await addUndo(work, application, step);
  await followTasks(work, application.id);
  work.audit({ action: "undo gesture", objectKind: "application", objectId: application.id, purpose: step.made.kind });
  const to = stateAfter(application.steps.map((each) => (each.id === step.id ? { ...each, undoneAt: work.now } : each)));
  await tellWhatChanged(work, application, to);
  return { kind: "undone" };
};
