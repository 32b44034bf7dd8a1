import type { ReactElement } from "react";
import type { Frame } from "#ground";
import { Button, ButtonLink, Form, french, Icon, PublicPage } from "#ground/screens";
import { codeWords } from "../record/code-lists.words.ts";
import { percentRead, type DirectoryImport } from "./import.ts";
import { importPageWords, numberInWords } from "./import-page.words.ts";

const words = importPageWords.fr;

interface TriedShown {
  readonly line: number;
  readonly isRefused: boolean;
  readonly structure: string | undefined;
  readonly service: string | undefined;
  readonly commune: string | undefined;
  readonly themes: readonly string[];
  readonly remarks: readonly string[];
}
interface ImportPageProps extends Frame {
  readonly shown: DirectoryImport;
  readonly trial: { readonly lines: readonly TriedShown[]; readonly sentence: string | undefined; readonly mayBegin: boolean } | undefined;
  readonly rules: readonly {
    readonly field: string;
    readonly rule: string;
    readonly verdict: "refused" | "remarked";
    readonly lines: number;
    readonly reason: string;
  }[];
  readonly remarks: readonly {
    readonly line: number;
    readonly seq: number;
    readonly object_id: string | null;
    readonly reason: string;
    readonly verdict: "refused" | "remarked";
  }[];
}

/** Un import : its first lines before, its progress during, its report after. */
export const ImportPage = ({ shown, trial, rules, remarks, ...frame }: ImportPageProps): ReactElement => (
  <PublicPage {...frame} title={titleOf(shown)} back={`${frame.prefix}/annuaire/imports`} quickExit={false}>
    <h1>{french(titleOf(shown))}</h1>
    <p className="muted">
      {french(words.of(shown.source.name, shown.source.licence))}
      <br />
      {shown.fileName}
    </p>
    {trial && <TrialTable trial={trial} action={`${frame.prefix}/annuaire/imports/${shown.id}/commencer`} />}
    {shown.state === "running" && <Progress shown={shown} />}
    {shown.state === "failed" && <p className="notice careful">{french(shown.failure ?? "")}</p>}
    {shown.state === "interrupted" && <p className="notice careful">{french(words.report.interrupted)}</p>}
    {shown.state === "done" && <Counts shown={shown} />}
    {shown.state !== "waiting" && shown.state !== "running" && (
      <Report shown={shown} rules={rules} remarks={remarks} prefix={frame.prefix} />
    )}
  </PublicPage>
);

const titleOf = ({ state }: DirectoryImport): string => {
  if (state === "waiting") return words.trial.title;
  if (state === "running") return words.running.title;
  return state === "failed" || state === "interrupted" ? words.report.failed : words.report.title;
};

const TrialTable = ({
  trial,
  action,
}: {
  readonly trial: NonNullable<ImportPageProps["trial"]>;
  readonly action: string;
}): ReactElement => (
  <>
    {trial.sentence !== undefined && <p className="notice careful">{french(trial.sentence)}</p>}
    {trial.lines.length > 0 && (
      <>
        <p>{french(words.trial.lead(trial.lines.length))}</p>
        <Table
          label={words.trial.title}
          columns={words.trial.columns}
          rows={trial.lines.map((line) => ({
            key: String(line.line),
            cells: [
              line.isRefused ? `${line.line}, ${words.trial.refused}` : String(line.line),
              line.structure ?? "",
              line.isRefused
                ? ""
                : line.service === undefined
                  ? words.trial.noService
                  : line.themes.map(codeWords.theme).join(", ") || line.service,
              line.commune ?? "",
              line.remarks.join(" "),
            ],
          }))}
        />
      </>
    )}
    {trial.mayBegin && (
      <Form action={action}>
        <Button>{words.trial.begin}</Button>
      </Form>
    )}
  </>
);

const Progress = ({ shown }: { readonly shown: DirectoryImport }): ReactElement => {
  const percent = percentRead(shown);
  return (
    <>
      <p>
        <label htmlFor="avancement">
          {french(percent === 100 ? words.running.switching : words.running.progress(percent, shown.counts.received))}
        </label>
      </p>
      <p>
        <progress id="avancement" max={100} value={percent}>
          {percent} %
        </progress>
      </p>
      <p className="muted">{french(words.running.lead)}</p>
    </>
  );
};

const Counts = ({ shown: { counts } }: { readonly shown: DirectoryImport }): ReactElement => (
  <dl className="facts">
    {(Object.entries(words.report.facts) as [keyof typeof counts, string][]).map(([name, label]) => (
      <div key={name}>
        <dt>{label}</dt>
        <dd>{french(numberInWords(counts[name]))}</dd>
      </div>
    ))}
  </dl>
);

const Report = ({
  shown,
  rules,
  remarks,
  prefix,
}: Pick<ImportPageProps, "shown" | "rules" | "remarks"> & { readonly prefix: string }): ReactElement =>
  remarks.length === 0 ? (
    <p className="notice done">{french(words.report.allRight)}</p>
  ) : (
    <>
      <ButtonLink kind="secondary" href={`${prefix}/annuaire/imports/${shown.id}/refus.csv`}>
        <Icon name="download" /> {french(words.report.download)}
      </ButtonLink>
      {rules.length > 0 && (
        <section className="stack">
          <h2>{french(words.report.rules)}</h2>
          <Table
            label={words.report.rules}
            columns={words.report.ruleColumns}
            rows={rules.map((rule) => ({
              key: `${rule.field} ${rule.rule} ${rule.verdict}`,
              cells: [
                rule.field === "" ? "–" : rule.field,
                rule.verdict === "refused" ? rule.reason : `${rule.reason} (${words.report.kept})`,
                numberInWords(rule.lines),
              ],
            }))}
          />
        </section>
      )}
      <section className="stack">
        <h2>{french(words.report.lines)}</h2>
        <Table
          label={words.report.lines}
          columns={words.report.lineColumns}
          rows={remarks.map((remark) => ({
            key: `${remark.line} ${remark.seq}`,
            cells: [
              remark.line === 0 ? "–" : String(remark.line),
              remark.object_id ?? "",
              remark.verdict === "refused" ? remark.reason : `${remark.reason} (${words.report.kept})`,
            ],
          }))}
        />
      </section>
    </>
  );

interface TableProps {
  readonly label: string;
  readonly columns: readonly string[];
  readonly rows: readonly { readonly key: string; readonly cells: readonly string[] }[];
}

const Table = ({ label, columns, rows }: TableProps): ReactElement => (
  <div className="scroll" tabIndex={0} role="region" aria-label={french(label)}>
    <table className="table small">
      <thead>
        <tr>
          {columns.map((name) => (
            <th scope="col" key={name}>
              {french(name)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, cells }) => (
          <tr key={key}>
            {cells.map((cell, at) => (
              <td key={columns[at]}>{french(cell)}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  </div>
);
