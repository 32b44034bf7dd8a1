import { useState, type ReactElement, type SyntheticEvent } from "react";
import { send, useNow } from "#ground/screens";
import { ClosingReason, type ReasonGiven } from "./ClosingReason.screen.tsx";
import { useSaid } from "./desk/words.ts";
import type { SituationPageShown } from "./exchange.contract.ts";
import { readTyped, typedFrom } from "./next-action.ts";
import { NextActionFields } from "./NextAction.screen.tsx";

interface Props {
  readonly situation: SituationPageShown;
  readonly reload: () => void;
}

/** What may be done with a situation as a whole: choose its next action, close it, open it again. */
export const SituationDeeds = ({ situation, reload }: Props): ReactElement =>
  situation.closedAt === undefined ? (
    <>
      <NextActionForm situation={situation} reload={reload} deed="next-action" />
      <ClosingForm situation={situation} reload={reload} />
    </>
  ) : (
    <NextActionForm situation={situation} reload={reload} deed="reopen" />
  );

const NextActionForm = ({ situation, reload, deed }: Props & { readonly deed: "next-action" | "reopen" }): ReactElement => {
  const { situation: words, closing } = useSaid();
  const now = useNow(30);
  const [typed, setTyped] = useState(() => typedFrom(situation.nextAction, situation.me));
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
    const answer = await send(`/api/situations/${situation.id}/${deed}`, verdict.nextAction);
    setSentence(answer.kind === "offline" ? words.offline : answer.kind === "refused" ? answer.sentence : words.done);
    if (answer.kind === "done") reload();
  };
  return (
    <form className="panel stack" onSubmit={(event) => void save(event)} noValidate>
      <h2>{deed === "reopen" ? words.reopen : words.edit}</h2>
      <div className="next-action">
        <NextActionFields typed={typed} onType={setTyped} staff={situation.staff} me={situation.me} wrong={wrong} />
        <button className="button primary">{deed === "reopen" ? words.reopen : words.save}</button>
      </div>
      <p role="status">{sentence}</p>
    </form>
  );
};

const ClosingForm = ({ situation, reload }: Props): ReactElement => {
  const { situation: words, closing } = useSaid();
  const [given, setGiven] = useState<ReasonGiven>({ reason: "", note: "" });
  const [sentence, setSentence] = useState("");
  const close = async (event: SyntheticEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    if (given.reason === "") {
      setSentence(closing.errors.reason);
      return;
    }
    const answer = await send(`/api/situations/${situation.id}/close`, given);
    setSentence(answer.kind === "offline" ? words.offline : answer.kind === "refused" ? answer.sentence : words.done);
    reload();
  };
  return (
    <form className="panel stack" onSubmit={(event) => void close(event)} noValidate>
      <h2>{words.close}</h2>
      <div className="next-action">
        <ClosingReason reason={given} onReason={setGiven} mayCloseAnyway={situation.mayCloseAnyway} />
        <button className="button">{words.close}</button>
      </div>
      <p role="status">{sentence}</p>
    </form>
  );
};
