import type { ReactElement } from "react";
import { french } from "#ground";
import { Button, ButtonLink, DangerNotice, Domain, Hidden, Icon, PublicPage } from "#ground/screens";
import { themeOf } from "#situation";
import { CallUs, type QuizPage } from "./QuizPages.screen.tsx";
import { quizPageWords } from "./quiz-page.words.ts";
import type { FindingShown, QuizResult } from "./quiz-result.ts";
import { isAboutRights } from "./sheet.ts";
import { findSheet, type SheetId } from "./sheets.ts";

const words = quizPageWords.fr.result;

interface ResultPageProps extends QuizPage {
  readonly result: QuizResult;
  readonly isDanger: boolean;
  readonly numbers: readonly string[];
  readonly lastPlace: number;
}

/** Résultat : what the answers show, and why we say so; what to read; and a human voice, offered and never imposed. */
export const ResultPage = ({ result, isDanger, numbers, lastPlace, quiz, answers, ...frame }: ResultPageProps): ReactElement => {
  const address = `${frame.prefix}/faire-le-point/${quiz.id}`;
  return (
    <PublicPage {...frame} title={`${words.title}. ${quiz.title}`}>
      {isDanger && (
        <form method="post" className="notice careful" action={`${address}/rappel`}>
          <Hidden name="reponses" value={answers} />
          <DangerNotice first={numbers}>
            <div className="actions">
              <Button>{words.callBack}</Button>
              <CallUs frame={frame} />
            </div>
          </DangerNotice>
        </form>
      )}
      <h1>{words.title}</h1>
      <p className="lead">{french(words.lead)}</p>
      <div className="stack">
        {result.findings.length === 0 && (
          <section className="panel stack">
            <h2>{french(quiz.calm.shows)}</h2>
            <p>{french(quiz.calm.explains)}</p>
            <SheetLinks ids={quiz.calm.sheets} prefix={frame.prefix} />
          </section>
        )}
        {result.findings.map((shown) => (
          <Shown key={shown.finding.id} shown={shown} prefix={frame.prefix} />
        ))}
      </div>
      <section className="stack">
        <h2>{french(words.call)}</h2>
        <p>{french(words.callLead)}</p>
        <form method="post" className="actions" action={`${address}/rappel`}>
          <Hidden name="reponses" value={answers} />
          <Button kind={isDanger ? "secondary" : "primary"}>{words.callBack}</Button>
          <CallUs frame={frame} />
          <Button kind="quiet" name="retour" value="1" formAction={`${address}/${lastPlace}`}>
            <Icon name="arrow-left" /> {words.review}
          </Button>
        </form>
        <p className="muted">{french(words.nothing)}</p>
      </section>
    </PublicPage>
  );
};

const Shown = ({ shown: { finding, because }, prefix }: { readonly shown: FindingShown; readonly prefix: string }): ReactElement => (
  <section className="panel stack">
    <h2 className="row">
      {finding.needs[0] !== undefined && <Domain id={themeOf(finding.needs[0])} />}
      <span>{french(finding.shows)}</span>
    </h2>
    <p>{french(finding.explains)}</p>
    <SheetLinks ids={finding.sheets} prefix={prefix} />
    {isAboutRights(finding.needs) && (
      <p>
        <ButtonLink href={`${prefix}/mes-droits`} kind="secondary">
          {words.rights}
        </ButtonLink>
      </p>
    )}
    <details>
      <summary>{words.why}</summary>
      <ul className="bullets">
        {because.map(({ asked, answered }) => (
          <li key={asked}>{french(`${asked} « ${answered} »`)}</li>
        ))}
      </ul>
    </details>
  </section>
);

const SheetLinks = ({ ids, prefix }: { readonly ids: readonly SheetId[]; readonly prefix: string }): ReactElement => (
  <ul className="links">
    {ids.map((id) => (
      <li key={id}>
        <a href={`${prefix}/fiches/${id}`}>
          <Icon name="document" /> <span className="visually-hidden">{french(`${words.read} : `)}</span>
          {findSheet(id)?.title}
        </a>
      </li>
    ))}
  </ul>
);
