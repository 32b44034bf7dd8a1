import type { ReactElement } from "react";
import { french, type Frame } from "#ground";
import { Button, ButtonLink, Hidden, Icon, PublicPage } from "#ground/screens";
import { addressOf, type SimulatorPage } from "./simulator-page.ts";
import { simulatorWords } from "./simulator.words.ts";

const words = simulatorWords.fr;

/** Accueil du simulateur : what it is, what it keeps, what is useful at hand. */
export const StartPage = (frame: Frame): ReactElement => (
  <PublicPage {...frame} title={words.title} back={`${frame.prefix}/`}>
    <h1>{words.title}</h1>
    <p className="lead">{french(words.start.lead)}</p>
    <ul className="bullets">
      {words.start.points.map((point) => (
        <li key={point}>{french(point)}</li>
      ))}
    </ul>
    <p>
      <ButtonLink href={addressOf(frame, 1)}>{words.start.begin}</ButtonLink>
    </p>
    <p className="muted">{french(words.start.decides)}</p>
    <h2>{french(words.start.useful)}</h2>
    <ul className="bullets">
      {words.start.papers.map((paper) => (
        <li key={paper}>{french(paper)}</li>
      ))}
    </ul>
  </PublicPage>
);

/** An answer read again. */
export interface AnswerRead {
  readonly id: string;
  readonly place: number;
  readonly label: string;
  readonly answered: string;
}

interface KeepPageProps extends SimulatorPage {
  /** The question she would go on with, or the result. */
  readonly backTo: number | "resultat";
  readonly lines: readonly AnswerRead[];
  /** The answers, signed to be kept: they leave with a yes only. */
  readonly enclosed: string;
}

/** Garder ou non : two buttons alike, nothing chosen beforehand. Both lead to the same page. */
export const KeepPage = ({ backTo, lines, enclosed, answers, isDone, ...frame }: KeepPageProps): ReactElement => (
  <PublicPage {...frame} title={words.keep.title}>
    <form method="post" action={addressOf(frame, backTo)}>
      <Hidden name="reponses" value={answers} />
      {isDone && <Hidden name="fini" value="1" />}
      <Button kind="quiet">
        <Icon name="arrow-left" /> {words.back}
      </Button>
    </form>
    <h1>{french(words.keep.title)}</h1>
    <p className="lead">{french(words.keep.lead)}</p>
    <div className="actions alike">
      <form method="post" action={`${frame.prefix}/rappel/1`}>
        <Hidden name="apporte" value={enclosed} />
        <Button kind="secondary">{words.keep.yes}</Button>
      </form>
      <form method="get" action={`${frame.prefix}/rappel/1`}>
        <Button kind="secondary">{words.keep.no}</Button>
      </form>
    </div>
    <p>
      <strong>{french(words.keep.equal)}</strong>
    </p>
    <p className="muted">{french(words.keep.until)}</p>
    <details>
      <summary>{words.keep.what}</summary>
      <dl className="facts">
        {lines.map(({ id, label, answered }) => (
          <div key={id}>
            <dt>{french(label)}</dt>
            <dd>{french(answered)}</dd>
          </div>
        ))}
      </dl>
    </details>
  </PublicPage>
);

interface LinkPageProps extends SimulatorPage {
  /** The whole address, with the service. */
  readonly link: string;
  readonly until: string;
  readonly backTo: number | "resultat";
}

/** Lien pour revenir : shown to be copied or printed, never sent by us. */
export const LinkPage = ({ link, until, backTo, answers, isDone, ...frame }: LinkPageProps): ReactElement => (
  <PublicPage {...frame} title={words.link.title}>
    <h1>{words.link.title}</h1>
    <p className="lead">{french(words.link.lead)}</p>
    <label className="label" htmlFor="lien">
      {words.link.field}
    </label>
    <textarea className="input" id="lien" rows={9} readOnly defaultValue={link} spellCheck={false} />
    <p>
      <a className="button" href={link}>
        <Icon name="link" /> {words.link.open}
      </a>
    </p>
    <ul className="bullets">
      {words.link.how.map((line) => (
        <li key={line}>{french(line)}</li>
      ))}
    </ul>
    <p>
      <strong>{french(words.link.until(until))}</strong>
    </p>
    <p className="muted">{french(words.link.alone)}</p>
    <form method="post" action={addressOf(frame, backTo)}>
      <Hidden name="reponses" value={answers} />
      {isDone && <Hidden name="fini" value="1" />}
      <Button kind="quiet">
        <Icon name="arrow-left" /> {backTo === "resultat" ? words.link.backToResult : words.link.backToQuestions}
      </Button>
    </form>
  </PublicPage>
);

interface ResumePageProps extends SimulatorPage {
  readonly count: number;
  /** The first question without an answer; undefined when all are answered. */
  readonly next: number | undefined;
}

/** Reprise : what the link held is there again; nothing of it is shown before she goes on. */
export const ResumePage = ({ count, next, answers, isDone, ...frame }: ResumePageProps): ReactElement => (
  <PublicPage {...frame} title={words.resume.title}>
    <h1>{words.resume.title}</h1>
    <p className="lead">{french(words.resume.lead(count))}</p>
    <form method="post" className="form" action={addressOf(frame, next ?? "resultat")}>
      <Hidden name="reponses" value={answers} />
      {isDone && <Hidden name="fini" value="1" />}
      <Button>{next === undefined ? words.resume.result : words.resume.continue}</Button>
      <div className="actions">
        {next !== undefined && (
          <Button kind="secondary" formAction={addressOf(frame, "resultat")}>
            {words.resume.result}
          </Button>
        )}
        <Button kind="secondary" formAction={addressOf(frame, 1)}>
          {words.resume.fromStart}
        </Button>
      </div>
    </form>
    <p className="muted">{french(words.reassurance)}</p>
  </PublicPage>
);

interface LostLinkPageProps extends Frame {
  readonly kind: "too-old" | "unreadable";
}

/** Lien qui ne s'ouvre pas : said plainly, with the way to begin again. */
export const LostLinkPage = ({ kind, ...frame }: LostLinkPageProps): ReactElement => {
  const title = kind === "too-old" ? words.resume.tooOldTitle : words.resume.unreadableTitle;
  return (
    <PublicPage {...frame} title={title} back={`${frame.prefix}/mes-droits`}>
      <h1>{title}</h1>
      <p className="lead">{french(kind === "too-old" ? words.resume.tooOld : words.resume.unreadable)}</p>
      <p>
        <ButtonLink href={addressOf(frame, 1)}>{words.resume.begin}</ButtonLink>
      </p>
    </PublicPage>
  );
};
