import type { ReactElement } from "react";
import { french, Icon, useLanguage, type IconName } from "#ground/screens";
import type { ApplicationShown } from "./application.contract.ts";
import { stateSaid } from "./application-said.ts";
import type { ApplicationState as State } from "./application.ts";

const marks: Readonly<Record<State, { readonly icon: IconName; readonly tone: "ok" | "ask" | "no" }>> = {
  "to-do": { icon: "todo", tone: "ask" },
  asked: { icon: "half", tone: "ask" },
  granted: { icon: "disc", tone: "ok" },
  refused: { icon: "cross", tone: "no" },
  appealed: { icon: "turn", tone: "ask" },
  paid: { icon: "done", tone: "ok" },
  withdrawn: { icon: "dash", tone: "no" },
};

/** Où en est une démarche : a shape and a word, never a colour alone. */
export const ApplicationState = ({
  application,
}: {
  readonly application: Pick<ApplicationShown, "state" | "needsAmount" | "right">;
}): ReactElement => {
  const language = useLanguage();
  const { icon, tone } = marks[application.state];
  return (
    <span className={`state ${tone}`}>
      <Icon name={icon} />
      {french(stateSaid(application, language))}
    </span>
  );
};
