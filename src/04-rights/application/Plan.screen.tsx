import type { ReactElement } from "react";
import { french, Icon, Link, useLanguage } from "#ground/screens";
import { rangeInWords } from "../estimate/amount-in-words.ts";
import { dayInWords } from "../estimate/day-in-words.ts";
import { rightWords } from "../estimate/right.words.ts";
import type { ApplicationsShown, PlanStepShown } from "./application.contract.ts";
import { applicationWords } from "./application.words.ts";
import { Papers } from "./Papers.screen.tsx";
import { StartApplication } from "./StartApplication.screen.tsx";

/** Plan daté : the rights that nobody asked for yet, in the order in which waiting costs, each with its day, its place and its papers. */
export const Plan = (props: { readonly shown: ApplicationsShown; readonly onStarted: (said: string) => void }): ReactElement => {
  const words = applicationWords[useLanguage()];
  const { plan, situationId, isClosed } = props.shown;
  return (
    <section className="panel stack" aria-labelledby="plan-title">
      <h2 id="plan-title">{words.plan}</h2>
      <p className="small muted">{french(isClosed ? words.closedHelp : plan.length === 0 ? words.planEmpty : words.planHelp)}</p>
      {plan.length === 0 ? (
        <Link className="button compact" to={`/bureau/situations/${situationId}/droits`}>
          {words.estimate}
        </Link>
      ) : (
        <ol className="timeline">
          {plan.map((step) => (
            <Step key={step.right} step={step} situationId={situationId} onStarted={props.onStarted} />
          ))}
        </ol>
      )}
    </section>
  );
};

const Step = ({
  step,
  situationId,
  onStarted,
}: {
  readonly step: PlanStepShown;
  readonly situationId: string;
  readonly onStarted: (said: string) => void;
}): ReactElement => {
  const language = useLanguage();
  const words = applicationWords[language];
  const by = words.before(dayInWords(step.by, language));
  return (
    <li className="event plan-step">
      <span className="event-mark">
        <Icon name={step.isPressing ? "clock" : "calendar"} />
      </span>
      <p className="plan-right">
        <strong>{french(rightWords[language][step.right].short)}</strong>
        {step.highCents === 0 ? null : (
          <span className="nowrap">
            {(step.period === "year" ? words.year : words.month)(rangeInWords(step.lowCents, step.highCents, language))}
          </span>
        )}
      </p>
      <p className={step.isPressing ? "state ask" : "state"}>
        {french(by)} <span className="tiny">{step.isSure ? words.sure : words.unsure}</span>
      </p>
      <p className="small">
        {french(words.starts[step.start])}{" "}
        {step.startArticle === null ? null : <span className="tiny">{french(words.article(step.startArticle))}</span>}
      </p>
      <p className="small">{french(words.where(words.bodies[step.body]))}</p>
      <Papers papers={step.papers} />
      <StartApplication situationId={situationId} asked={{ kind: "computed", right: step.right }} onStarted={onStarted} />
    </li>
  );
};
