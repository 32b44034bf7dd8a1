import { sql } from "kysely";
import { idOf, type Id } from "./id.ts";
import type { Work } from "./work.store.ts";

export type TaskSubject =
  "person" | "contact" | "callback" | "situation" | "application" | "referral" | "service" | "gap" | "benefit" | "entitlement" | "provider";

/** Tâche : something a human must do, by a time. Its words are found from its kind in the screens. */
export interface Task {
  readonly id: Id<"Task">;
  readonly kind: string;
  readonly subjectKind: TaskSubject;
  readonly subjectId: string;
  readonly personId: Id<"Person"> | undefined;
  readonly dueAt: Date;
  readonly ownerId: Id<"Staff"> | undefined;
}

/** Adds a task, once: a task of the same kind still open on the same subject is left as it is. @returns how many, 0 or 1. */
export const addTask = async (
  work: Work,
  task: {
    readonly kind: string;
    readonly subjectKind: TaskSubject;
    readonly subjectId: string;
    readonly personId?: string;
    readonly dueAt: Date;
    readonly ownerId?: string;
  },
): Promise<number> => {
  const added = await work.run(sql`
    insert into ground_task (commissioner_id, kind, subject_kind, subject_id, person_id, due_at, owner_id, created_at)
    values (${work.commissionerId}, ${task.kind}, ${task.subjectKind}, ${task.subjectId}, ${task.personId ?? null}, ${task.dueAt}, ${task.ownerId ?? null}, ${work.now})
    on conflict (commissioner_id, kind, subject_id) where done_at is null do nothing`);
  if (added > 0) await work.tell("task.changed", { subjectId: task.subjectId });
  return added;
};

/** The tasks still open, the most pressing first. */
export const openTasks = async (work: Work, about?: { readonly subjectKind: TaskSubject; readonly subjectId: string }): Promise<Task[]> => {
  const rows = await work.rows(sql<{
    id: string;
    kind: string;
    subject_kind: TaskSubject;
    subject_id: string;
    person_id: string | null;
    due_at: Date;
    owner_id: string | null;
  }>`
    select id, kind, subject_kind, subject_id, person_id, due_at, owner_id
    from ground_task
    where commissioner_id = ${work.commissionerId}
      and done_at is null
      and (${about?.subjectId ?? null}::uuid is null or (subject_kind = ${about?.subjectKind ?? null} and subject_id = ${about?.subjectId ?? null}))
    -- Somebody in danger comes before whatever has been late for longer.
    order by kind = 'danger' desc, due_at, id
    limit 500`);
  return rows.map((row) => ({
    id: idOf<"Task">(row.id),
    kind: row.kind,
    subjectKind: row.subject_kind,
    subjectId: row.subject_id,
    personId: row.person_id === null ? undefined : idOf<"Person">(row.person_id),
    dueAt: row.due_at,
    ownerId: row.owner_id === null ? undefined : idOf<"Staff">(row.owner_id),
  }));
};

/** Marks as done what is named: one task, or all the open tasks of a kind about a subject. @returns how many. */
export const finishTasks = async (
  work: Work,
  which: { readonly id: string } | { readonly kind?: string; readonly subjectId: string },
): Promise<number> => {
  const by = work.actor.kind === "staff" ? work.actor.staffId : null;
  const done =
    "id" in which
      ? await work.run(sql`
          update ground_task set done_at = ${work.now}, done_by = ${by}
          where commissioner_id = ${work.commissionerId} and id = ${which.id} and done_at is null`)
      : await work.run(sql`
          update ground_task set done_at = ${work.now}, done_by = ${by}
          where commissioner_id = ${work.commissionerId} and subject_id = ${which.subjectId} and done_at is null
            and (${which.kind ?? null}::text is null or kind = ${which.kind ?? null})`);
  if (done > 0) await work.tell("task.changed", "id" in which ? { taskId: which.id } : { subjectId: which.subjectId });
  return done;
};

/** Whether a task, open or done, belongs to this commissioner. */
export const taskIsHere = async (work: Work, id: string): Promise<boolean> =>
  (await work.first(sql`select 1 from ground_task where commissioner_id = ${work.commissionerId} and id = ${id}`)) !== undefined;
