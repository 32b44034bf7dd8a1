import { useCallback, useEffect, useRef, useState, type ReactElement, type ReactNode } from "react";
import { Icon, useCommands, useResource, useShortcuts, Waiting } from "#ground/screens";
import { ClosingBar } from "./ClosingBar.screen.tsx";
import { DangerButton, useDanger } from "./Danger.screen.tsx";
import { Demands } from "./Demands.screen.tsx";
import type { SlashCommand } from "./desk/slash-command.ts";
import { useSuggestions, type SuggestionsInHand } from "./desk/use-suggestions.ts";
import { useMode } from "./desk/use-mode.ts";
import { useSettled } from "./desk/use-settled.ts";
import { useSaid } from "./desk/words.ts";
import { Emotions } from "./Emotions.screen.tsx";
import { ExchangeContract, type ExchangeShown } from "./exchange.contract.ts";
import { Fragilities } from "./Fragilities.screen.tsx";
import type { ListeningMode } from "./mode.ts";
import { ModeSegment } from "./ModeSegment.screen.tsx";
import { Needs } from "./Needs.screen.tsx";
import { NewTask } from "./NewTask.screen.tsx";
import { Notes, type NotesHandle } from "./Notes.screen.tsx";
import { Suggestions } from "./Suggestions.screen.tsx";
import { Tour } from "./Tour.screen.tsx";

/** What the other rooms put around the listening: the call bar above, the person left, the answers right. */
export interface AroundExchange {
  readonly bar: (exchange: ExchangeShown, danger: ReactElement, reload: () => void) => ReactNode;
  readonly left: (exchange: ExchangeShown, reload: () => void) => ReactNode;
  /** @param notes as they stand once typing pauses: a later room may read them in the page */
  readonly right: (exchange: ExchangeShown, reload: () => void, mode: ListeningMode, notes: string) => ReactNode;
  /** In two minutes: the answer first. @param head to stand in the head of its panel */
  readonly answerFirst: (exchange: ExchangeShown, reload: () => void, head: ReactElement) => ReactNode;
  /** Just before closing, in the course of the page: never in the way. */
  readonly before: (exchange: ExchangeShown, reload: () => void) => ReactNode;
}

/**
 * Échange en cours : one screen, no tab that hides work. The rooms around are given by the desk that assembles them.
 * @param onClosed where to go once the exchange is closed
 */
export const ExchangeDesk = (props: {
  readonly contactId: string;
  readonly around: AroundExchange;
  readonly onClosed: () => void;
}): ReactElement => {
  const resource = useResource(`/api/exchanges/${props.contactId}`, ExchangeContract, { live: ["situation.changed", "contact.changed"] });
  return (
    <Waiting for={resource}>
      {(exchange) => (
        <Listening key={exchange.contact.id} exchange={exchange} around={props.around} reload={resource.reload} onClosed={props.onClosed} />
      )}
    </Waiting>
  );
};

type Adding = "demand" | "need" | "task" | undefined;

const Listening = (props: {
  readonly exchange: ExchangeShown;
  readonly around: AroundExchange;
  readonly reload: () => void;
  readonly onClosed: () => void;
}): ReactElement => {
  const { commands } = useSaid();
  const { exchange, around, reload } = props;
  const notes = useRef<HTMLTextAreaElement>(null);
  const [adding, setAdding] = useState<Adding>();
  const [asked, setAsked] = useState<SlashCommand>();
  const handle = useRef<NotesHandle>(null);
  const suggestions = useSuggestions(exchange, reload);
  const [settledNotes, hearSettled] = useSettled(exchange.notes.text);
  const hearInSuggestions = suggestions.hear;
  const hear = useCallback(
    (text: string) => {
      hearInSuggestions(text);
      hearSettled(text);
    },
    [hearInSuggestions, hearSettled],
  );
  const danger = useDanger({
    exchange,
    ...(suggestions.danger && suggestions.machine ? { asked: { danger: suggestions.danger, machine: suggestions.machine } } : {}),
    onAnswered: suggestions.dangerAnswered,
    reload,
  });
  const hasSituation = exchange.situation !== undefined;
  const obey = useCallback(
    (command: SlashCommand) => {
      if (!hasSituation) return;
      setAsked(command);
      setAdding(command.form);
    },
    [hasSituation],
  );
  const change = (next: (adding: Adding) => Adding): void => {
    // A form that ends, saved or not, has nothing more to do with the line that asked for it.
    setAsked((command) => (next(adding) === command?.form ? command : undefined));
    setAdding(next);
  };
  const [mode, setMode] = useMode(exchange.me, exchange.contact.id);
  const isBrief = mode === "brief";
  // Somebody is speaking: what is typed goes to the notes at once, and never to single-letter shortcuts. In two minutes, the search of an
  // answer comes first and takes the focus itself.
  const isOver = exchange.contact.endedAt !== undefined;
  useEffect(() => {
    if (!isOver && !isBrief) notes.current?.focus();
  }, [isOver, isBrief]);
  const segment = <ModeSegment mode={mode} onMode={setMode} />;
  const urgency = exchange.situation?.urgency.level;
  useEffect(() => {
    // The band pushes the screen down: the line being written stays in sight.
    if (danger.isOpen && document.activeElement === notes.current) notes.current?.scrollIntoView({ block: "nearest" });
  }, [danger.isOpen, urgency]);
  useShortcuts({
    F2: () => notes.current?.focus(),
    n: () => {
      setAdding("need");
    },
    d: () => {
      // In two minutes the demand is noted where the exchange closes, unless one was.
      const words = isBrief ? document.getElementById("brief-words") : null;
      if (words) words.focus();
      else setAdding("demand");
    },
  });
  useCommands([
    { name: commands.notes, key: "F2", act: () => notes.current?.focus() },
    {
      name: commands.danger,
      key: "F8",
      act: () => {
        if (!danger.isOpen) danger.toggle();
      },
    },
    {
      name: commands.need,
      key: "N",
      act: () => {
        setAdding("need");
      },
    },
    {
      name: commands.demand,
      key: "D",
      act: () => {
        setAdding("demand");
      },
    },
    { name: commands.task, key: "X", act: () => document.getElementById("next-what")?.focus() },
  ]);
  const button = <DangerButton situation={exchange.situation} isOpen={danger.isOpen} onPress={danger.toggle} />;
  return (
    <>
      {around.bar(exchange, button, reload)}
      {danger.band}
      <main className="desk" id="content" tabIndex={-1}>
        <div className="desk-left">{around.left(exchange, reload)}</div>
        <div className="desk-middle">
          {isBrief ? around.answerFirst(exchange, reload, segment) : null}
          <Notes
            exchange={exchange}
            field={notes}
            handle={handle}
            onText={hear}
            onCommand={obey}
            {...(isBrief ? { rows: 3 } : { head: segment })}
          >
            <Suggestions inHand={suggestions} notes={notes} />
          </Notes>
          <Middle
            exchange={exchange}
            mode={mode}
            adding={adding}
            onAdding={change}
            typed={asked !== undefined && asked.form === adding ? asked.words : ""}
            onSaved={() => {
              if (!asked) return;
              handle.current?.takeOut(asked.line);
              notes.current?.focus();
            }}
            suggestions={suggestions}
            reload={reload}
          />
          {around.before(exchange, reload)}
        </div>
        <div className="desk-right">{around.right(exchange, reload, mode, settledNotes)}</div>
      </main>
      <ClosingBar
        exchange={exchange}
        mode={mode}
        dangerIsAsked={danger.isAsked}
        settle={suggestions.settle}
        reload={reload}
        onClosed={props.onClosed}
      />
    </>
  );
};

/** A form that ends after the other was opened must not close it: one types faster than the server answers. */
const turned =
  (form: "demand" | "need" | "task", isOpen: boolean) =>
  (adding: Adding): Adding =>
    isOpen ? form : adding === form ? undefined : adding;

const Middle = (props: {
  readonly exchange: ExchangeShown;
  readonly mode: ListeningMode;
  readonly adding: Adding;
  readonly onAdding: (change: (adding: Adding) => Adding) => void;
  /** What came from a line of the notes, and what to do with it once it is saved. */
  readonly typed: string;
  readonly onSaved: () => void;
  readonly suggestions: SuggestionsInHand;
  readonly reload: () => void;
}): ReactElement => {
  const { noPerson } = useSaid();
  const { exchange, adding, onAdding, typed, onSaved, suggestions, reload } = props;
  const { machine } = suggestions;
  if (!exchange.situation)
    return (
      <p className="notice panel">
        <Icon name="person" /> {noPerson}
      </p>
    );
  return (
    <>
      {adding === "task" ? (
        <NewTask
          key={typed}
          exchange={exchange}
          typed={typed}
          onSaved={onSaved}
          onEnd={() => {
            onAdding(turned("task", false));
          }}
          reload={reload}
        />
      ) : null}
      <div className="side-by-side">
        <Demands
          typed={typed}
          onSaved={onSaved}
          situation={exchange.situation}
          isAdding={adding === "demand"}
          onAdding={(is) => {
            onAdding(turned("demand", is));
          }}
          reload={reload}
        />
        <Needs
          typed={typed}
          onSaved={onSaved}
          atWork={machine && { contactId: exchange.contact.id, machine }}
          situation={exchange.situation}
          isAdding={adding === "need"}
          onAdding={(is) => {
            onAdding(turned("need", is));
          }}
          reload={reload}
        />
      </div>
      {/* Folded, not taken away: what was answered there and is not signed yet stays. */}
      <div className="listened" hidden={props.mode === "brief"}>
        <Emotions exchange={exchange} proposed={suggestions.emotions} machine={machine} reload={reload} />
        <Tour
          situation={exchange.situation}
          copy={{ name: `tour ${exchange.me} ${exchange.contact.id}`, key: exchange.draftKey }}
          isFolded={props.mode === "brief"}
          reload={reload}
        />
        <Fragilities situationId={exchange.situation.id} />
      </div>
    </>
  );
};
