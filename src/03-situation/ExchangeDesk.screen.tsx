import { useEffect, useRef, useState, type ReactElement, type ReactNode } from "react";
import { Icon, useResource, useShortcuts, Waiting } from "#ground/screens";
import { ClosingBar } from "./ClosingBar.screen.tsx";
import { DangerButton, useDanger } from "./Danger.screen.tsx";
import { Demands } from "./Demands.screen.tsx";
import { useSaid } from "./desk/words.ts";
import { Emotions } from "./Emotions.screen.tsx";
import { ExchangeContract, type ExchangeShown } from "./exchange.contract.ts";
import { Needs } from "./Needs.screen.tsx";
import { Notes } from "./Notes.screen.tsx";
import { Tour } from "./Tour.screen.tsx";

/** What the other rooms put around the listening: the call bar above, the person left, the answers right. */
export interface AroundExchange {
  readonly bar: (exchange: ExchangeShown, danger: ReactElement, reload: () => void) => ReactNode;
  readonly left: (exchange: ExchangeShown, reload: () => void) => ReactNode;
  readonly right: (exchange: ExchangeShown, reload: () => void) => ReactNode;
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

type Adding = "demand" | "need" | undefined;

const Listening = (props: {
  readonly exchange: ExchangeShown;
  readonly around: AroundExchange;
  readonly reload: () => void;
  readonly onClosed: () => void;
}): ReactElement => {
  const { exchange, around, reload } = props;
  const notes = useRef<HTMLTextAreaElement>(null);
  const [adding, setAdding] = useState<Adding>();
  const danger = useDanger(exchange.situation, reload);
  // Somebody is speaking: what is typed goes to the notes at once, and never to single-letter shortcuts.
  const isOver = exchange.contact.endedAt !== undefined;
  useEffect(() => {
    if (!isOver) notes.current?.focus();
  }, [isOver]);
  useShortcuts({
    F2: () => notes.current?.focus(),
    n: () => {
      setAdding("need");
    },
    d: () => {
      setAdding("demand");
    },
  });
  const button = <DangerButton situation={exchange.situation} isOpen={danger.isOpen} onPress={danger.toggle} />;
  return (
    <>
      {around.bar(exchange, button, reload)}
      {danger.band}
      <main className="desk" id="content" tabIndex={-1}>
        <div className="desk-left">{around.left(exchange, reload)}</div>
        <div className="desk-middle">
          <Notes exchange={exchange} field={notes} />
          <Middle exchange={exchange} adding={adding} onAdding={setAdding} reload={reload} />
        </div>
        <div className="desk-right">{around.right(exchange, reload)}</div>
      </main>
      <ClosingBar exchange={exchange} dangerIsAsked={danger.isAsked} reload={reload} onClosed={props.onClosed} />
    </>
  );
};

/** A form that ends after the other was opened must not close it: one types faster than the server answers. */
const turned =
  (form: "demand" | "need", isOpen: boolean) =>
  (adding: Adding): Adding =>
    isOpen ? form : adding === form ? undefined : adding;

const Middle = (props: {
  readonly exchange: ExchangeShown;
  readonly adding: Adding;
  readonly onAdding: (change: (adding: Adding) => Adding) => void;
  readonly reload: () => void;
}): ReactElement => {
  const { noPerson } = useSaid();
  const { exchange, adding, onAdding, reload } = props;
  if (!exchange.situation)
    return (
      <p className="notice panel">
        <Icon name="person" /> {noPerson}
      </p>
    );
  return (
    <>
      <div className="side-by-side">
        <Demands
          situation={exchange.situation}
          isAdding={adding === "demand"}
          onAdding={(is) => {
            onAdding(turned("demand", is));
          }}
          reload={reload}
        />
        <Needs
          situation={exchange.situation}
          isAdding={adding === "need"}
          onAdding={(is) => {
            onAdding(turned("need", is));
          }}
          reload={reload}
        />
      </div>
      <Emotions exchange={exchange} reload={reload} />
      <Tour exchange={exchange} reload={reload} />
    </>
  );
};
