import { useState, type ReactElement, type ReactNode } from "react";
import type { Month } from "#engines/calendar";
import { french, useLanguage } from "#ground/screens";
import type { Facts } from "../facts/fact.ts";
import { questionInWords } from "../facts/question-text.ts";
import { findQuestion } from "../facts/questions.ts";
import { estimateWords } from "./estimate.words.ts";
import { Explanation } from "./Explanation.screen.tsx";
import { stateInWords, worthInWords } from "./right-in-words.ts";
import { rightWords } from "./right.words.ts";
import type { RightShown } from "./rights.contract.ts";
import { StateMark } from "./StateMark.screen.tsx";
import { UnexpectedAmount } from "./UnexpectedAmount.screen.tsx";

/** Un droit sur la page : state, range, what is missing, what to check, why this amount, and what may be done next. */
export const RightCard = (props: {
  readonly situationId: string;
  readonly right: RightShown;
  readonly facts: Facts;
  readonly month: Month;
  readonly isOpen: boolean;
  readonly actions?: ReactNode;
}): ReactElement => {
  const language = useLanguage();
  const words = estimateWords[language];
  const { right, facts, month } = props;
  const [shown, show] = useState<"explanation" | "unexpected">();
  const { name } = rightWords[language][right.right];
  const missing = right.missing.flatMap((id) => {
    const question = findQuestion(id);
    return question ? [questionInWords(question, facts, month, language).label] : [];
  });
  const doubts = doubtsInWords(right, words.page.oldFigures);
  const documents = [...new Set(right.doubts.flatMap(({ document }) => document ?? []))];
  const turn = (what: "explanation" | "unexpected"): void => {
    show(shown === what ? undefined : what);
  };
  return (
    <li className="right-card" data-state={right.state}>
      <div className="right-line">
        <h3>
          <StateMark state={right.state} />
          {french(name)} <small>{french(stateInWords(right, language))}</small>
        </h3>
        <strong className="right-worth">{french(worthInWords(right, language))}</strong>
      </div>
      {missing.length === 0 ? null : (
        <p className="tiny">
          {words.page.missing} {french(`: ${missing.join(", ")}.`)}
        </p>
      )}
      {doubts.length === 0 ? null : (
        <ul className="doubts">
          {doubts.map((sentence) => (
            <li key={sentence}>{french(sentence)}</li>
          ))}
        </ul>
      )}
      {documents.length === 0 ? null : (
        <p className="tiny">
          {words.page.bring} {french(`: ${documents.join(", ")}.`)}
        </p>
      )}
      <div className="actions">
        {props.actions}
        <button
          type="button"
          className="button quiet compact"
          aria-expanded={shown === "explanation"}
          aria-label={words.page.explanationOf(name)}
          onClick={() => {
            turn("explanation");
          }}
        >
          {shown === "explanation" ? words.page.hide : words.page.why}
        </button>
        {props.isOpen ? (
          <button
            type="button"
            className="button quiet compact"
            aria-expanded={shown === "unexpected"}
            aria-label={words.page.unexpectedOf(name)}
            onClick={() => {
              turn("unexpected");
            }}
          >
            {words.page.unexpected}
          </button>
        ) : null}
      </div>
      {shown === "explanation" ? <Explanation situationId={props.situationId} right={right.right} /> : null}
      {shown === "unexpected" ? (
        <UnexpectedAmount
          situationId={props.situationId}
          right={right.right}
          onEnd={() => {
            show(undefined);
          }}
        />
      ) : null}
    </li>
  );
};

/** Several old figures of one right are one doubt: which ones, the banner of the page tells. */
const doubtsInWords = ({ doubts }: RightShown, oldFigures: (count: number) => string): readonly string[] => {
  const old = doubts.filter(({ kind }) => kind === "old-scale");
  const others = doubts.filter(({ kind }) => kind !== "old-scale").map(({ reason }) => reason);
  return old.length === 0 ? others : [...others, oldFigures(old.length)];
};
