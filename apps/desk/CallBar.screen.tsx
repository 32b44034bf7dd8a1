import type { ReactElement } from "react";
import { navigate, send, useLanguage, useNow } from "#ground/screens";
import type { ExchangeShown } from "#situation/screens";
import { frameWords } from "./desk.words.ts";
import type { Session } from "./session.ts";

/** « 06:42 », then « 1:06:42 ». */
const lasted = (from: Date, until: Date): string => {
  const seconds = Math.max(0, Math.floor((until.getTime() - from.getTime()) / 1000));
  const two = (value: number): string => String(value).padStart(2, "0");
  const hours = Math.floor(seconds / 3600);
  return `${hours > 0 ? `${hours}:` : ""}${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
};

/** Nobody answers: the exchange ends here, and the promise it was to keep moves to another time of day. */
const leave = async (contactId: string): Promise<void> => {
  const left = await send(`/api/contacts/${contactId}/no-answer`, {});
  if (left.kind === "done") navigate("/bureau");
};

/** Bandeau de l'échange : since when, by which channel, for which service; danger is always at hand. */
export function CallBar(props: {
  readonly exchange: ExchangeShown;
  readonly session: Session;
  /** Her name, once her file is read. */
  readonly name: string | undefined;
  readonly danger: ReactElement;
}): ReactElement {
  const words = frameWords[useLanguage()];
  const now = useNow(1);
  const { contact, commissionerId } = props.exchange;
  const service = props.session.memberships.find((each) => each.commissionerId === commissionerId);
  const { name } = props;
  const isAnonymous = props.exchange.personKind === "anonymous";
  const isOver = contact.endedAt !== undefined;
  return (
    <section className="call-bar" aria-label={words.call}>
      <div className="call-time">
        {isOver ? null : <span className="live" />}
        <span>
          <span className="visually-hidden">{words.duration}</span>
          {lasted(new Date(contact.startedAt), isOver ? new Date(contact.endedAt ?? "") : now)}
        </span>
      </div>
      <div>
        <h1 className="call-name">{name ?? (isAnonymous ? words.anonymousChannels : words.channels)[contact.channel]}</h1>
        <p className="call-about">
          {service ? <strong>{service.name}</strong> : null}
          <span>
            {[
              isOver ? words.ended : name === undefined ? undefined : words.channels[contact.channel],
              contact.direction === "out" ? words.outgoing : words.incoming,
            ]
              .filter((part) => part !== undefined)
              .map((part) => ` · ${part}`)
              .join("")}
          </span>
        </p>
      </div>
      <div className="call-actions">
        {isOver || contact.direction === "in" || contact.channel !== "call" ? null : (
          <button type="button" className="button" onClick={() => void leave(contact.id)}>
            {words.noAnswer}
          </button>
        )}
        {props.danger}
      </div>
    </section>
  );
}
