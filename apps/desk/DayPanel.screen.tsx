import { useId, type ReactElement, type ReactNode } from "react";
import type { ZodType } from "zod";
import { clockTimeOf, dayOf, timeInWords } from "#engines/calendar";
import { Icon, Link, useLanguage, useNow, useResource, Waiting, type Language } from "#ground/screens";
import { dayWords } from "./day.words.ts";

/** One line of the day: about whom, what, by when, and where it is worked on. */
export interface DayLine {
  readonly key: string;
  readonly name: string;
  readonly sentence: string;
  readonly due: string;
  /** It has been waiting since then, and is not late. */
  readonly hasArrived?: boolean;
  readonly place: string | undefined;
  /** What may be done from here. */
  readonly deed?: ReactNode;
}

interface Props<Item> {
  readonly title: string;
  readonly path: string;
  readonly contract: ZodType<readonly Item[]>;
  readonly live: readonly string[];
  readonly line: (item: Item, reload: () => void) => DayLine;
  /** Said when there is nothing; without it, the panel is then not shown at all. */
  readonly empty?: string;
  readonly beside?: ReactNode;
}

/** A panel of « ma journée » : its title, how many, and one calm line each, the most pressing first. */
export function DayPanel<Item>(props: Props<Item>): ReactElement | null {
  const titleId = useId();
  const resource = useResource(props.path, props.contract, { live: props.live });
  if (props.empty === undefined && (resource.state === "loading" || (resource.state === "ready" && resource.value.length === 0)))
    return null;
  return (
    <section className="panel" aria-labelledby={titleId}>
      <div className="panel-head">
        <h2 id={titleId}>
          {props.title}{" "}
          {resource.state === "ready" && resource.value.length > 0 ? <span className="badge">{resource.value.length}</span> : null}
        </h2>
        {props.beside}
      </div>
      <Waiting for={resource}>
        {(items) =>
          items.length === 0 ? (
            <p className="muted small">{props.empty}</p>
          ) : (
            <Lines lines={items.map((item) => props.line(item, resource.reload))} />
          )
        }
      </Waiting>
    </section>
  );
}

const shownAtFirst = 6;

/** The first lines; the others wait folded, so that a heavy day stays readable. */
const Lines = ({ lines }: { readonly lines: readonly DayLine[] }): ReactElement => {
  const words = dayWords[useLanguage()];
  const rest = lines.slice(shownAtFirst);
  return (
    <>
      <ul className="briefs">
        {lines.slice(0, shownAtFirst).map((line) => (
          <Brief key={line.key} line={line} />
        ))}
      </ul>
      {rest.length > 0 && (
        <details>
          <summary>{words.others(rest.length)}</summary>
          <ul className="briefs">
            {rest.map((line) => (
              <Brief key={line.key} line={line} />
            ))}
          </ul>
        </details>
      )}
    </>
  );
};

const Brief = ({ line }: { readonly line: DayLine }): ReactElement => {
  const language = useLanguage();
  const now = useNow(60);
  const due = new Date(line.due);
  const isLate = due < now && line.hasArrived !== true;
  return (
    <li className="brief" {...(isLate ? { "data-late": "" } : {})}>
      <p className="brief-head">
        {line.place === undefined ? <strong>{line.name}</strong> : <Link to={line.place}>{line.name}</Link>}
        <span className={isLate ? "state alert" : "state no"}>
          <Icon name={isLate ? "alert" : "clock"} />
          {line.hasArrived === true ? whenSaid(due, now, language) : dueSaid(due, now, language)}
        </span>
      </p>
      <p className="brief-said">
        <span>{line.sentence}</span>
        {line.deed}
      </p>
    </li>
  );
};

/** « en retard, mar. 17 nov. », « avant 15 h 15 », « avant lun. 23 nov. ». */
const dueSaid = (due: Date, now: Date, language: Language): string => {
  const words = dayWords[language];
  return (due < now ? words.late : words.before)(whenSaid(due, now, language));
};

/** The hour today, the day otherwise. */
const whenSaid = (at: Date, now: Date, language: Language): string => {
  if (dayOf(at) === dayOf(now)) return language === "fr" ? timeInWords(at) : clockTimeOf(at);
  const locale = language === "fr" ? "fr-FR" : "en-GB";
  return new Intl.DateTimeFormat(locale, { timeZone: "Europe/Paris", weekday: "short", day: "numeric", month: "short" }).format(at);
};
