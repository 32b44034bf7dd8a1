import type { ReactElement } from "react";
import { french, useLanguage } from "#ground/screens";
import type { VerdictCountShown } from "./review.contract.ts";
import { reviewWords } from "./review.words.ts";

const verdicts = ["kept", "refused", "added", "withdrawn"] as const;

/** Avis par mois : what humans kept, set aside, added and withdrew, by kind of suggestion. Figures of a service, never of a person. */
export function VerdictCounts(props: { readonly counts: readonly VerdictCountShown[] }): ReactElement {
  const language = useLanguage();
  const words = reviewWords[language];
  const lines = [...Map.groupBy(props.counts, ({ month, kind }) => `${month} ${kind}`).values()];
  const monthName = new Intl.DateTimeFormat(language === "fr" ? "fr-FR" : "en-GB", { month: "long", year: "numeric", timeZone: "UTC" });
  return (
    <section className="panel" aria-labelledby="verdict-counts">
      <div className="panel-head">
        <h2 id="verdict-counts">{words.counts}</h2>
      </div>
      <p className="hint">{french(words.countsWhy)}</p>
      {lines.length === 0 ? (
        <p className="empty">{french(words.noCounts)}</p>
      ) : (
        <div className="table-scroll" tabIndex={0} role="group" aria-labelledby="verdict-counts">
          <table className="data-table">
            <thead>
              <tr>
                <th scope="col">{words.month}</th>
                <th scope="col">{words.what}</th>
                {verdicts.map((verdict) => (
                  <th key={verdict} scope="col" className="number">
                    {words.verdicts[verdict]}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {lines.map((line) => {
                const [{ month, kind } = { month: "", kind: "need" as const }] = line;
                return (
                  <tr key={`${month} ${kind}`}>
                    <th scope="row">{monthName.format(new Date(`${month}-01T00:00:00Z`))}</th>
                    <td>{words.kinds[kind]}</td>
                    {verdicts.map((verdict) => (
                      <td key={verdict} className="number">
                        {line.find((each) => each.verdict === verdict)?.count ?? 0}
                      </td>
                    ))}
                  </tr>
                );
              })}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}
