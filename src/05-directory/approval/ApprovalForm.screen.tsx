import type { ReactElement } from "react";
import type { Frame } from "#ground";
import { Button, ErrorSummary, french, Hidden, PublicPage, RadioGroup, Select, TextField, type FieldError } from "#ground/screens";
import { dayInFull } from "../record/day.words.ts";
import { approvalKinds, type Approval } from "./approval.ts";
import { approvalWords } from "./approval.words.ts";

const words = approvalWords.fr.form;

/** What was typed, by the name of its field. */
export type ApprovalTyped = Readonly<Record<string, string>>;

interface ApprovalFormPageProps extends Frame {
  readonly structure: { readonly id: string; readonly name: string };
  /** What is renewed; undefined for a first one. */
  readonly renews: Approval | undefined;
  readonly errors: readonly FieldError[];
  readonly typed: ApprovalTyped;
  readonly formKey: string;
}

/** Un agrément à noter, or to renew. The form keeps what was typed when something is to be put right. */
export const ApprovalFormPage = ({ structure, renews, errors, typed, formKey, ...frame }: ApprovalFormPageProps): ReactElement => {
  const title = renews ? words.renew : words.add;
  const field = (name: string) => ({
    name,
    value: typed[name] ?? "",
    error: errors.find((each) => each.field === name)?.message,
  });
  return (
    <PublicPage {...frame} title={title} back={`${frame.prefix}/annuaire/agrements`} hasErrors={errors.length > 0} quickExit={false}>
      <ErrorSummary errors={errors} />
      <h1>{title}</h1>
      <p className="lead">{french(words.of(structure.name))}</p>
      {renews?.until !== undefined && <p className="notice">{french(words.after(dayInFull(renews.until)))}</p>}
      <form className="form" method="post" encType="multipart/form-data" action={`${frame.prefix}/annuaire/agrements`} noValidate>
        <Hidden name="cle" value={formKey} />
        <Hidden name="structure" value={structure.id} />
        {renews && <Hidden name="renouvelle" value={renews.id} />}
        <Select
          {...field("sorte")}
          label={words.kind}
          choices={[{ value: "", label: "" }, ...approvalKinds.map((kind) => ({ value: kind, label: approvalWords.fr.kinds[kind] }))]}
        />
        <TextField {...field("intitule")} label={words.title} hint={words.titleHint} maxLength={200} />
        <TextField {...field("organisme")} label={words.body} hint={words.bodyHint} maxLength={200} />
        <TextField {...field("numero")} label={words.number} width="medium" maxLength={80} />
        <TextField {...field("debut")} label={words.from} type="date" width="medium" />
        <TextField {...field("fin")} label={words.until} hint={words.untilHint} type="date" width="medium" />
        <RadioGroup
          {...field("indispensable")}
          label={words.required}
          choices={[
            { value: "oui", label: words.requiredYes, hint: words.requiredYesHint },
            { value: "non", label: words.requiredNo },
          ]}
        />
        <TextField {...field("lien")} label={words.url} hint={words.urlHint} maxLength={500} />
        <FileField error={errors.find((each) => each.field === "fichier")?.message} />
        <Button>{words.save}</Button>
      </form>
    </PublicPage>
  );
};

const FileField = ({ error }: { readonly error: string | undefined }): ReactElement => (
  <div className={error === undefined ? "field" : "field wrong"}>
    <label className="label" htmlFor="fichier">
      {words.file}
    </label>
    <p className="hint" id="fichier-aide">
      {french(words.fileHint)}
    </p>
    {error !== undefined && (
      <p className="field-error" id="fichier-erreur">
        {french(error)}
      </p>
    )}
    <input
      className="input"
      id="fichier"
      name="fichier"
      type="file"
      aria-describedby={error === undefined ? "fichier-aide" : "fichier-aide fichier-erreur"}
      aria-invalid={error === undefined ? undefined : true}
    />
  </div>
);
