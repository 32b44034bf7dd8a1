import { useRef, type ReactElement } from "react";
import { french, Icon, Link, Refused, useDeed, useLanguage } from "#ground/screens";
import { dayInWords } from "../estimate/day-in-words.ts";
import { DoneContract, type ApplicationShown } from "./application.contract.ts";
import { amountSaid, deadlineSaid, rightSaid } from "./application-said.ts";
import { applicationWords } from "./application.words.ts";
import { ApplicationState } from "./ApplicationState.screen.tsx";
import { GestureForm } from "./GestureForm.screen.tsx";
import type { GestureKind } from "./application.ts";
import { Papers } from "./Papers.screen.tsx";

interface Props {
  readonly application: ApplicationShown;
  readonly today: string;
  /** Which gesture is being noted here; one form is open on the page at most. */
  readonly doing: GestureKind | undefined;
  readonly onDo: (kind: GestureKind | undefined) => void;
  readonly onChanged: (said: string) => void;
}

/** Une démarche : where it stands, what comes next and until when, what may be noted, what to bring, its letters, its story. */
export const ApplicationCard = (props: Props): ReactElement => {
  const { application, doing } = props;
  const language = useLanguage();
  const words = applicationWords[language];
  const title = useRef<HTMLHeadingElement>(null);
  const end = (isSaved: boolean): void => {
    props.onDo(undefined);
    title.current?.focus();
    if (isSaved && doing !== undefined) props.onChanged(words.saved(gestureSaid(application, doing, language)));
  };
  return (
    <article className="panel application" data-state={application.state} aria-labelledby={`demarche-${application.id}`}>
      <div className="panel-head">
        <h2 id={`demarche-${application.id}`} ref={title} tabIndex={-1}>
          {french(rightSaid(application, language))}
        </h2>
        <span className="row wrap">
          {application.amount === null ? null : <strong>{amountSaid(application.amount, language)}</strong>}
          <ApplicationState application={application} />
        </span>
      </div>
      <WhatComes application={application} />
      <Gestures {...props} />
      {doing === undefined ? null : <GestureForm key={doing} application={application} kind={doing} today={props.today} onEnd={end} />}
      <Letters application={application} />
      {["to-do", "asked"].includes(application.state) ? <Papers papers={application.papers} /> : null}
      <Story application={application} />
    </article>
  );
};

/** « C'est accordé », « la couverture est ouverte » : what a gesture is called for this right, from where it stands. */
const gestureSaid = (application: ApplicationShown, kind: GestureKind, language: "fr" | "en"): string => {
  const words = applicationWords[language];
  if (kind === "pay" && !application.needsAmount && application.right !== null) return words.payCover;
  return kind === "ask" && application.state === "refused" ? words.askAgain : words.gestures[kind];
};

/** The awaited gesture comes first. */
const inUse = ({ mayDo, state }: ApplicationShown): readonly GestureKind[] =>
  mayDo.toSorted((a, b) => Number(b === awaited[state]) - Number(a === awaited[state]));

/** The gesture that is awaited, which the eye must find first. */
const awaited: Readonly<Partial<Record<ApplicationShown["state"], GestureKind>>> = {
  "to-do": "ask",
  asked: "grant",
  refused: "appeal",
  appealed: "grant",
  granted: "pay",
};

/** The day that matters, and why; the last day of an appeal stands out. */
const WhatComes = ({ application }: { readonly application: ApplicationShown }): ReactElement | null => {
  const language = useLanguage();
  const words = applicationWords[language];
  const { deadline, rule } = application;
  if (!deadline) return null;
  if (deadline.kind === "appeal")
    return (
      <div className="last-day" data-past={deadline.isPast ? "" : undefined}>
        <p>
          <Icon name="calendar" />{" "}
          {deadline.isPast ? (
            <strong>{french(deadlineSaid(deadline, language))}</strong>
          ) : (
            <>
              {french(`${words.lastDay} : `)}
              <strong>{dayInWords(deadline.on, language)}</strong>
            </>
          )}
        </p>
        <p className="small">{french(words.appealHow(words.appealBodies[rule.appealTo]))}</p>
        {rule.appealArticle === null ? null : <p className="tiny">{french(words.article(rule.appealArticle))}</p>}
      </div>
    );
  const why =
    deadline.kind === "ask"
      ? { text: words.starts[rule.start], article: rule.startArticle }
      : deadline.kind === "answer"
        ? { text: rule.silenceIsRefusal ? words.silence(rule.silenceMonths) : words.silenceUnknown, article: rule.silenceArticle }
        : undefined;
  return (
    <div className="what-comes">
      <p className={deadline.isPast ? "state alert" : deadline.kind === "ask" && application.losesAMonth ? "state ask" : "state"}>
        <Icon name={deadline.isPast ? "alert" : "calendar"} />
        {french(deadlineSaid(deadline, language))}
      </p>
      {why ? (
        <p className="small muted">
          {french(why.text)} {why.article === null ? null : <span className="tiny">{french(words.article(why.article))}</span>}
        </p>
      ) : null}
      {deadline.kind === "ask" ? <p className="small">{french(words.where(words.bodies[rule.body]))}</p> : null}
    </div>
  );
};

const Gestures = ({ application, doing, onDo, onChanged }: Props): ReactElement => {
  const language = useLanguage();
  const words = applicationWords[language];
  const { act, problem } = useDeed();
  const undo = async (): Promise<void> => {
    if (await act(`/api/applications/${application.id}/undo`, {}, DoneContract)) onChanged(words.undone);
  };
  const undone =
    application.undoable === "open" ? words.opened : application.undoable && gestureSaid(application, application.undoable, language);
  return (
    <>
      <div className="actions">
        {inUse(application).map((kind) => (
          <button
            key={kind}
            type="button"
            className={
              kind === awaited[application.state]
                ? "button primary compact"
                : kind === "withdraw"
                  ? "button quiet compact"
                  : "button compact"
            }
            aria-expanded={doing === kind}
            onClick={() => {
              onDo(doing === kind ? undefined : kind);
            }}
          >
            {gestureSaid(application, kind, language)}
          </button>
        ))}
        {undone === null ? null : (
          <button type="button" className="button quiet compact" aria-label={words.undoOf(undone)} onClick={() => void undo()}>
            <Icon name="turn" /> {words.undo}
          </button>
        )}
      </div>
      <Refused sentence={problem?.sentence} />
    </>
  );
};

const Letters = ({ application }: { readonly application: ApplicationShown }): ReactElement | null => {
  const words = applicationWords[useLanguage()];
  if (application.letters.length === 0) return null;
  return (
    <p className="letters">
      <Icon name="mail" /> <span className="visually-hidden">{words.letters} </span>
      {application.letters.map(({ kind, version }) => (
        <Link key={kind} className="inline-link" to={`/bureau/demarches/${application.id}/courriers?courrier=${kind}`}>
          {french(version === 0 ? words.prepare[kind] : words.readLetter(words.letterKinds[kind], version))}
        </Link>
      ))}
    </p>
  );
};

/** All that was done, in order; what was taken back stays, struck through and said. */
const Story = ({ application }: { readonly application: ApplicationShown }): ReactElement => {
  const language = useLanguage();
  const words = applicationWords[language];
  return (
    <details>
      <summary>{words.story}</summary>
      <ol className="timeline">
        {application.steps.map((step) => (
          <li key={step.id} className="event">
            <span className="event-mark">
              <Icon name={step.isUndone ? "dash" : "done"} />
            </span>
            <StepSaid application={application} step={step} />
            <div className="event-date">
              {dayInWords(step.on, language)}
              {step.by === null ? "" : `, ${words.by(step.by)}`}
            </div>
          </li>
        ))}
      </ol>
    </details>
  );
};

const StepSaid = ({
  application,
  step,
}: {
  readonly application: ApplicationShown;
  readonly step: ApplicationShown["steps"][number];
}): ReactElement => {
  const language = useLanguage();
  const words = applicationWords[language];
  const name = step.kind === "open" ? words.opened : gestureSaid(application, step.kind, language);
  const more = [
    step.how === null ? undefined : words.ways[step.how],
    step.toWhom ?? undefined,
    step.reason === null ? undefined : words.reasons[step.reason],
    step.amount === null ? undefined : amountSaid(step.amount, language),
    step.from === null ? undefined : `${words.from.toLowerCase()} ${dayInWords(step.from, language)}`,
    step.proof === null ? undefined : words.proofsShort[step.proof],
    step.note === "" ? undefined : `« ${step.note} »`,
  ].filter((part) => part !== undefined);
  const said = french([name, ...more].join(", "));
  return step.isUndone ? (
    <>
      <s>{said}</s> <span className="tiny">({words.undoneMark})</span>
    </>
  ) : (
    <>{said}</>
  );
};
