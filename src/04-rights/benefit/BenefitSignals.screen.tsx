import type { ReactElement } from "react";
import { french, Refused, useDeed, useLanguage, useResource, Waiting } from "#ground/screens";
import { BenefitSignalsContract } from "./catalogue.contract.ts";
import { catalogueWords } from "./catalogue.words.ts";

/** Aides signalées, the oldest first, until somebody settles each. */
export function BenefitSignals(): ReactElement {
  const language = useLanguage();
  const { signals: words } = catalogueWords[language];
  const signals = useResource("/api/benefit-signals", BenefitSignalsContract);
  const doing = useDeed(signals.reload);
  const day = new Intl.DateTimeFormat(language === "fr" ? "fr-FR" : "en-GB", { dateStyle: "medium", timeZone: "Europe/Paris" });
  return (
    <section className="panel stack">
      <p className="muted">{french(words.lead)}</p>
      <Refused sentence={doing.sentence} />
      <Waiting for={signals}>
        {(list) =>
          list.length === 0 ? (
            <p className="empty">{words.empty}</p>
          ) : (
            <ul className="briefs">
              {list.map((signal) => (
                <li key={signal.id} className="brief">
                  <div className="brief-head">
                    <strong>
                      {signal.commune.name}, {signal.commune.detail}
                    </strong>
                    <span className="tiny">
                      {day.format(new Date(signal.reportedAt))}, {words.from[signal.from]}
                    </span>
                  </div>
                  <div className="brief-said">
                    <q>{signal.details}</q>
                    <span className="actions">
                      {(["catalogued", "unfounded"] as const).map((as) => (
                        <button
                          key={as}
                          type="button"
                          className="button compact"
                          onClick={() => void doing.done(`/api/benefit-signals/${signal.id}/settle`, { as })}
                        >
                          {words.as[as]} <span className="visually-hidden">{signal.commune.name}</span>
                        </button>
                      ))}
                    </span>
                  </div>
                </li>
              ))}
            </ul>
          )
        }
      </Waiting>
    </section>
  );
}
