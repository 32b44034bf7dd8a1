import { Fragment, useRef, useState, type ReactElement } from "react";
import {
  Icon,
  Link,
  navigate,
  send,
  telephoneLink,
  useLanguage,
  useNow,
  useResource,
  useShortcuts,
  Waiting,
  type Answer,
} from "#ground/screens";
import { phoneInPairs } from "#person";
import { CallbackOpenedContract, CallbackSettledContract, CallbacksContract, type CallbackView } from "./callback.contract.ts";
import { PostponeCallback } from "./PostponeCallback.screen.tsx";
import { clockTime, isSameDay, slotOf } from "./callback-time.ts";
import { deskWords } from "./contact.words.ts";

/** Rappels promis : late ones first, then by hour, with the line of the present. J and K move, Entrée opens the file, S calls. */
export function CallbackList(): ReactElement {
  const words = deskWords[useLanguage()];
  const callbacks = useResource("/api/callbacks", CallbacksContract, { live: ["callback."] });
  const now = useNow(30);
  const list = useRef<HTMLDivElement>(null);
  const [news, setNews] = useState("");

  // The list is walked by the links of its files: Entrée then opens the one in focus, as any link does.
  const links = (): HTMLAnchorElement[] =>
    [...(list.current?.querySelectorAll<HTMLAnchorElement>("a[data-file]") ?? [])].filter((link) => link.checkVisibility());
  const move = (by: number): void => {
    const all = links();
    const at = all.findIndex((link) => link === document.activeElement);
    all[Math.min(Math.max(at + by, 0), all.length - 1)]?.focus();
  };
  const start = async (id: string): Promise<void> => {
    const opened = await send(`/api/callbacks/${id}/call`, {}, CallbackOpenedContract);
    if (opened.kind === "done") navigate(`/bureau/echanges/${opened.value.contactId}`);
    else setNews(sentenceOf(opened));
  };
  useShortcuts({
    j: () => {
      move(1);
    },
    k: () => {
      move(-1);
    },
    s: () => {
      const id =
        document.activeElement?.closest<HTMLElement>("[data-callback]")?.dataset["callback"] ??
        links()[0]?.closest<HTMLElement>("[data-callback]")?.dataset["callback"];
      if (id !== undefined) void start(id);
    },
  });

  return (
    <Waiting for={callbacks}>
      {(value) => {
        const late = value.callbacks.filter((callback) => callback.lateMinutes > 0);
        const ahead = value.callbacks.filter((callback) => callback.lateMinutes === 0);
        const today = ahead.filter((callback) => isSameDay(new Date(callback.slotFrom), now));
        const later = ahead.filter((callback) => !today.includes(callback));
        const item = (callback: CallbackView): ReactElement => (
          <CallbackItem
            key={callback.id}
            callback={callback}
            now={now}
            onCall={() => void start(callback.id)}
            onSettled={(sentence) => {
              setNews(sentence);
              callbacks.reload();
            }}
          />
        );
        return (
          <div ref={list}>
            <p className="status-line when-said" role="status">
              {news}
            </p>
            {value.callbacks.length === 0 && <p className="panel empty">{words.noCallback}</p>}
            {late.length > 0 && (
              <section className="day-group" aria-labelledby="late-title">
                <h2 id="late-title">
                  <span className="state alert">
                    <Icon name="alert" /> {words.lateGroup}
                  </span>
                  <span className="badge danger">{late.length}</span>
                </h2>
                <ul className="day-list">{late.map(item)}</ul>
              </section>
            )}
            {today.length > 0 && (
              <section className="day-group" aria-labelledby="promised-title">
                <h2 id="promised-title">
                  {words.promisedGroup} <span className="badge">{today.length}</span>
                </h2>
                <TimeRail callbacks={today} now={now} item={item} />
              </section>
            )}
            {later.length > 0 && (
              <details className="day-group" open={today.length === 0}>
                <summary>{words.laterGroup(later.length)}</summary>
                <ul className="day-list">{later.map(item)}</ul>
              </details>
            )}
            {value.callbacks.length > 0 && <p className="shortcut-hint tiny">{words.keys}</p>}
          </div>
        );
      }}
    </Waiting>
  );
}

const sentenceOf = (answer: Answer<unknown>): string => (answer.kind === "refused" ? answer.sentence : "");

/** The hours of the day, and where we are among them. */
const TimeRail = ({
  callbacks,
  now,
  item,
}: {
  readonly callbacks: readonly CallbackView[];
  readonly now: Date;
  readonly item: (callback: CallbackView) => ReactElement;
}): ReactElement => {
  const words = deskWords[useLanguage()];
  const next = callbacks.findIndex((callback) => new Date(callback.slotFrom) > now);
  const line = (
    <li className="now-line" key="now">
      {words.nowLine}, {clockTime(now)}
    </li>
  );
  return (
    <ul className="day-list">
      {callbacks.map((callback, at) => (
        <Fragment key={callback.id}>
          {at === next && line}
          {item(callback)}
        </Fragment>
      ))}
      {next === -1 && line}
    </ul>
  );
};

interface ItemProps {
  readonly callback: CallbackView;
  readonly now: Date;
  readonly onCall: () => void;
  readonly onSettled: (sentence: string) => void;
}

const CallbackItem = ({ callback, now, onCall, onSettled }: ItemProps): ReactElement => {
  const language = useLanguage();
  const words = deskWords[language];
  const [isOpen, open] = useState(false);
  const about = [
    slotOf(callback, now, language),
    callback.lateMinutes > 0 ? words.late(callback.lateMinutes) : undefined,
    callback.attempts > 0 ? words.attempt(callback.attempts) : undefined,
    callback.isProtected ? words.protectedPerson : undefined,
    callback.mayLeaveMessage ? words.message : words.noMessage,
    callback.commissionerName,
  ].filter((part) => part !== undefined);
  const settle = async (result: "reached" | "not-reached"): Promise<void> => {
    const settled = await send(`/api/callbacks/${callback.id}/result`, { result }, CallbackSettledContract);
    if (settled.kind !== "done") onSettled(sentenceOf(settled));
    else if (settled.value.kind === "moved")
      onSettled(words.movedTo(slotOf({ slotFrom: settled.value.slotFrom ?? "", slotUntil: settled.value.slotUntil ?? "" }, now, language)));
    else onSettled(settled.value.kind === "kept" ? words.kept : words.unreached);
  };
  return (
    <li className="day-item" data-callback={callback.id} {...(callback.lateMinutes > 0 ? { "data-late": "" } : {})}>
      <span className="day-hour">{clockTime(new Date(callback.slotFrom))}</span>
      <div>
        <Link to={`/bureau/personnes/${callback.personId}`} data-file="">
          <strong>{callback.personName}</strong>
        </Link>{" "}
        {callback.phone !== undefined && (
          <a className="nowrap" href={telephoneLink(callback.phone)}>
            {phoneInPairs(callback.phone)}
          </a>
        )}
        <p className="tiny">{about.join(" · ")}</p>
        {isOpen && (
          <PostponeCallback
            callback={callback}
            now={now}
            onSettled={(sentence) => {
              open(false);
              onSettled(sentence);
            }}
          />
        )}
      </div>
      <div className="actions">
        <button type="button" className="button primary compact" onClick={onCall}>
          <Icon name="phone" /> {callback.contactId === undefined ? words.call : words.resume}{" "}
          <span className="visually-hidden">{callback.personName}</span>
        </button>
        {callback.contactId !== undefined && (
          <>
            <button type="button" className="button compact" onClick={() => void settle("reached")}>
              {words.reached}
            </button>
            <button type="button" className="button compact" onClick={() => void settle("not-reached")}>
              {words.notReached}
            </button>
          </>
        )}
        <button
          type="button"
          className="button quiet compact"
          aria-expanded={isOpen}
          onClick={() => {
            open(!isOpen);
          }}
        >
          {words.postpone} <span className="visually-hidden">{callback.personName}</span>
        </button>
      </div>
    </li>
  );
};
