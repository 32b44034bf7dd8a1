import type { ReactElement } from "react";
import { french } from "#ground";
import { Button, Hidden, Icon, PublicPage, telephoneLink } from "#ground/screens";
import { dayInWords } from "../estimate/day-in-words.ts";
import { LocalBenefits } from "../benefit/LocalBenefits.screen.tsx";
import type { LocalBenefitsShown } from "../benefit/local-benefits.contract.ts";
import type { RightInResult, RightsResult } from "./result.ts";
import { RightCard, RightLine } from "./RightCard.screen.tsx";
import { resultWords } from "./result.words.ts";
import { addressOf, type SimulatorPage } from "./simulator-page.ts";
import type { AnswerRead } from "./SimulatorPages.screen.tsx";

const words = resultWords.fr;

interface ResultPageProps extends SimulatorPage {
  readonly result: RightsResult;
  readonly lines: readonly AnswerRead[];
  /** Where « Revoir mes réponses » leads. */
  readonly lastPlace: number;
  readonly isForeign: boolean;
  /** « 20 novembre 2026 » */
  readonly today: string;
  /** Benefits near her home; undefined as long as she did not say where it is. */
  readonly local: LocalBenefitsShown | undefined;
}

/** Résultat : three groups, from what is likely to what is not for now; then what stands around the figures, and a human voice. */
export const ResultPage = ({
  result,
  lines,
  lastPlace,
  isForeign,
  today,
  local,
  answers,
  isDone: _,
  ...frame
}: ResultPageProps): ReactElement => (
  <PublicPage {...frame} title={words.title} sheet="result">
    <h1>{french(words.title)}</h1>
    <p className="lead">{french(words.decides)}</p>
    <p className="printed">{french(words.printed(today, frame.brand?.name))}</p>
    {result.complaints.length > 0 ? <Complaints sentences={result.complaints} /> : <Found result={result} isForeign={isForeign} />}
    <section className="stack unprinted">
      <h2>{french(words.next)}</h2>
      <p>{french(words.callLead)}</p>
      <form method="post" className="actions" action={addressOf(frame, "rappel")}>
        <Hidden name="reponses" value={answers} />
        <Hidden name="fini" value="1" />
        <Button>{words.callBack}</Button>
        {frame.brand && (
          <a className="button" href={telephoneLink(frame.brand.phone)}>
            <Icon name="phone" /> {french(frame.brand.phone)}
          </a>
        )}
        <Button kind="secondary" formAction={addressOf(frame, "lien")}>
          <Icon name="link" /> {words.keep}
        </Button>
        <Button kind="quiet" formAction={addressOf(frame, lastPlace)}>
          <Icon name="arrow-left" /> {words.review}
        </Button>
      </form>
      <p className="muted">{french(words.print)}</p>
      <p className="muted">{french(words.nothing)}</p>
    </section>
    <section className="stack local">
      <h2>{french(local === undefined ? words.localNowhere : words.local(local.commune.name))}</h2>
      {local === undefined ? (
        <p>{french(words.localUnknown)}</p>
      ) : (
        <LocalBenefits found={local} signalHref={`${frame.prefix}/aides-locales/signaler?commune=${local.commune.code}`} />
      )}
    </section>
    <Around result={result} />
    <Answers lines={lines} page={{ ...frame, answers, isDone: true }} />
  </PublicPage>
);

const Complaints = ({ sentences }: { readonly sentences: readonly string[] }): ReactElement => (
  <section className="notice careful stack">
    <h2>{french(words.complaints)}</h2>
    <p>{french(words.complaintsLead)}</p>
    <ul className="bullets">
      {sentences.map((sentence) => (
        <li key={sentence}>{french(sentence)}</li>
      ))}
    </ul>
  </section>
);

const Found = ({ result, isForeign }: { readonly result: RightsResult; readonly isForeign: boolean }): ReactElement => (
  <>
    {isForeign && (
      <section className="notice stack">
        <h2>{french(words.foreign)}</h2>
        <p>{french(words.foreignLead)}</p>
      </section>
    )}
    {!isForeign && <NotReceived result={result} />}
    <section className="stack">
      <h2>{words.may}</h2>
      {result.may.length === 0 && <p>{french(words.mayNone)}</p>}
      {result.may.map((right) => (
        <RightCard key={right.right} right={right} kind="may" />
      ))}
    </section>
    {result.check.length + result.checkToo.length > 0 && (
      <section className="stack">
        <h2>{words.check}</h2>
        <p>{french(words.checkLead)}</p>
        {result.check.map((right) => (
          <RightCard key={right.right} right={right} kind="check" />
        ))}
        <Named title={words.checkToo} rights={result.checkToo} />
      </section>
    )}
    {result.not.length + result.notForYou.length > 0 && (
      <section className="stack">
        <h2>{french(words.not)}</h2>
        <p>{french(words.notLead)}</p>
        <ul className="reasons">
          {result.not.map((right) => (
            <RightLine key={right.right} right={right} />
          ))}
        </ul>
        <Named title={words.notForYou(result.notForYou.length)} rights={result.notForYou} />
      </section>
    )}
  </>
);

const NotReceived = ({ result: { notReceived } }: { readonly result: RightsResult }): ReactElement => {
  if (notReceived === undefined) return <p className="notice">{french(words.unknownReceived)}</p>;
  if (notReceived.month === undefined && notReceived.year === undefined) return <p className="notice">{french(words.nothingLost)}</p>;
  return (
    <section className="key-number">
      <h2>{french(notReceived.month === undefined ? words.lostOnlyYear : words.lost)}</h2>
      <p className="number">{french(notReceived.month ?? notReceived.year ?? "")}</p>
      {notReceived.month !== undefined && notReceived.year !== undefined && <p>{french(words.lostYear(notReceived.year))}</p>}
      <p className="small">{french(words.lostMoves)}</p>
    </section>
  );
};

const Named = ({ title, rights }: { readonly title: string; readonly rights: readonly RightInResult[] }): ReactElement | null =>
  rights.length === 0 ? null : (
    <details>
      <summary>{french(title)}</summary>
      <ul className="reasons">
        {rights.map((right) => (
          <RightLine key={right.right} right={right} />
        ))}
      </ul>
    </details>
  );

/** What stands around every figure: what is supposed, and how old the scales are. */
const Around = ({ result: { assumptions, scalesFrom, hasOldScales } }: { readonly result: RightsResult }): ReactElement => (
  <section className="stack">
    <h2>{french(words.assumptions)}</h2>
    <ul className="bullets">
      {assumptions.map((sentence) => (
        <li key={sentence}>{french(sentence)}</li>
      ))}
    </ul>
    {scalesFrom !== undefined && <p className="muted">{french(words.scales(dayInWords(scalesFrom, "fr")))}</p>}
    {hasOldScales && <p className="muted">{french(words.oldScales)}</p>}
  </section>
);

const Answers = ({ lines, page }: { readonly lines: readonly AnswerRead[]; readonly page: SimulatorPage }): ReactElement => (
  <details className="answers">
    <summary>{words.answers}</summary>
    <p className="unprinted">{french(words.answersLead)}</p>
    <form method="post" action={addressOf(page, 1)}>
      <Hidden name="reponses" value={page.answers} />
      <Hidden name="fini" value="1" />
      <dl className="facts">
        {lines.map(({ id, place, label, answered }) => (
          <div key={id}>
            <dt>{french(label)}</dt>
            <dd className="row">
              <span>{french(answered)}</span>
              <Button kind="quiet" name="aller" value={id} formAction={addressOf(page, place)}>
                {words.change} <span className="visually-hidden">{french(`: ${label}`)}</span>
              </Button>
            </dd>
          </div>
        ))}
      </dl>
    </form>
  </details>
);
