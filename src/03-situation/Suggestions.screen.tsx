import { useEffect, useRef, useState, type KeyboardEvent, type ReactElement, type RefObject } from "react";
import { Domain, french, Icon, Refused, useShortcuts } from "#ground/screens";
import { isWorthSaying, movedTo } from "./desk/suggestion-order.ts";
import type { SuggestionsInHand } from "./desk/use-suggestions.ts";
import { useSaid } from "./desk/words.ts";
import type { NeedProposed } from "./suggestion.contract.ts";

/**
 * Propositions : what the notes may hold, each with the words that led to it. Dashed, because nothing here exists until a human keeps it.
 * The keyboard stays in the notes: one chord keeps the first line, another sets it aside.
 */
export const Suggestions = (props: {
  readonly inHand: SuggestionsInHand;
  readonly notes: RefObject<HTMLTextAreaElement | null>;
}): ReactElement => {
  const { suggestions: words } = useSaid();
  const { inHand, notes } = props;
  const { shown, lastRefused } = inHand;
  const [first] = shown;
  useShortcuts(
    first
      ? {
          "Ctrl+Enter": () => void inHand.keep(first),
          "Ctrl+Maj+Enter": () => void inHand.refuse(first),
        }
      : {},
  );
  return (
    <>
      <p className="visually-hidden" role="status">
        <SaidOnce count={shown.length} />
      </p>
      {inHand.by === undefined ? null : (
        <p className="tiny by-whom" role="status">
          {words.proposedBy[inHand.by.path](inHand.by.model)}
        </p>
      )}
      {inHand.language === "other" ? <p className="tiny when-foreign">{words.notFrench}</p> : null}
      {shown.length === 0 && lastRefused === undefined && inHand.problem === "" ? null : (
        <section className="machine" aria-label={words.title}>
          {shown.length === 0 ? null : (
            <>
              <div className="panel-head">
                <span className="machine-label">
                  <Icon name="diamond" />
                  {words.fromNotes(shown.length)}
                </span>
                <span className="tiny shortcut-hint" aria-hidden="true">
                  {words.keepHint} <kbd className="key">Ctrl Entrée</kbd> {words.refuseHint} <kbd className="key">Ctrl Maj Entrée</kbd>
                </span>
              </div>
              <List inHand={inHand} notes={notes} />
            </>
          )}
          {lastRefused === undefined ? null : (
            <p className="tiny row wrap refused" role="status">
              {french(words.refused(lastRefused.label))}
              <button type="button" className="button quiet compact" onClick={() => void inHand.takeBack()}>
                {words.takeBack}
              </button>
            </p>
          )}
          <Refused sentence={inHand.problem} />
        </section>
      )}
    </>
  );
};

/** Heard when something appears where there was nothing, then silent: a list that changes must not talk over the person. */
const SaidOnce = ({ count }: { readonly count: number }): string => {
  const { suggestions: words } = useSaid();
  const before = useRef(0);
  const [said, say] = useState("");
  useEffect(() => {
    if (isWorthSaying(before.current, count)) say(words.count(count));
    else if (count === 0) say("");
    before.current = count;
  }, [count, words]);
  return said;
};

/** One stop for Tab; arrows go from line to line, Entrée keeps, Suppr sets aside. */
const List = (props: { readonly inHand: SuggestionsInHand; readonly notes: RefObject<HTMLTextAreaElement | null> }): ReactElement => {
  const { inHand, notes } = props;
  const { shown } = inHand;
  const list = useRef<HTMLUListElement>(null);
  const [at, setAt] = useState(0);
  const here = Math.min(at, shown.length - 1);
  const goTo = (line: number): void => {
    setAt(line);
    keepButtons(list.current)[line]?.focus();
  };
  /** The line that was answered leaves: the keyboard goes to the next one, or back to the notes. */
  const answer = async (deed: Promise<void>, line: number): Promise<void> => {
    const isInside = list.current?.contains(document.activeElement) === true;
    const next = keepButtons(list.current).filter((_, index) => index !== line)[Math.min(line, shown.length - 2)];
    if (isInside) (next ?? notes.current)?.focus();
    setAt(Math.max(0, Math.min(line, shown.length - 2)));
    await deed;
  };
  const onKey = (event: KeyboardEvent, suggestion: NeedProposed, line: number): void => {
    if (event.key === "Delete" || event.key === "Backspace") {
      event.preventDefault();
      void answer(inHand.refuse(suggestion), line);
      return;
    }
    if (event.key === "ArrowRight" || event.key === "ArrowLeft") {
      event.preventDefault();
      const buttons = event.currentTarget.querySelectorAll("button");
      buttons[event.key === "ArrowRight" ? 1 : 0]?.focus();
      return;
    }
    const to = movedTo(event.key, line, shown.length);
    if (to === undefined) return;
    event.preventDefault();
    goTo(to);
  };
  return (
    <ul
      className="suggestions"
      ref={list}
      onFocus={() => {
        inHand.hold(true);
      }}
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) inHand.hold(false);
      }}
    >
      {shown.map((suggestion, line) => (
        <Line
          key={suggestion.need}
          suggestion={suggestion}
          isFirst={line === 0}
          isTabStop={line === here}
          onKey={(event) => {
            onKey(event, suggestion, line);
          }}
          onKeep={() => void answer(inHand.keep(suggestion), line)}
          onRefuse={() => void answer(inHand.refuse(suggestion), line)}
        />
      ))}
    </ul>
  );
};

const keepButtons = (list: HTMLElement | null): HTMLButtonElement[] => [
  ...(list?.querySelectorAll<HTMLButtonElement>("button[data-keep]") ?? []),
];

const Line = (props: {
  readonly suggestion: NeedProposed;
  readonly isFirst: boolean;
  readonly isTabStop: boolean;
  readonly onKey: (event: KeyboardEvent) => void;
  readonly onKeep: () => void;
  readonly onRefuse: () => void;
}): ReactElement => {
  const { suggestions: words } = useSaid();
  const { need, label, theme, words: because } = props.suggestion;
  return (
    <li className={props.isFirst ? "next-up" : undefined} onKeyDown={props.onKey}>
      <Domain id={theme} />
      <div>
        <strong>{label}</strong>
        <div className="because" id={`because-${need}`}>
          {french(`« ${because} »`)}
        </div>
      </div>
      <div className="actions">
        <button
          type="button"
          data-keep
          className={props.isFirst ? "button primary compact" : "button compact"}
          tabIndex={props.isTabStop ? 0 : -1}
          aria-label={words.keepOf(label)}
          aria-describedby={`because-${need}`}
          onClick={props.onKeep}
        >
          {words.keep}
        </button>
        <button type="button" className="button compact" tabIndex={-1} aria-label={words.refuseOf(label)} onClick={props.onRefuse}>
          {words.refuse}
        </button>
      </div>
    </li>
  );
};
