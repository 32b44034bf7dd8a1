import { useState, type ReactElement, type ReactNode } from "react";
import { monthInWords, type Month } from "#engines/calendar";
import { french, Icon, Link, Refused, refusedAsAWhole, useDeed, useLanguage, useNow, Waiting, PrintButton } from "#ground/screens";
import { useRights, type RightsInHand } from "../desk/use-rights.ts";
import { questionInWords } from "../facts/question-text.ts";
import { findQuestion } from "../facts/questions.ts";
import { NotTakenUp } from "./ColumnOfRights.screen.tsx";
import { CompareRights } from "./CompareRights.screen.tsx";
import { dayInWords } from "./day-in-words.ts";
import { estimateWords } from "./estimate.words.ts";
import type { FindPlaces } from "./QuestionAnswer.screen.tsx";
import { QuestionList } from "./QuestionList.screen.tsx";
import { RightCard } from "./RightCard.screen.tsx";
import { rightWords } from "./right.words.ts";
import type { ReportShown, RightShown, RightsShown } from "./rights.contract.ts";
import { inSpokenOrder } from "./rights-order.ts";
import { UsefulQuestion } from "./UsefulQuestion.screen.tsx";
import { factsShown } from "./value-in-words.ts";

/**
 * Droits d'une situation, on a page of their own: all of them, all the questions, and why.
 * @param actions what may be done with one right  @param more what other chapters show of the rights of this situation
 */
export const RightsPage = (props: {
  readonly situationId: string;
  readonly actions?: (right: RightShown, reload: () => void) => ReactNode;
  readonly more?: ReactNode;
  readonly findPlaces?: FindPlaces;
}): ReactElement => {
  const inHand = useRights(props.situationId);
  return (
    <main className="page rights-page" id="content" tabIndex={-1}>
      <Waiting for={inHand.resource}>
        {(rights) => <Page rights={rights} inHand={inHand} actions={props.actions} more={props.more} findPlaces={props.findPlaces} />}
      </Waiting>
    </main>
  );
};

const Page = (props: {
  readonly rights: RightsShown;
  readonly inHand: RightsInHand;
  readonly actions: ((right: RightShown, reload: () => void) => ReactNode) | undefined;
  readonly more: ReactNode;
  readonly findPlaces: FindPlaces | undefined;
}): ReactElement => {
  const language = useLanguage();
  const words = estimateWords[language];
  const { page } = words;
  const { rights, inHand } = props;
  const facts = factsShown(rights.questions);
  const month = rights.month as Month;
  const now = useNow(3600);
  const nothingKnown = rights.questions.every(({ fact }) => fact === null);
  return (
    <div className="stack">
      <div className="page-head">
        <h1>{french(page.titleOf(rights.personName))}</h1>
        <div className="actions">
          <Link className="button" to={`/bureau/situations/${rights.situationId}`}>
            {page.back}
          </Link>
          <PrintButton label={page.print} />
        </div>
      </div>
      {rights.oldScales.length === 0 ? null : <OldScales rights={rights} />}
      <div className="rights-columns">
        <div className="stack">
          <Estimate {...props} facts={facts} month={month} nothingKnown={nothingKnown} />
          {props.more}
          {rights.rights.length === 0 ? null : <CompareRights situationId={rights.situationId} />}
        </div>
        <div className="stack">
          <Asking rights={rights} inHand={inHand} findPlaces={props.findPlaces} />
          <QuestionList rights={rights} inHand={inHand} findPlaces={props.findPlaces} />
          <Supposed rights={rights} />
          <Reports rights={rights} />
        </div>
      </div>
      <p className="print-footer">{french(page.printed(dayInWords(now.toISOString(), language)))}</p>
    </div>
  );
};

const OldScales = ({ rights }: { readonly rights: RightsShown }): ReactElement => {
  const language = useLanguage();
  const { page } = estimateWords[language];
  const title = page.oldScales(rights.oldScales.length, dayInWords(rights.oldScales[0]?.lastDate ?? "", language));
  return (
    <section className="notice careful" aria-label={title}>
      <p>
        <strong>
          <Icon name="alert" /> {french(title)}.
        </strong>{" "}
        {french(page.oldScalesEffect)}
      </p>
      <details>
        <summary>{page.oldScalesList}</summary>
        <ul>
          {rights.oldScales.map(({ label, lastDate, months }) => (
            <li key={label}>{french(page.oldScale(label, dayInWords(lastDate, language), months))}</li>
          ))}
        </ul>
      </details>
    </section>
  );
};

const Estimate = (props: {
  readonly rights: RightsShown;
  readonly inHand: RightsInHand;
  readonly facts: ReturnType<typeof factsShown>;
  readonly month: Month;
  readonly nothingKnown: boolean;
  readonly actions: ((right: RightShown, reload: () => void) => ReactNode) | undefined;
}): ReactElement => {
  const language = useLanguage();
  const words = estimateWords[language];
  const { page } = words;
  const { rights } = props;
  return (
    <section className="panel rights-list" aria-labelledby="rights-list-title">
      <div className="panel-head">
        <h2 id="rights-list-title">{page.rights}</h2>
        <span className="muted">{language === "fr" ? french(page.month(monthInWords(props.month))) : props.month}</span>
      </div>
      <p className="muted">{french(page.lead)}</p>
      {props.nothingKnown ? (
        <p className="empty">{french(page.nothingKnown)}</p>
      ) : (
        <>
          <NotTakenUp rights={rights} />
          <ul className="right-cards">
            {inSpokenOrder(rights.rights).map((right) => (
              <RightCard
                key={right.right}
                situationId={rights.situationId}
                right={right}
                facts={props.facts}
                month={props.month}
                isOpen={rights.isOpen}
                actions={props.actions?.(right, props.inHand.resource.reload)}
              />
            ))}
          </ul>
          <p className="tiny">
            {rights.scalesFrom === null ? null : `${french(words.scales(dayInWords(rights.scalesFrom, language)))} `}
            {french(words.say)}
          </p>
        </>
      )}
    </section>
  );
};

/** The next question, and what does not fit together. The figures of the keyboard answer anywhere on the page. */
const Asking = (props: {
  readonly rights: RightsShown;
  readonly inHand: RightsInHand;
  readonly findPlaces: FindPlaces | undefined;
}): ReactElement => {
  const { rights, inHand, findPlaces } = props;
  const language = useLanguage();
  const words = estimateWords[language];
  const [said, say] = useState("");
  const facts = factsShown(rights.questions);
  const month = rights.month as Month;
  const { next } = rights;
  const answer = async (question: string, typed: string): Promise<void> => {
    const asked = findQuestion(question);
    if ((await inHand.answer([{ question, typed }])) && asked) say(words.saved(questionInWords(asked, facts, month, language).label));
  };
  const error = inHand.doing.problem?.fields.find(({ field }) => field === next?.question)?.message;
  return (
    <div className="asking">
      {rights.isOpen && next ? (
        <UsefulQuestion
          next={next}
          facts={facts}
          month={month}
          keys="page"
          error={error}
          findPlaces={findPlaces}
          onAnswer={(question, typed) => void answer(question, typed)}
        />
      ) : (
        <p className="panel muted">{french(rights.isOpen ? words.noMore : words.closed)}</p>
      )}
      <p className="visually-hidden" role="status">
        {said}
      </p>
      <Refused sentence={refusedAsAWhole(inHand.doing.problem)} />
      {rights.complaints.length === 0 ? null : (
        <section className="notice careful" role="alert" aria-label={words.page.complaints}>
          <strong>{words.page.complaints}</strong>
          <ul>
            {rights.complaints.map(({ sentence }) => (
              <li key={sentence}>{french(sentence)}</li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
};

const Supposed = ({ rights }: { readonly rights: RightsShown }): ReactElement | null => {
  const { page } = estimateWords[useLanguage()];
  if (rights.assumptions.length === 0) return null;
  return (
    <section className="panel" aria-labelledby="supposed-title">
      <h2 id="supposed-title">{page.supposed}</h2>
      <ul className="supposed">
        {rights.assumptions.map((sentence) => (
          <li key={sentence}>{french(sentence)}</li>
        ))}
      </ul>
    </section>
  );
};

/** Unexpected amounts that nobody has looked at yet; whoever settles disputes says when they are seen. */
const Reports = ({ rights }: { readonly rights: RightsShown }): ReactElement | null => {
  const { page } = estimateWords[useLanguage()];
  if (rights.reports.length === 0) return null;
  return (
    <section className="panel" aria-labelledby="reports-title">
      <h2 id="reports-title">{page.reports}</h2>
      <ul className="reports">
        {rights.reports.map((report) => (
          <Report key={report.id} report={report} maySettle={rights.maySettleReports} />
        ))}
      </ul>
    </section>
  );
};

const Report = ({ report, maySettle }: { readonly report: ReportShown; readonly maySettle: boolean }): ReactElement => {
  const language = useLanguage();
  const { page } = estimateWords[language];
  const { done, sentence } = useDeed();
  return (
    <li>
      <strong>{french(rightWords[language][report.right].short)}</strong> {french(page.reportKinds[report.kind])}
      {report.said === null ? null : <q>{french(report.said)}</q>}
      <small className="muted">{french(page.reportBy(report.reportedBy ?? "", dayInWords(report.reportedAt, language)))}</small>
      {maySettle ? (
        <button type="button" className="button compact" onClick={() => void done(`/api/rights-reports/${report.id}/settle`, {})}>
          {page.settle}
        </button>
      ) : null}
      <Refused sentence={sentence} />
    </li>
  );
};
