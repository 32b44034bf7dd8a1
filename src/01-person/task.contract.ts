import { z } from "zod";

/** A task as the day of a counsellor shows it: what kind, about whom, for when. Its sentence is found from its kind. */
export const TaskContract = z.object({
  id: z.uuid(),
  commissionerId: z.uuid(),
  kind: z.string(),
  subjectKind: z.string(),
  subjectId: z.uuid(),
  personId: z.uuid().nullable(),
  /** The name of the person, or « Personne anonyme, dossier … »; null when the task is about no person. */
  personName: z.string().nullable(),
  dueAt: z.iso.datetime(),
  ownerId: z.uuid().nullable(),
});
export const TaskListContract = z.array(TaskContract);
