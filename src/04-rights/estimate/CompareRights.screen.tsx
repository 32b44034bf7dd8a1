import { useState, type ReactElement, type SyntheticEvent } from "react";
import { eurosFromCents } from "#ground";
import { ask, french, Refused, useLanguage } from "#ground/screens";
import { changes, type Change } from "./change.ts";
import { estimateWords } from "./estimate.words.ts";
import { worthInWords } from "./right-in-words.ts";
import { rightWords } from "./right.words.ts";
import { ComparedContract, type ComparedShown, type RightShown } from "./rights.contract.ts";

/** Et si… : two columns, today and after a change of life. Nothing is kept. */
export const CompareRights = ({ situationId }: { readonly situationId: string }): ReactElement => {
  const { page } = estimateWords[useLanguage()];
  const [change, choose] = useState<Change>("work");
  const [compared, setCompared] = useState<ComparedShown>();
  const [problem, setProblem] = useState("");
  const compare = async (event: SyntheticEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    const typed = new FormData(event.currentTarget).get("wage");
    const query = new URLSearchParams({ change, ...(change === "work" && typeof typed === "string" ? { wage: typed } : {}) });
    const answer = await ask(`/api/situations/${situationId}/rights/compare?${query.toString()}`, ComparedContract);
    setCompared(answer.kind === "done" ? answer.value : undefined);
    setProblem(answer.kind === "refused" ? answer.sentence : "");
  };
  return (
    <section className="panel compare-rights" aria-labelledby="compare-title">
      <h2 id="compare-title">{page.compare}</h2>
      <p className="muted">{french(page.compareLead)}</p>
      <form className="in-lines" noValidate onSubmit={(event) => void compare(event)}>
        <div className="ticks" role="radiogroup" aria-labelledby="compare-title">
          {changes.map((each) => (
            <label key={each} className="tick">
              <input
                type="radio"
                name="change"
                value={each}
                checked={change === each}
                onChange={() => {
                  choose(each);
                  setCompared(undefined);
                  setProblem("");
                }}
              />
              {page.changes[each]}
            </label>
          ))}
        </div>
        {change === "work" ? (
          <label className="typed">
            {page.wage}
            <input className="input short" name="wage" inputMode="decimal" autoComplete="off" />
            <span aria-hidden="true">€</span>
          </label>
        ) : null}
        <button type="submit" className="button compact">
          {page.doCompare}
        </button>
      </form>
      <Refused sentence={problem} />
      {compared === undefined ? null : <Columns compared={compared} />}
    </section>
  );
};

const isThere = (right: RightShown): boolean => right.state !== "excluded";

/** What a right is most probably worth a month, to count what changes. */
const monthOf = ({ likelyCents, period }: RightShown): number => (period === "month" ? likelyCents : 0);

const Columns = ({ compared }: { readonly compared: ComparedShown }): ReactElement => {
  const language = useLanguage();
  const { page } = estimateWords[language];
  const lines = compared.rights.filter(({ before, after }) => isThere(before) || isThere(after));
  const total = (side: "before" | "after"): number => lines.reduce((sum, line) => sum + monthOf(line[side]), 0);
  return (
    <div role="status">
      {compared.assumptions.map((sentence) => (
        <p key={sentence} className="tiny">
          {french(sentence)}
        </p>
      ))}
      <div className="table-scroll">
        <table className="data-table compared">
          <caption className="visually-hidden">{page.changes[compared.change]}</caption>
          <thead>
            <tr>
              <td />
              <th scope="col" className="number">
                {page.now}
              </th>
              <th scope="col" className="number">
                {page.after}
              </th>
              <th scope="col" className="number">
                {page.difference}
              </th>
            </tr>
          </thead>
          <tbody>
            {lines.map(({ right, before, after }) => (
              <tr key={right} data-differs={worthInWords(before, language) !== worthInWords(after, language) ? "" : undefined}>
                <th scope="row">{french(rightWords[language][right].short)}</th>
                <td className="number">{french(worthInWords(before, language))}</td>
                <td className="number">{french(worthInWords(after, language))}</td>
                <td className="number">{french(difference(before, after, language, page.same))}</td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{page.perMonthTotal}</th>
              <td className="number">{french(eurosFromCents(Math.round(total("before") / 100) * 100, language))}</td>
              <td className="number">{french(eurosFromCents(Math.round(total("after") / 100) * 100, language))}</td>
              <td className="number">
                <strong>{french(signed(total("after") - total("before"), language))}</strong>
              </td>
            </tr>
          </tfoot>
        </table>
      </div>
    </div>
  );
};

const difference = (before: RightShown, after: RightShown, language: "fr" | "en", same: string): string => {
  if (before.right === "css") return worthInWords(before, language) === worthInWords(after, language) ? same : "";
  return after.likelyCents === before.likelyCents ? same : signed(after.likelyCents - before.likelyCents, language);
};

/** « + 120 € », « − 35 € ». */
const signed = (cents: number, language: "fr" | "en"): string => {
  const euros = Math.round(cents / 100) * 100;
  if (euros === 0) return eurosFromCents(0, language);
  return `${euros > 0 ? "+" : "−"}\u00a0${eurosFromCents(Math.abs(euros), language)}`;
};
