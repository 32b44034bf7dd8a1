import type { ReactElement } from "react";
import type { Frame } from "#ground";
import { Button, ErrorSummary, french, PublicPage, Select, TextField, type FieldError } from "#ground/screens";
import type { DirectoryImport } from "./import.ts";
import { importPageWords, numberInWords } from "./import-page.words.ts";

const words = importPageWords.fr;

export interface ImportTyped {
  readonly source: string;
  readonly name: string;
  readonly licence: string;
  readonly date: string;
  readonly mapping: string;
}

interface ImportsPageProps extends Frame {
  readonly imports: readonly DirectoryImport[];
  /** How many wait for somebody's answer. */
  readonly held: number;
  readonly mappings: readonly { readonly id: string; readonly name: string }[];
  readonly errors: readonly FieldError[];
  readonly typed: ImportTyped;
}

/** Imports : a new one, and those already made. */
export const ImportsPage = ({ imports, held, mappings, errors, typed, ...frame }: ImportsPageProps): ReactElement => (
  <PublicPage {...frame} title={words.title} hasErrors={errors.length > 0} quickExit={false}>
    <ErrorSummary errors={errors} />
    <h1>{french(words.title)}</h1>
    {held > 0 && (
      <p className="notice careful">
        <a href="#imports-passes">{french(words.held.waiting(held))}</a>
      </p>
    )}
    <p className="muted">{french(words.lead)}</p>
    <section className="stack" aria-labelledby="nouvel-import">
      <h2 id="nouvel-import">{french(words.form.title)}</h2>
      <NewImport mappings={mappings} errors={errors} typed={typed} action={`${frame.prefix}/annuaire/imports`} />
    </section>
    <section className="stack" aria-labelledby="imports-passes">
      <h2 id="imports-passes">{french(words.past)}</h2>
      {imports.length === 0 ? <p>{french(words.noPast)}</p> : <PastImports imports={imports} prefix={frame.prefix} />}
    </section>
  </PublicPage>
);

const NewImport = ({
  mappings,
  errors,
  typed,
  action,
}: Pick<ImportsPageProps, "mappings" | "errors" | "typed"> & { readonly action: string }): ReactElement => {
  const error = (field: string): string | undefined => errors.find((each) => each.field === field)?.message;
  return (
    <form className="form" method="post" encType="multipart/form-data" action={action} noValidate>
      <FileField
        name="fichier"
        label={words.form.file}
        hint={words.form.fileHint}
        error={error("fichier")}
        accept=".csv,.json,.txt,text/csv,application/json"
      />
      <Select
        name="correspondance"
        label={words.form.mapping}
        choices={[{ value: "", label: words.form.nationalFormat }, ...mappings.map(({ id, name }) => ({ value: id, label: name }))]}
        value={typed.mapping}
        error={error("correspondance")}
      />
      <FileField
        name="fichier-correspondance"
        label={words.form.ownMapping}
        hint={words.form.ownMappingHint}
        error={error("fichier-correspondance")}
        accept=".json,application/json"
      />
      <TextField
        name="source"
        label={words.form.source}
        hint={words.form.sourceHint}
        value={typed.source}
        error={error("source")}
        maxLength={61}
      />
      <TextField name="nom" label={words.form.name} value={typed.name} error={error("nom")} maxLength={200} />
      <TextField
        name="licence"
        label={words.form.licence}
        hint={words.form.licenceHint}
        value={typed.licence}
        error={error("licence")}
        maxLength={200}
      />
      <TextField
        name="date"
        label={words.form.date}
        hint={words.form.dateHint}
        value={typed.date}
        error={error("date")}
        type="date"
        width="medium"
      />
      <Button>{words.form.send}</Button>
    </form>
  );
};

interface FileFieldProps {
  readonly name: string;
  readonly label: string;
  readonly hint: string;
  readonly error: string | undefined;
  readonly accept: string;
}

const FileField = ({ name, label, hint, error, accept }: FileFieldProps): ReactElement => (
  <div className={error === undefined ? "field" : "field wrong"}>
    <label className="label" htmlFor={name}>
      {french(label)}
    </label>
    <p className="hint" id={`${name}-aide`}>
      {french(hint)}
    </p>
    {error !== undefined && (
      <p className="field-error" id={`${name}-erreur`}>
        {french(error)}
      </p>
    )}
    <input
      className="input"
      id={name}
      name={name}
      type="file"
      accept={accept}
      aria-describedby={error === undefined ? `${name}-aide` : `${name}-aide ${name}-erreur`}
      aria-invalid={error === undefined ? undefined : true}
    />
  </div>
);

const when = new Intl.DateTimeFormat("fr-FR", { timeZone: "Europe/Paris", dateStyle: "medium", timeStyle: "short" });

const PastImports = ({ imports, prefix }: { readonly imports: readonly DirectoryImport[]; readonly prefix: string }): ReactElement => (
  <div className="scroll" tabIndex={0} role="region" aria-label={words.pastTable}>
    <table className="table">
      <thead>
        <tr>
          {Object.values(words.columns).map((name) => (
            <th scope="col" key={name}>
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {imports.map((one) => (
          <tr key={one.id}>
            <th scope="row">
              <a href={`${prefix}/annuaire/imports/${one.id}`}>{one.source.name}</a>
            </th>
            <td>{one.fileName}</td>
            <td>{when.format(one.startedAt)}</td>
            <td>{words.states[one.state]}</td>
            <td>{numberInWords(one.counts.kept)}</td>
            <td>{numberInWords(one.counts.refused)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  </div>
);
