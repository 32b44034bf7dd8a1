import type { ReactElement, ReactNode } from "react";
import { french, useLanguage } from "#ground/screens";
import { rangeInWords } from "./amount-in-words.ts";
import { estimateWords } from "./estimate.words.ts";
import { stateInWords, worthInWords } from "./right-in-words.ts";
import { rightWords } from "./right.words.ts";
import type { RightShown, RightsShown } from "./rights.contract.ts";
import { inColumn } from "./rights-order.ts";
import { StateMark } from "./StateMark.screen.tsx";

/** Droits estimés, one line each: shape, name, state in a word, range. */
export const ColumnOfRights = (props: {
  readonly rights: RightsShown;
  readonly actions?: ((right: RightShown) => ReactNode) | undefined;
}): ReactElement => {
  const language = useLanguage();
  const words = estimateWords[language];
  const { shown, otherUnsure, excluded } = inColumn(props.rights.rights);
  return (
    <>
      <table className="rights">
        <caption className="visually-hidden">{words.estimatedRights}</caption>
        <tbody>
          {shown.map((right) => (
            <tr key={right.right} data-state={right.state}>
              <th scope="row">
                <StateMark state={right.state} />
                {french(rightWords[language][right.right].short)} <small>{french(stateInWords(right, language))}</small>
                {props.actions?.(right)}
              </th>
              <td>{french(worthInWords(right, language))}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {otherUnsure + excluded === 0 ? null : (
        <p className="tiny">
          {[...(otherUnsure > 0 ? [words.others(otherUnsure)] : []), ...(excluded > 0 ? [words.excludedCount(excluded)] : [])].join(", ")}
        </p>
      )}
    </>
  );
};

/** Ce qui n'est pas perçu : a month, then a year. */
export const NotTakenUp = ({ rights }: { readonly rights: RightsShown }): ReactElement => {
  const language = useLanguage();
  const words = estimateWords[language];
  const { lowMonthCents, highMonthCents, lowYearCents, highYearCents } = rights.notTakenUp;
  if (highYearCents === 0) return <p className="tiny">{french(words.nothingLost)}</p>;
  return (
    <p className="not-taken-up">
      <span>{words.notTakenUp}</span> <strong>{french(rangeInWords(lowMonthCents, highMonthCents, language))}</strong>{" "}
      <small>{french(words.notTakenUpYear(rangeInWords(lowYearCents, highYearCents, language)))}</small>
    </p>
  );
};
