import { useEffect, useLayoutEffect, useRef, useState, type ReactElement, type RefObject } from "react";
import { ErrorSummary, Icon, Link, useLanguage, useNow, useShortcuts } from "#ground/screens";
import { briefFrom, demandsSince, type BriefTyped } from "./brief.ts";
import { BriefFields } from "./BriefFields.screen.tsx";
import { useClosing, type ClosingInHand } from "./desk/use-closing.ts";
import { useSaid } from "./desk/words.ts";
import type { ExchangeShown, SituationShown } from "./exchange.contract.ts";
import type { ListeningMode } from "./mode.ts";
import { readTyped, typedFrom } from "./next-action.ts";
import { NextActionFields } from "./NextAction.screen.tsx";
import { Objections } from "./Objections.screen.tsx";
import { ClosingReason } from "./ClosingReason.screen.tsx";
import { summaryWords } from "./summary.words.ts";

/** Avant de clore : what is done, what is missing, the next action, and one button that is always there. */
export const ClosingBar = (props: {
  readonly exchange: ExchangeShown;
  readonly mode: ListeningMode;
  readonly dangerIsAsked: boolean;
  /** Reads what was typed last. @returns whether a danger waits for an answer */
  readonly settle: () => Promise<boolean>;
  readonly reload: () => void;
  readonly onClosed: () => void;
}): ReactElement => {
  const { closing: words } = useSaid();
  const summary = summaryWords[useLanguage()];
  const { exchange } = props;
  const situation = exchange.situation;
  const now = useNow(30);
  const [typed, setTyped] = useState(() => typedFrom(situation?.nextAction, exchange.me));
  const next = situation?.nextAction;
  const chosen = next?.holds === true ? `${next.at} ${next.what}` : "";
  useEffect(() => {
    // Chosen elsewhere meanwhile, from the notes for one: the fields show it, unless something is being typed in them.
    if (chosen !== "") setTyped((before) => (before.what === "" && before.day === "" ? typedFrom(next, exchange.me) : before));
    // The action is known by its words and its hour.
  }, [chosen, exchange.me]);
  const [brief, setBrief] = useState<Partial<BriefTyped>>({});
  const isBrief = props.mode === "brief";
  const briefTyped = { ...briefFrom(situation?.needs ?? []), ...brief };
  const closing = useClosing({
    exchange,
    typed,
    brief: isBrief ? briefTyped : undefined,
    now,
    dangerIsAsked: props.dangerIsAsked,
    settle: props.settle,
    reload: props.reload,
    onClosed: props.onClosed,
  });
  const button = useRef<HTMLButtonElement>(null);
  useShortcuts({ x: () => document.getElementById("next-what")?.focus() });
  return (
    <>
      <ClosingProblems closing={closing} button={button} />
      <section className="closing" aria-label={words.title}>
        <div className="before-closing">
          <p className="row">
            <strong>{words.title}</strong>
            {situation ? (
              <Link className="small" to={`/bureau/echanges/${exchange.contact.id}/resume`}>
                {summary.see}
              </Link>
            ) : null}
          </p>
          {situation ? (
            <Checklist situation={situation} isBrief={isBrief} isChosen={closing.closes || readTyped(typed, now).kind === "complete"} />
          ) : null}
        </div>
        <div className="next-action">
          {situation && situation.closedAt === undefined ? (
            <>
              {closing.closes ? (
                <ClosingReason reason={closing.reason} onReason={closing.setReason} mayCloseAnyway={exchange.mayCloseAnyway} />
              ) : isBrief ? (
                <BriefFields
                  typed={briefTyped}
                  onType={(change) => {
                    setBrief((before) => ({ ...before, ...change }));
                  }}
                  hasDemand={demandsSince(situation.demands, exchange.contact.startedAt).length > 0}
                  wrong={closing.errors.map((error) => error.field)}
                />
              ) : (
                <NextActionFields typed={typed} onType={setTyped} staff={exchange.staff} me={exchange.me} wrong={closing.wrong} />
              )}
              {isBrief ? null : (
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
              )}
            </>
          ) : null}
        </div>
        <button type="button" ref={button} className="button primary close-exchange" onClick={() => void closing.close()}>
          {words.close}
        </button>
      </section>
    </>
  );
};

/** Above the bar; the summary takes the focus each time that it is shown again. */
const ClosingProblems = ({ closing, button }: { readonly closing: ClosingInHand; readonly button: Button }): ReactElement => (
  <>
    {closing.errors.length === 0 ? null : <Missing key={closing.turn} errors={closing.errors} button={button} />}
    {closing.objections.length === 0 ? null : <Objections objections={closing.objections} />}
    {closing.sentence === "" ? null : (
      <p className="notice careful" role="alert">
        {closing.sentence}
      </p>
    )}
  </>
);

type Button = RefObject<HTMLButtonElement | null>;

/** What is missing. It leaves by itself once all is put right, here or on another desk: whoever was reading it goes on from the button. */
const Missing = ({ errors, button }: { readonly errors: ClosingInHand["errors"]; readonly button: Button }): ReactElement => {
  useLayoutEffect(
    () => () => {
      if (!document.activeElement?.closest("#erreurs")) return;
      window.requestAnimationFrame(() => {
        if (document.activeElement === document.body) button.current?.focus();
      });
    },
    [button],
  );
  return <ErrorSummary errors={errors} />;
};

const Checklist = ({
  situation,
  isBrief,
  isChosen,
}: {
  readonly situation: SituationShown;
  readonly isBrief: boolean;
  readonly isChosen: boolean;
}): ReactElement => {
  const { closing: words } = useSaid();
  const untold = situation.needs.filter((need) => need.isOpen && need.told === "untold").length;
  const hasDemand = situation.demands.length > 0;
  const lines = [
    { isDone: hasDemand, label: hasDemand ? words.demandNoted : words.demandMissing },
    ...(situation.needs.length === 0 ? [] : [{ isDone: untold === 0, label: untold === 0 ? words.needsAgreed : words.untold(untold) }]),
    ...(isBrief ? [] : [{ isDone: isChosen, label: isChosen ? words.nextChosen : words.nextMissing }]),
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
