import type { ReactElement } from "react";
import { french, useDeed, useLanguage } from "#ground/screens";
import { rightWords } from "../estimate/right.words.ts";
import { StartedContract } from "./application.contract.ts";
import { applicationWords } from "./application.words.ts";
import type { RightAsked } from "./application.ts";

/** Suivre une démarche, in one press: for a right of the plan, of the estimate, or for a local benefit. */
export const StartApplication = (props: {
  readonly situationId: string;
  readonly asked: RightAsked;
  readonly onStarted?: (said: string) => void;
}): ReactElement => {
  const language = useLanguage();
  const words = applicationWords[language];
  const { act, problem } = useDeed();
  const name = props.asked.kind === "computed" ? rightWords[language][props.asked.right].short : props.asked.label;
  const start = async (): Promise<void> => {
    if (await act(`/api/situations/${props.situationId}/applications`, { asked: props.asked }, StartedContract))
      props.onStarted?.(`${words.follow} : ${name}.`);
  };
  return (
    <>
      <button type="button" className="button compact" aria-label={words.startOf(name)} onClick={() => void start()}>
        {words.start}
      </button>
      {problem ? (
        <span className="field-error" role="alert">
          {french(problem.sentence)}
        </span>
      ) : null}
    </>
  );
};
