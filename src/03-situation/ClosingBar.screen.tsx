import { useState, type ReactElement } from "react";
import { ErrorSummary, Icon, useNow, useShortcuts } from "#ground/screens";
import { useClosing, type ClosingInHand } from "./desk/use-closing.ts";
import { useSaid } from "./desk/words.ts";
import type { ExchangeShown, SituationShown } from "./exchange.contract.ts";
import { readTyped, typedFrom } from "./next-action.ts";
import { NextActionFields } from "./NextAction.screen.tsx";
import { Objections } from "./Objections.screen.tsx";
import { ClosingReason } from "./ClosingReason.screen.tsx";

/** Avant de clore : what is done, what is missing, the next action, and one button that is always there. */
export const ClosingBar = (props: {
  readonly exchange: ExchangeShown;
  readonly dangerIsAsked: boolean;
  readonly reload: () => void;
  readonly onClosed: () => void;
}): ReactElement => {
  const { closing: words } = useSaid();
  const { exchange } = props;
  const situation = exchange.situation;
  const now = useNow(30);
  const [typed, setTyped] = useState(() => typedFrom(situation?.nextAction, exchange.me));
  const closing = useClosing({ exchange, typed, now, dangerIsAsked: props.dangerIsAsked, reload: props.reload, onClosed: props.onClosed });
  useShortcuts({ x: () => document.getElementById("next-what")?.focus() });
  return (
    <>
      <ClosingProblems closing={closing} />
      <section className="closing" aria-label={words.title}>
        <div>
          <strong>{words.title}</strong>
          {situation ? <Checklist situation={situation} isChosen={closing.closes || readTyped(typed, now).kind === "complete"} /> : null}
        </div>
        <div className="next-action">
          {situation && situation.closedAt === undefined ? (
            <>
              {closing.closes ? (
                <ClosingReason reason={closing.reason} onReason={closing.setReason} mayCloseAnyway={exchange.mayCloseAnyway} />
              ) : (
                <NextActionFields typed={typed} onType={setTyped} staff={exchange.staff} me={exchange.me} wrong={closing.wrong} />
              )}
              <label className="filter">
                <input
                  type="checkbox"
                  checked={closing.closes}
                  onChange={(event) => {
                    closing.setCloses(event.target.checked);
                  }}
                />
                {words.also}
              </label>
            </>
          ) : null}
          <button type="button" className="button primary" onClick={() => void closing.close()}>
            {words.close}
          </button>
        </div>
      </section>
    </>
  );
};

/** Above the bar; the summary takes the focus each time that it is shown again. */
const ClosingProblems = ({ closing }: { readonly closing: ClosingInHand }): ReactElement => (
  <>
    {closing.errors.length === 0 ? null : <ErrorSummary key={closing.turn} errors={closing.errors} />}
    {closing.objections.length === 0 ? null : <Objections objections={closing.objections} />}
    {closing.sentence === "" ? null : (
      <p className="notice careful" role="alert">
        {closing.sentence}
      </p>
    )}
  </>
);

const Checklist = ({ situation, isChosen }: { readonly situation: SituationShown; readonly isChosen: boolean }): ReactElement => {
  const { closing: words } = useSaid();
  const untold = situation.needs.filter((need) => need.isOpen && need.told === "untold").length;
  const hasDemand = situation.demands.length > 0;
  const lines = [
    { isDone: hasDemand, label: hasDemand ? words.demandNoted : words.demandMissing },
    ...(situation.needs.length === 0 ? [] : [{ isDone: untold === 0, label: untold === 0 ? words.needsAgreed : words.untold(untold) }]),
    { isDone: isChosen, label: isChosen ? words.nextChosen : words.nextMissing },
  ];
  return (
    <ul className="checklist">
      {lines.map((line) => (
        <li key={line.label} className={line.isDone ? "state ok" : "state ask"}>
          <Icon name={line.isDone ? "done" : "todo"} />
          {line.label}
        </li>
      ))}
    </ul>
  );
};
