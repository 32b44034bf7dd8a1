import type { ReactElement } from "react";
import { TaskListContract } from "#person";
import { send, useLanguage } from "#ground/screens";
import { DayPanel } from "./DayPanel.screen.tsx";
import { dayWords } from "./day.words.ts";
import { placeOfTask, taskSentence, taskWords } from "./tasks.words.ts";

/** À faire : what a human must do, the most pressing first. */
export function Tasks(): ReactElement {
  const language = useLanguage();
  const words = dayWords[language];
  return (
    <DayPanel
      title={words.tasks}
      path="/api/tasks"
      contract={TaskListContract}
      live={["referral.", "situation.", "callback.", "task.", "outcome."]}
      empty={words.noTask}
      line={(task, reload) => ({
        key: task.id,
        name: task.personName ?? taskWords[language].nobody,
        sentence: taskSentence(task.kind, language),
        due: task.dueAt,
        place: placeOfTask(task),
        deed: (
          <button type="button" className="button quiet compact" onClick={() => void send(`/api/tasks/${task.id}/done`, {}).then(reload)}>
            {words.done} <span className="visually-hidden">{task.personName ?? taskWords[language].nobody}</span>
          </button>
        ),
      })}
    />
  );
}
