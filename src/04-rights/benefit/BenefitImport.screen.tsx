import { useRef, useState, type ReactElement, type SyntheticEvent } from "react";
import { french, Icon, send, useLanguage } from "#ground/screens";
import { ImportedContract, type ImportedShown } from "./catalogue.contract.ts";
import { catalogueWords } from "./catalogue.words.ts";

/** Fichier des aides : out, and in with a trial first. */
export function BenefitImport(): ReactElement {
  const { file: words, offline } = catalogueWords[useLanguage()];
  const input = useRef<HTMLInputElement>(null);
  const [error, say] = useState("");
  const [text, keep] = useState("");
  const [result, show] = useState<ImportedShown>();
  const ask = async (written: string, isTrial: boolean): Promise<void> => {
    const answer = await send("/api/benefit-catalogue/import", { text: written, isTrial }, ImportedContract);
    say(answer.kind === "done" ? "" : answer.kind === "refused" ? (answer.fields[0]?.sentence ?? answer.sentence) : offline);
    show(answer.kind === "done" ? answer.value : undefined);
  };
  const tryIt = async (event: SyntheticEvent): Promise<void> => {
    event.preventDefault();
    const chosen = input.current?.files?.[0];
    if (!chosen) {
      say(words.noFile);
      return;
    }
    const written = decoded(await chosen.arrayBuffer());
    keep(written);
    await ask(written, true);
  };
  return (
    <>
      <section className="panel stack">
        <p className="muted">{french(words.lead)}</p>
        <p>
          <a className="button" href="/api/benefit-catalogue.csv" download>
            <Icon name="download" /> {words.export}
          </a>
        </p>
      </section>
      <section className="panel stack" aria-labelledby="import-title">
        <h2 id="import-title">{words.import}</h2>
        <form className="form" noValidate onSubmit={(event) => void tryIt(event)}>
          <div className={error === "" ? "field" : "field wrong"}>
            <label className="label" htmlFor="fichier">
              {words.field}
            </label>
            <p className="hint" id="fichier-hint">
              {french(words.fieldHint)}
            </p>
            {error !== "" && (
              <p className="field-error" role="alert" id="fichier-error">
                {french(error)}
              </p>
            )}
            <input
              ref={input}
              className="input"
              id="fichier"
              type="file"
              accept=".csv,text/csv"
              aria-describedby={error === "" ? "fichier-hint" : "fichier-hint fichier-error"}
            />
          </div>
          <button type="submit" className="button primary">
            {words.try}
          </button>
        </form>
        {result && <Result result={result} onImport={() => void ask(text, false)} />}
      </section>
    </>
  );
}

/** Spreadsheets still write files in the letters of Windows: those that are not the letters of the Web are read so. */
const decoded = (bytes: ArrayBuffer): string => {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
};

const Result = ({ result, onImport }: { readonly result: ImportedShown; readonly onImport: () => void }): ReactElement => {
  const { file: words } = catalogueWords[useLanguage()];
  const count = (outcome: ImportedShown["lines"][number]["outcome"]): number =>
    result.lines.filter((line) => line.outcome === outcome).length;
  const counts = { new: count("new"), changed: count("changed"), unchanged: count("unchanged"), refused: count("refused") };
  const isAny = counts.new + counts.changed > 0;
  return (
    <div className="stack">
      <p className={result.isTrial ? "notice" : "notice done"} role="status">
        {french(result.isTrial ? (isAny ? words.trial : words.nothing) : words.done)}
        <br />
        {words.counts(counts)}
      </p>
      {result.isTrial && isAny && (
        <p>
          <button type="button" className="button primary" onClick={onImport}>
            <Icon name="upload" /> {words.go}
          </button>
        </p>
      )}
      <div className="table-scroll" tabIndex={0} role="region" aria-label={words.import}>
        <table className="data-table">
          <thead>
            <tr>
              {words.columns.map((name) => (
                <th scope="col" key={name}>
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {result.lines.map((line) => (
              <tr key={line.line}>
                <td>{line.line}</td>
                <td>{french(line.name)}</td>
                <td>
                  <span className={`state ${line.outcome === "refused" ? "alert" : line.outcome === "unchanged" ? "no" : "ok"}`}>
                    <Icon name={line.outcome === "refused" ? "alert" : line.outcome === "unchanged" ? "dash" : "done"} />{" "}
                    {words.outcomes[line.outcome]}
                  </span>
                  {line.reasons.map((reason) => (
                    <p key={reason}>{french(reason)}</p>
                  ))}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
};
