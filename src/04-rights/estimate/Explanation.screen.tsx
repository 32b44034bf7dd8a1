import type { ReactElement } from "react";
import { french, useLanguage, useResource, Waiting } from "#ground/screens";
import { eurosFromCents } from "#ground";
import { dayInWords } from "./day-in-words.ts";
import { estimateWords } from "./estimate.words.ts";
import { figureInWords, signedInWords } from "./figure-in-words.ts";
import { rightWords } from "./right.words.ts";
import { RightExplainedContract, type RightExplained, type RightShown } from "./rights.contract.ts";

/** Pourquoi ce montant : each step with its figure, its article and the date of its scale; they add up to the amount. */
export const Explanation = (props: { readonly situationId: string; readonly right: RightShown["right"] }): ReactElement => {
  const explained = useResource(`/api/situations/${props.situationId}/rights/${props.right}`, RightExplainedContract, {
    live: ["rights.changed"],
  });
  return <Waiting for={explained}>{(value) => <Steps explained={value} />}</Waiting>;
};

const Steps = ({ explained }: { readonly explained: RightExplained }): ReactElement => {
  const language = useLanguage();
  const { page } = estimateWords[language];
  const money = explained.right !== "css";
  return (
    <div className="explanation">
      <p className="tiny">{french(page.likely)}</p>
      <div className="table-scroll">
        <table className="data-table">
          <caption className="visually-hidden">{page.explanationOf(rightWords[language][explained.right].name)}</caption>
          <thead>
            <tr>
              <th scope="col">{page.step}</th>
              <th scope="col" className="number">
                {page.figure}
              </th>
              <th scope="col" className="number">
                {page.adds}
              </th>
            </tr>
          </thead>
          <tbody>
            {explained.steps.map((step, at) => (
              <tr key={at}>
                <th scope="row">
                  {french(step.label)}
                  <small className="article">{french(step.source)}</small>
                  {step.scaleDate === null ? null : (
                    <small className="article">{french(`${page.scaleDate} ${dayInWords(step.scaleDate, language)}`)}</small>
                  )}
                </th>
                <td className="number nowrap">{french(figureInWords(step.value, step.unit, language))}</td>
                <td className="number nowrap">{step.addsCents === null ? "" : french(signedInWords(step.addsCents, language))}</td>
              </tr>
            ))}
          </tbody>
          {money ? (
            <tfoot>
              <tr>
                <th scope="row" colSpan={2}>
                  {page.total}
                </th>
                <td className="number nowrap">
                  <strong>{french(eurosFromCents(explained.amountCents, language))}</strong>
                </td>
              </tr>
            </tfoot>
          ) : null}
        </table>
      </div>
      {explained.departures.length === 0 ? null : (
        <div className="notice careful">
          <strong>{page.departures}</strong>
          <ul>
            {explained.departures.map(({ reason }) => (
              <li key={reason}>{french(reason)}</li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
};
