import { dayInWords } from "../estimate/day-in-words.ts";
import type { ReactElement, ReactNode } from "react";
import { french } from "#ground";
import { Icon } from "#ground/screens";
import type { Step } from "#engines/rules";
import { resultWords } from "./result.words.ts";
import type { RightInResult } from "./result.ts";

const words = resultWords.fr;

interface RightCardProps {
  readonly right: RightInResult;
  readonly kind: "may" | "check";
}

/** Un droit : its name, how much, why, what to do. The rest opens on demand, and is printed open. */
export const RightCard = ({ right, kind }: RightCardProps): ReactElement => {
  // When nothing that she could say is missing, what we simplify is the whole reason of the doubt.
  const isUnsure = kind === "check" && right.missing.length === 0;
  return (
    <article className="panel stack right">
      <h3>
        <Icon name={kind === "may" ? "done" : "half"} /> {french(right.name)}
      </h3>
      {right.amount !== undefined && <p className="amount-told">{french(right.amount)}</p>}
      {right.received !== undefined && (
        <p className="state ok">
          <Icon name="done" /> {french(right.received)}
        </p>
      )}
      <p>{french(`${right.is} ${right.why}`)}</p>
      <Listed title={words.missing} lines={right.missing} />
      <Listed title={words.documents} lines={right.documents} />
      <div>
        <p>
          <strong>{french(`${words.where} : `)}</strong>
          {french(words.bodies[right.body].name)}
        </p>
        <p className="muted small">{french(words.bodies[right.body].how)}</p>
      </div>
      {isUnsure && <Listed title={words.simplified} lines={right.doubts} />}
      <Folded title={words.bring} of={right.name} isEmpty={right.papers.length === 0}>
        <ul className="bullets">
          {right.papers.map((paper) => (
            <li key={paper}>{french(words.papers[paper])}</li>
          ))}
        </ul>
      </Folded>
      <Folded title={words.how} of={right.name} isEmpty={right.steps.length === 0}>
        {!isUnsure && <Listed title={words.simplified} lines={right.doubts} />}
        <Steps steps={right.steps} />
      </Folded>
    </article>
  );
};

interface FoldedProps {
  readonly title: string;
  readonly of: string;
  readonly isEmpty: boolean;
  readonly children: ReactNode;
}

/** Opens on demand; on paper it is open. */
const Folded = ({ title, of, isEmpty, children }: FoldedProps): ReactElement | null =>
  isEmpty ? null : (
    <details>
      <summary>
        {title}
        <span className="visually-hidden">{french(` : ${of}`)}</span>
      </summary>
      <div className="stack">{children}</div>
    </details>
  );

/** Pas cette fois : one line, with its reason. */
export const RightLine = ({ right }: { readonly right: RightInResult }): ReactElement => (
  <li>
    <strong>{french(right.name)}</strong>
    <span>{french(right.why)}</span>
  </li>
);

const Listed = ({ title, lines }: { readonly title: string; readonly lines: readonly string[] }): ReactElement | null =>
  lines.length === 0 ? null : (
    <div>
      <p>
        <strong>{french(`${title} :`)}</strong>
      </p>
      <ul className="bullets">
        {lines.map((line) => (
          <li key={line}>{french(line)}</li>
        ))}
      </ul>
    </div>
  );

const Steps = ({ steps }: { readonly steps: readonly Step[] }): ReactElement => (
  <ol className="trace">
    {steps.map((step, at) => (
      <li key={`${at} ${step.label}`}>
        <span>{french(step.label)}</span> <strong>{french(`${valueInWords(step.value)} ${step.unit}`)}</strong>
        <small>{french(words.source(step.source, step.scaleDate === null ? undefined : dayInWords(step.scaleDate, "fr")))}</small>
      </li>
    ))}
  </ol>
);

const valueInWords = (value: number): string =>
  new Intl.NumberFormat("fr-FR", { maximumFractionDigits: 2 }).format(value).replaceAll("\u202f", "\u00a0");
