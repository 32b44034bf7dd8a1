import type { ReactElement } from "react";
import { useLanguage, useResource, Waiting } from "#ground/screens";
import { ReadingsContract } from "./person.contract.ts";
import { personWords } from "./person.words.ts";

/** Qui a lu ce dossier : who, when, and why, as the log has it. */
export function ReadersOfFile({ personId }: { readonly personId: string }): ReactElement {
  const language = useLanguage();
  const words = personWords[language];
  const readings = useResource(`/api/persons/${personId}/readers`, ReadingsContract);
  const when = new Intl.DateTimeFormat(language === "fr" ? "fr-FR" : "en-GB", {
    dateStyle: "medium",
    timeStyle: "short",
    timeZone: "Europe/Paris",
  });
  return (
    <section className="panel" aria-labelledby="readers-title">
      <h2 id="readers-title">{words.readers}</h2>
      <Waiting for={readings}>
        {(value) =>
          value.readings.length === 0 ? (
            <p className="empty">{words.readersEmpty}</p>
          ) : (
            <div className="table-scroll">
              <table className="data-table">
                <thead>
                  <tr>
                    <th scope="col">{words.when}</th>
                    <th scope="col">{words.who}</th>
                    <th scope="col">{words.what}</th>
                    <th scope="col">{words.why}</th>
                  </tr>
                </thead>
                <tbody>
                  {value.readings.map((reading, at) => (
                    <tr key={`${at} ${reading.at}`}>
                      <td>{when.format(new Date(reading.at))}</td>
                      <td>{reading.staffName ?? words.readerKinds[reading.actorKind]}</td>
                      <td>{words.deeds[reading.action] ?? reading.action}</td>
                      <td>{(words.purposes as Readonly<Record<string, string>>)[reading.purpose ?? ""] ?? ""}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
          )
        }
      </Waiting>
    </section>
  );
}
