import { useEffect, useImperativeHandle, type KeyboardEvent, type ReactElement, type ReactNode, type Ref } from "react";
import { Icon, useNow } from "#ground/screens";
import { commandAt, withoutLine, type SlashCommand } from "./desk/slash-command.ts";
import { useNotes } from "./desk/use-notes.ts";
import { useSaid, type Said } from "./desk/words.ts";
import type { NotesState } from "./desk/notes-keeper.ts";
import type { ExchangeShown } from "./exchange.contract.ts";

/** What the screen around may do to the notes. */
export interface NotesHandle {
  /** Takes a line out, if it still stands there. */
  readonly takeOut: (line: string) => void;
}

/** Notes d'écoute : one plain text, saved by itself. What is cut or written twice is said where one writes. */
export const Notes = (props: {
  readonly exchange: ExchangeShown;
  readonly field: Ref<HTMLTextAreaElement>;
  readonly handle?: Ref<NotesHandle>;
  /** Each time that the text changes. */
  readonly onText?: (text: string) => void;
  /** A line that begins with « /besoin », « /demande » or « /tache », once Entrée is pressed in it. */
  readonly onCommand?: (command: SlashCommand) => void;
  /** In the head of the panel: the way of listening. */
  readonly head?: ReactNode;
  readonly rows?: number;
  /** What is read in the notes stands under them. */
  readonly children?: ReactNode;
}): ReactElement => {
  const { notes: words } = useSaid();
  const { onText, onCommand } = props;
  const { text, state, write, settle, retry } = useNotes(props.exchange);
  useEffect(() => {
    onText?.(text);
  }, [text, onText]);
  useImperativeHandle(props.handle, () => ({
    takeOut: (line) => {
      write(withoutLine(text, line));
    },
  }));
  const press = (event: KeyboardEvent<HTMLTextAreaElement>): void => {
    if (event.key !== "Enter" || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey || event.nativeEvent.isComposing) return;
    const field = event.currentTarget;
    const command = field.selectionStart === field.selectionEnd ? commandAt(field.value, field.selectionStart) : undefined;
    if (!command || !onCommand) return;
    event.preventDefault();
    onCommand(command);
  };
  return (
    <section className="panel listening" aria-label={words.title}>
      <div className="panel-head">
        <h2>
          <label htmlFor="notes">{words.title}</label>
        </h2>
        <SavedState state={state} />
        {props.head}
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
        rows={props.rows ?? 6}
        value={text}
        aria-keyshortcuts="F2"
        onKeyDown={press}
        onChange={(event) => {
          write(event.target.value);
        }}
      />
      {state.kind === "conflict" ? <BothTexts mine={text} theirs={state.theirs} onDecide={settle} /> : null}
      {props.children}
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
