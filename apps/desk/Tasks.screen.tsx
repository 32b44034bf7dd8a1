import type { ReactElement } from "react";
import { z } from "zod";
import { Icon, Link, send, useLanguage, useNow, useResource, Waiting } from "#ground/screens";
import { frameWords } from "./desk.words.ts";
import { taskWords } from "./tasks.words.ts";

/** A task, as `GET /api/tasks` gives it. */
const TaskContract = z.object({
  id: z.string(),
  kind: z.string(),
  subjectKind: z.string(),
  subjectId: z.string(),
  personId: z.string().nullable(),
  personName: z.string().nullable(),
  dueAt: z.string(),
});
type Task = z.infer<typeof TaskContract>;

/** Where a task is worked on. */
const placeOf = (task: Task): string | undefined => {
  if (task.subjectKind === "referral") return `/bureau/transmissions/${task.subjectId}`;
  if (task.subjectKind === "situation") return `/bureau/situations/${task.subjectId}`;
  if (task.subjectKind === "contact") return `/bureau/echanges/${task.subjectId}`;
  return task.personId === null ? undefined : `/bureau/personnes/${task.personId}`;
};

/** À faire : what a human must do, the most pressing first. */
export function Tasks(): ReactElement {
  const words = frameWords[useLanguage()];
  const tasks = useResource("/api/tasks", z.array(TaskContract), { live: ["referral.", "situation.", "callback.", "task."] });
  return (
    <section className="panel" aria-labelledby="tasks-title">
      <div className="panel-head">
        <h2 id="tasks-title">{words.tasks}</h2>
      </div>
      <Waiting for={tasks}>
        {(list) =>
          list.length === 0 ? (
            <p className="empty">{words.noTask}</p>
          ) : (
            <ul className="day-list">
              {list.map((task) => (
                <TaskLine key={task.id} task={task} onDone={tasks.reload} />
              ))}
            </ul>
          )
        }
      </Waiting>
    </section>
  );
}

function TaskLine(props: { readonly task: Task; readonly onDone: () => void }): ReactElement {
  const language = useLanguage();
  const words = taskWords[language];
  const now = useNow(60);
  const { task } = props;
  const due = new Date(task.dueAt);
  const isLate = due < now;
  const sentence = (words.kinds as Readonly<Record<string, string>>)[task.kind] ?? words.other;
  const place = placeOf(task);
  const day = new Intl.DateTimeFormat(language === "fr" ? "fr-FR" : "en-GB", {
    timeZone: "Europe/Paris",
    weekday: "short",
    day: "numeric",
    month: "short",
  }).format(due);
  return (
    <li className="day-item" data-late={isLate}>
      <span className={isLate ? "state alert" : "state ask"}>
        <Icon name={isLate ? "danger" : "clock"} />
        {isLate ? words.late(day) : words.before(day)}
      </span>
      <span>
        <strong>{task.personName ?? words.nobody}</strong> · {sentence}
      </span>
      <span className="actions">
        {place === undefined ? null : (
          <Link className="button compact" to={place}>
            {words.open}
          </Link>
        )}
        <button
          type="button"
          className="button quiet compact"
          onClick={() => void send(`/api/tasks/${task.id}/done`, {}).then(props.onDone)}
        >
          {words.done}
        </button>
      </span>
    </li>
  );
}
