import type { ReactElement } from "react";
import type { Frame } from "#ground";
import { Button, ButtonLink, Form, french, Icon, PublicPage, TextField } from "#ground/screens";
import { codeWords } from "../record/code-lists.words.ts";
import { columnsPageWords } from "./columns-page.words.ts";
import { percentRead, type DirectoryImport, type Loss, type RuleCount, type TrialCounts } from "./import.ts";
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
  readonly rules: readonly RuleCount[];
  readonly remarks: readonly {
    readonly line: number;
    readonly seq: number;
    readonly object_id: string | null;
    readonly reason: string;
    readonly verdict: "refused" | "remarked";
  }[];
  /** The columns were told on the screen. */
  readonly hasChoices: boolean;
  readonly hasMapping: boolean;
  /** The name under which the mapping has just been kept. */
  readonly keptAs: string | undefined;
  /** What an undo would do, when it may be done. */
  readonly undoing: { readonly made: number; readonly changed: number; readonly back: number } | undefined;
}

/** Un import : its first lines before, its progress during, its report after. */
export const ImportPage = ({
  shown,
  trial,
  rules,
  remarks,
  hasChoices,
  hasMapping,
  keptAs,
  undoing,
  ...frame
}: ImportPageProps): ReactElement => (
  <PublicPage {...frame} title={titleOf(shown)} back={`${frame.prefix}/annuaire/imports`} quickExit={false}>
    <h1>{french(titleOf(shown))}</h1>
    <p className="muted">
      {french(words.of(shown.source.name, shown.source.licence))}
      <br />
      {shown.fileName}
    </p>
    {keptAs !== undefined && <p className="notice done">{french(columnsPageWords.fr.keep.kept(keptAs))}</p>}
    {shown.state === "waiting" && shown.failure !== undefined && <p className="notice careful">{french(shown.failure)}</p>}
    {shown.trial && shown.state === "waiting" && <WholeTrial counts={shown.trial} />}
    {trial && <TrialTable trial={trial} path={`${frame.prefix}/annuaire/imports/${shown.id}`} hasChoices={hasChoices} />}
    {(shown.state === "running" || shown.state === "trying") && <Progress shown={shown} />}
    {shown.state === "held" && shown.loss && <Held loss={shown.loss} path={`${frame.prefix}/annuaire/imports/${shown.id}`} />}
    {shown.state === "refused" && <p className="notice">{french(words.held.refusedLead)}</p>}
    {shown.state === "undone" && <p className="notice done">{french(words.undo.done)}</p>}
    {shown.state === "failed" && <p className="notice careful">{french(shown.failure ?? "")}</p>}
    {shown.state === "interrupted" && <p className="notice careful">{french(words.report.interrupted)}</p>}
    {shown.state === "done" && <Counts shown={shown} />}
    {!["waiting", "trying", "running"].includes(shown.state) && (
      <Report shown={shown} rules={rules} remarks={remarks} prefix={frame.prefix} />
    )}
    {hasMapping && shown.state !== "trying" && shown.state !== "running" && (
      <KeepMapping name={shown.source.name} path={`${frame.prefix}/annuaire/imports/${shown.id}`} />
    )}
    {undoing && <Undo undoing={undoing} action={`${frame.prefix}/annuaire/imports/${shown.id}/defaire`} />}
  </PublicPage>
);

const titleOf = ({ state }: DirectoryImport): string => {
  if (state === "waiting") return words.trial.title;
  if (state === "trying") return words.trial.trying;
  if (state === "running") return words.running.title;
  if (state === "held") return words.held.title;
  if (state === "refused") return words.held.refused;
  if (state === "undone") return words.undo.doneTitle;
  return state === "failed" || state === "interrupted" ? words.report.failed : words.report.title;
};

const WholeTrial = ({ counts }: { readonly counts: TrialCounts }): ReactElement => (
  <section className="stack" aria-labelledby="essai">
    <h2 id="essai">{french(words.trial.tried)}</h2>
    <p className="muted">{french(words.trial.triedLead)}</p>
    <Facts labels={words.trial.facts} counts={counts} />
    {counts.rules.length > 0 && <Rules rules={counts.rules} />}
  </section>
);

const Held = ({ loss, path }: { readonly loss: Loss; readonly path: string }): ReactElement => (
  <section className="stack">
    <p className="notice careful">{french(words.held.lead(loss.gone, loss.before))}</p>
    <Facts labels={words.held.facts} counts={loss} />
    {loss.departements.length > 0 && <p>{french(words.held.departements(loss.departements))}</p>}
    <Form action={`${path}/refuser`}>
      <Button>{words.held.refuse}</Button>
      <Button kind="danger" formAction={`${path}/accepter`}>
        {words.held.accept}
      </Button>
    </Form>
  </section>
);

/** Two steps, so that nobody undoes by a slip of the hand. */
const Undo = ({
  undoing,
  action,
}: {
  readonly undoing: NonNullable<ImportPageProps["undoing"]>;
  readonly action: string;
}): ReactElement => (
  <details>
    <summary>{french(words.undo.title)}</summary>
    <div className="stack">
      <p>{french(words.undo.what(undoing))}</p>
      <p className="muted">{french(words.undo.until)}</p>
      <Form action={action}>
        <Button kind="danger">{words.undo.go}</Button>
      </Form>
    </div>
  </details>
);

const KeepMapping = ({ name, path }: { readonly name: string; readonly path: string }): ReactElement => {
  const { keep } = columnsPageWords.fr;
  return (
    <details>
      <summary>{french(keep.title)}</summary>
      <div className="stack">
        <p className="muted">{french(keep.lead)}</p>
        <Form action={`${path}/garder`}>
          <TextField name="nom" label={keep.name} value={name} maxLength={120} />
          <Button kind="secondary">{keep.go}</Button>
        </Form>
        <p>
          <a href={`${path}/correspondance.json`}>{french(keep.download)}</a>
        </p>
      </div>
    </details>
  );
};

const TrialTable = ({
  trial,
  path,
  hasChoices,
}: {
  readonly trial: NonNullable<ImportPageProps["trial"]>;
  readonly path: string;
  readonly hasChoices: boolean;
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
    {hasChoices && (
      <p>
        <a href={`${path}/colonnes`}>{french(columnsPageWords.fr.edit)}</a> ·{" "}
        <a href={`${path}/valeurs`}>{french(columnsPageWords.fr.editValues)}</a>
      </p>
    )}
    {trial.mayBegin && (
      <Form action={`${path}/commencer`}>
        <Button>{words.trial.begin}</Button>
        <Button kind="secondary" formAction={`${path}/essayer`}>
          {words.trial.whole}
        </Button>
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
          {french(
            percent === 100 && shown.state === "running" ? words.running.switching : words.running.progress(percent, shown.counts.received),
          )}
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
  <Facts labels={words.report.facts} counts={counts} />
);

const Facts = <Name extends string>({
  labels,
  counts,
}: {
  readonly labels: Readonly<Record<Name, string>>;
  readonly counts: Readonly<Record<NoInfer<Name>, number>>;
}): ReactElement => (
  <dl className="facts">
    {(Object.entries(labels) as [Name, string][]).map(([name, label]) => (
      <div key={name}>
        <dt>{label}</dt>
        <dd>{french(numberInWords(counts[name]))}</dd>
      </div>
    ))}
  </dl>
);

const Rules = ({ rules }: { readonly rules: readonly RuleCount[] }): ReactElement => (
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
          <Rules rules={rules} />
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
