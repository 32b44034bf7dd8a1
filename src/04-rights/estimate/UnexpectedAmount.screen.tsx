import { useState, type ReactElement, type SyntheticEvent } from "react";
import { errorIn, french, RadioGroup, Refused, refusedAsAWhole, SaveOrCancel, TextArea, useDeed, useLanguage } from "#ground/screens";
import { estimateWords } from "./estimate.words.ts";
import { IdContract, type RightShown } from "./rights.contract.ts";

/** « Montant inattendu ? » : one of three kinds, a few words; whoever supervises sees it. */
export const UnexpectedAmount = (props: {
  readonly situationId: string;
  readonly right: RightShown["right"];
  readonly onEnd: () => void;
}): ReactElement => {
  const { page } = estimateWords[useLanguage()];
  const { act, problem } = useDeed();
  const [isDone, setDone] = useState(false);
  const send = async (event: SyntheticEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const text = (name: string): string => {
      const value = form.get(name);
      return typeof value === "string" ? value : "";
    };
    const body = { right: props.right, kind: text(`kind-${props.right}`), said: text(`said-${props.right}`) };
    if (await act(`/api/situations/${props.situationId}/rights/reports`, body, IdContract)) setDone(true);
  };
  const errorOf = (field: string): string | undefined => errorIn(problem, field);
  if (isDone) return <p role="status">{french(page.reported)}</p>;
  return (
    <form className="stack unexpected" noValidate onSubmit={(event) => void send(event)}>
      <RadioGroup
        name={`kind-${props.right}`}
        label={page.reportKind}
        choices={(["decided-otherwise", "seems-wrong", "should-be-there"] as const).map((value) => ({
          value,
          label: page.reportKinds[value],
        }))}
        error={errorOf("kind")}
      />
      <TextArea
        name={`said-${props.right}`}
        label={page.reportSaid}
        hint={page.reportHint}
        rows={2}
        maxLength={1000}
        error={errorOf("said")}
      />
      <SaveOrCancel save={page.send} cancel={page.hide} onCancel={props.onEnd} isCompact />
      <Refused sentence={refusedAsAWhole(problem)} />
    </form>
  );
};
