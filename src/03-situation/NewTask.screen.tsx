import { useState, type ReactElement, type SyntheticEvent } from "react";
import { SaveOrCancel, useDeed, useNow } from "#ground/screens";
import { useSaid } from "./desk/words.ts";
import type { ExchangeShown } from "./exchange.contract.ts";
import { readTyped } from "./next-action.ts";
import { NextActionFields } from "./NextAction.screen.tsx";

/** La prochaine action, asked for from the notes by « /tache »: its words come from there, its day and hour are chosen here. */
export const NewTask = (props: {
  readonly exchange: ExchangeShown;
  readonly typed: string;
  readonly onSaved: () => void;
  readonly onEnd: () => void;
  readonly reload: () => void;
}): ReactElement => {
  const { task: words, closing } = useSaid();
  const { exchange } = props;
  const now = useNow(30);
  const { done: act, sentence: problem } = useDeed(props.reload);
  const [typed, setTyped] = useState({ what: props.typed, day: "", time: "", ownerId: exchange.me });
  const [sentence, setSentence] = useState("");
  const [wrong, setWrong] = useState<readonly string[]>([]);
  const save = async (event: SyntheticEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    const verdict = readTyped(typed, now);
    setWrong(verdict.kind === "missing" ? verdict.fields : []);
    if (verdict.kind !== "complete") {
      setSentence(verdict.kind === "past" ? closing.errors.past : closing.next14);
      return;
    }
    setSentence("");
    if (!(await act(`/api/situations/${exchange.situation?.id ?? ""}/next-action`, verdict.nextAction))) return;
    props.onSaved();
    props.onEnd();
  };
  return (
    <form className="panel stack" onSubmit={(event) => void save(event)} noValidate aria-label={words.title}>
      <div className="next-action">
        <NextActionFields
          place="task"
          typed={typed}
          onType={setTyped}
          staff={exchange.staff}
          me={exchange.me}
          wrong={wrong}
          focusOn={props.typed === "" ? "what" : "date"}
        />
      </div>
      <SaveOrCancel save={words.save} cancel={words.cancel} onCancel={props.onEnd} isCompact />
      <p className="field-error" role="status">
        {sentence || problem}
      </p>
    </form>
  );
};
