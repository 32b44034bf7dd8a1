import type { ReactElement, ReactNode } from "react";
import { phoneInPairs } from "#person";
import { french, useLanguage } from "#ground/screens";
import type { TwinAnswer } from "./twin.ts";
import type { EvidenceShown, TwinPairShown } from "./twins.contract.ts";
import { twinWords } from "./twins.words.ts";

/** The key that gives each answer. */
const keys: Readonly<Record<TwinAnswer, string>> = { structure: "M", service: "M", place: "L", apart: "D", left: "P" };

/** Une paire : both records side by side, what differs marked, why the machine doubts, and the answers. */
export function TwinPairPanel(props: { readonly pair: TwinPairShown; readonly onAnswer: (as: TwinAnswer) => void }): ReactElement {
  const { pair } = props;
  const words = twinWords[useLanguage()];
  return (
    <section className="panel twins" aria-labelledby="twins-question">
      <h2 id="twins-question">{french(words.question[pair.level])}</h2>
      <SideBySide pair={pair} />
      <div className="stack twins-side">
        <div className="twins-answers">
          {pair.answers.map((as, at) => (
            <button
              key={as}
              type="button"
              className={at === 0 ? "button primary" : "button"}
              onClick={() => {
                props.onAnswer(as);
              }}
            >
              {words.answers[as]} <kbd className="key">{keys[as]}</kbd>
            </button>
          ))}
        </div>
        <Why pair={pair} />
      </div>
    </section>
  );
}

function SideBySide(props: { readonly pair: TwinPairShown }): ReactElement {
  const { pair } = props;
  const words = twinWords[useLanguage()];
  return (
    <table className="twins-table">
      <caption className="visually-hidden">{french(words.compared)}</caption>
      <thead>
        <tr>
          <th scope="col">{words.field}</th>
          <th scope="col">
            <Record name={words.record.a} row={pair.a} />
          </th>
          <th scope="col">
            <Record name={words.record.b} row={pair.b} />
          </th>
          <th scope="col">{words.alikeness}</th>
        </tr>
      </thead>
      <tbody>
        {pair.fields.map(({ field, a, b, likeness }) => (
          <tr key={field} data-likeness={likeness}>
            <th scope="row">{words.fields[field]}</th>
            <Said name={words.record.a}>{valueOf(field, a) ?? <span className="muted">{words.nothing}</span>}</Said>
            <Said name={words.record.b}>{valueOf(field, b) ?? <span className="muted">{words.nothing}</span>}</Said>
            <td className="twins-likeness">
              <span aria-hidden="true">{signs[likeness]} </span>
              {words.likeness[likeness]}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const signs = { same: "=", alike: "≈", different: "≠", alone: "·" } as const;

/** On a phone the columns stand one under the other: each value then says whose it is. */
const Said = (props: { readonly name: string; readonly children: ReactNode }): ReactElement => (
  <td>
    <span className="twins-whose" aria-hidden="true">
      {props.name}
    </span>
    {props.children}
  </td>
);

const valueOf = (field: TwinPairShown["fields"][number]["field"], value: string | undefined): string | undefined =>
  value === undefined ? undefined : field === "phone" ? phoneInPairs(value) : french(value);

function Record(props: { readonly name: string; readonly row: TwinPairShown["a"] }): ReactElement {
  const language = useLanguage();
  const words = twinWords[language];
  const day = new Intl.DateTimeFormat(language === "fr" ? "fr-FR" : "en-GB", { dateStyle: "medium", timeZone: "UTC" });
  return (
    <>
      {props.name}
      <small>{french(words.from(props.row.sourceName, day.format(new Date(`${props.row.updatedOn}T00:00:00Z`))))}</small>
      {props.row.serviceId === undefined ? null : (
        <small>
          <a href={`/annuaire/services/${props.row.serviceId}`} target="_blank" rel="noreferrer">
            {words.seen}
            <span className="visually-hidden"> {props.row.name}</span>
          </a>
        </small>
      )}
    </>
  );
}

/** What weighs less would not change anybody's mind. */
const leastWeight = 0.2;

function Why(props: { readonly pair: TwinPairShown }): ReactElement {
  const { pair } = props;
  const words = twinWords[useLanguage()];
  return (
    <section className="stack" aria-labelledby="twins-why">
      <h3 id="twins-why">{french(words.why)}</h3>
      {pair.distanceMeters === undefined ? null : <p>{french(`${words.apart(pair.distanceMeters)}.`)}</p>}
      {pair.isHeldBack ? <p className="notice careful">{french(words.heldBack)}</p> : <p>{french(words.doubt[pair.level])}</p>}
      <Reasons name={words.for} of={pair.evidence.filter(({ weight }) => weight >= leastWeight)} />
      <Reasons name={words.against} of={pair.evidence.filter(({ weight }) => weight <= -leastWeight)} />
    </section>
  );
}

function Reasons(props: { readonly name: string; readonly of: readonly EvidenceShown[] }): ReactElement | null {
  const words = twinWords[useLanguage()];
  if (props.of.length === 0) return null;
  return (
    <p>
      <strong>{french(`${props.name} :`)}</strong>{" "}
      {french(`${props.of.map(({ of, weight }) => words.evidence[of][weight > 0 ? 0 : 1]).join(" ; ")}.`)}
    </p>
  );
}
