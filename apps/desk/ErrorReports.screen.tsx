import { useState, type ReactElement } from "react";
import { ErrorReportsContract, settlements, type ErrorReportShown } from "#directory";
import { french, send, useLanguage, useResource, Waiting } from "#ground/screens";
import { keeperWords } from "./keeper.words.ts";

/** Signalements d'erreur : what someone saw wrong on a service, the oldest first, until somebody settles it. */
export function ErrorReports(): ReactElement {
  const words = keeperWords[useLanguage()];
  const reports = useResource("/api/error-reports", ErrorReportsContract);
  const [problem, say] = useState("");
  const settle = async (id: string, as: (typeof settlements)[number]): Promise<void> => {
    const answer = await send(`/api/error-reports/${id}/settle`, { as });
    say(answer.kind === "done" ? "" : answer.kind === "refused" ? answer.sentence : words.offline);
    if (answer.kind === "done") reports.reload();
  };
  return (
    <section className="panel" aria-labelledby="reports-title">
      <div className="panel-head">
        <h2 id="reports-title">{words.reports}</h2>
      </div>
      {problem === "" ? null : (
        <p className="field-error" role="alert">
          {problem}
        </p>
      )}
      <Waiting for={reports}>
        {(list) =>
          list.length === 0 ? (
            <p className="empty">{words.noReport}</p>
          ) : (
            <ul className="briefs">
              {list.map((report) => (
                <Report key={report.id} report={report} onSettle={(as) => void settle(report.id, as)} />
              ))}
            </ul>
          )
        }
      </Waiting>
    </section>
  );
}

const Report = ({
  report,
  onSettle,
}: {
  readonly report: ErrorReportShown;
  readonly onSettle: (as: (typeof settlements)[number]) => void;
}): ReactElement => {
  const language = useLanguage();
  const words = keeperWords[language];
  const day = new Intl.DateTimeFormat(language === "fr" ? "fr-FR" : "en-GB", { dateStyle: "medium", timeZone: "Europe/Paris" });
  return (
    <li className="brief">
      <div className="brief-head">
        <a href={`/annuaire/services/${report.serviceId}`} target="_blank" rel="noreferrer">
          {report.serviceName}
        </a>
        <span className="tiny">{words.since(day.format(new Date(report.reportedAt)), words.from[report.from])}</span>
      </div>
      <div className="brief-said">
        <span>
          <strong>{words.reasons[report.reason]}</strong>
          {report.details === undefined ? "" : french(` : « ${report.details} »`)} · {report.structureName} · {report.sourceName}
        </span>
        <span className="actions">
          {settlements.map((as) => (
            <button
              key={as}
              type="button"
              className="button compact"
              onClick={() => {
                onSettle(as);
              }}
            >
              {words.settlements[as]} <span className="visually-hidden">{report.serviceName}</span>
            </button>
          ))}
        </span>
      </div>
    </li>
  );
};
