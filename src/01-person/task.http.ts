import { z } from "zod";
import { looksLikeId } from "#ground";
import {
  finishTasks,
  idempotencyKey,
  keyReused,
  notFound,
  once,
  openTasks,
  taskIsHere,
  workForEach,
  workOn,
  type Web,
  type Work,
} from "#ground/server";
import { displayName } from "./person.ts";
import { findPersons } from "./person.store.ts";
import { TaskListContract } from "./task.contract.ts";

const Done = z.object({ done: z.boolean() });

/** Opens the tasks of those who listen: the most pressing first, over all the services they serve. */
export const openTaskRoutes = (web: Web): void => {
  web.app.get("/api/tasks", { schema: { response: { 200: TaskListContract } } }, async (request) => {
    const lists = await workForEach(web, request, "listen", namedTasks);
    // Somebody in danger comes before whatever has been late for longer.
    return lists.flat().toSorted((a, b) => Number(b.kind === "danger") - Number(a.kind === "danger") || a.dueAt.localeCompare(b.dueAt));
  });
  web.app.post("/api/tasks/:id/done", { schema: { params: z.object({ id: z.string() }), response: { 200: Done } } }, async (request) => {
    const key = idempotencyKey(request);
    const { id } = request.params;
    if (!looksLikeId(id)) throw notFound();
    const answer = await workOn(
      web,
      request,
      "listen",
      (work) => taskIsHere(work, id),
      (work) =>
        once(work, { key, route: "POST /api/tasks/:id/done", content: { id } }, async () => {
          work.audit({ action: "finish task", objectKind: "task", objectId: id });
          return { done: (await finishTasks(work, { id })) > 0 };
        }),
    );
    if (answer.kind === "key-reused") throw keyReused();
    return answer.answer;
  });
};

const namedTasks = async (work: Work) => {
  const tasks = await openTasks(work);
  const persons = await findPersons(work, [...new Set(tasks.flatMap((task) => (task.personId === undefined ? [] : [task.personId])))]);
  return tasks.map((task) => {
    const person = task.personId === undefined ? undefined : persons.get(task.personId);
    return {
      id: task.id,
      commissionerId: work.commissionerId,
      kind: task.kind,
      subjectKind: task.subjectKind,
      subjectId: task.subjectId,
      personId: task.personId ?? null,
      personName: person ? displayName(person) : null,
      dueAt: task.dueAt.toISOString(),
      ownerId: task.ownerId ?? null,
    };
  });
};
