import type { ReactElement, Ref } from "react";
import { Icon, useNow } from "#ground/screens";
import { useNotes } from "./desk/use-notes.ts";
import { useSaid, type Said } from "./desk/words.ts";
import type { NotesState } from "./desk/notes-keeper.ts";
import type { ExchangeShown } from "./exchange.contract.ts";

/** Notes d'écoute : one plain text, saved by itself. What is cut or written twice is said where one writes. */
export const Notes = (props: { readonly exchange: ExchangeShown; readonly field: Ref<HTMLTextAreaElement> }): ReactElement => {
  const { notes: words } = useSaid();
  const { text, state, write, settle, retry } = useNotes(props.exchange);
  return (
    <section className="panel listening" aria-label={words.title}>
      <div className="panel-head">
        <h2>
          <label htmlFor="notes">{words.title}</label>
        </h2>
        <SavedState state={state} />
      </div>
      {state.kind === "cut" ? <Cut onRetry={retry} /> : null}
      {state.kind === "refused" ? (
        <p className="notice careful" role="status">
          {state.sentence}
        </p>
      ) : null}
      {props.exchange.notes.isPurged ? <p className="muted">{words.purged}</p> : null}
      <textarea
        className="notes"
        id="notes"
        ref={props.field}
        rows={6}
        value={text}
        aria-keyshortcuts="F2"
        onChange={(event) => {
          write(event.target.value);
        }}
      />
      {state.kind === "conflict" ? <BothTexts mine={text} theirs={state.theirs} onDecide={settle} /> : null}
    </section>
  );
};

const SavedState = ({ state }: { readonly state: NotesState }): ReactElement => {
  const { notes: words } = useSaid();
  const now = useNow(1);
  return (
    <span className="tiny" aria-live="off">
      {savedSentence(state, now, words)}
    </span>
  );
};

const savedSentence = (state: NotesState, now: Date, words: Said["notes"]): string => {
  if (state.kind === "waiting") return words.waiting;
  if (state.kind !== "saved") return "";
  const seconds = Math.round((now.getTime() - state.at.getTime()) / 1000);
  if (seconds < 2) return words.justSaved;
  return seconds < 60 ? words.savedSeconds(seconds) : words.savedMinutes(Math.floor(seconds / 60));
};

const Cut = (props: { readonly onRetry: () => void }): ReactElement => {
  const { notes: words } = useSaid();
  return (
    <div className="notice careful row wrap" role="status">
      <Icon name="no-network" />
      <span>
        <strong>{words.offline}</strong> {words.continue}
      </span>
      <button type="button" className="button compact" onClick={props.onRetry}>
        {words.retry}
      </button>
    </div>
  );
};

const BothTexts = (props: { readonly mine: string; readonly theirs: string; readonly onDecide: (text: string) => void }): ReactElement => {
  const { notes: words } = useSaid();
  return (
    <div className="notice careful" role="alert">
      <p>{words.conflict}</p>
      <h3>{words.theirs}</h3>
      <p className="pre">{props.theirs}</p>
      <h3>{words.mine}</h3>
      <p className="pre">{props.mine}</p>
      <div className="actions">
        <button
          type="button"
          className="button primary compact"
          onClick={() => {
            props.onDecide(`${props.theirs}\n\n${props.mine}`);
          }}
        >
          {words.keepBoth}
        </button>
        <button
          type="button"
          className="button compact"
          onClick={() => {
            props.onDecide(props.mine);
          }}
        >
          {words.keepMine}
        </button>
        <button
          type="button"
          className="button compact"
          onClick={() => {
            props.onDecide(props.theirs);
          }}
        >
          {words.keepTheirs}
        </button>
      </div>
    </div>
  );
};
