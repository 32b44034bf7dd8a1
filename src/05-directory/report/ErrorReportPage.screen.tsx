import type { ReactElement } from "react";
import type { Frame } from "#ground";
import { Button, ErrorSummary, Form, french, Hidden, PublicPage, RadioGroup, TextField, type FieldError } from "#ground/screens";
import { directoryWords } from "../record/directory.words.ts";
import { errorReasons } from "./error-report.contract.ts";

const words = directoryWords.fr.report;

interface ErrorReportPageProps extends Frame {
  readonly serviceName: string;
  readonly back: string;
  readonly errors: readonly FieldError[];
  readonly typed: { readonly reason: string | undefined; readonly details: string };
  /** Makes one report of a form sent twice. */
  readonly formKey: string;
}

/** Signaler une erreur sur une fiche: one choice, one line if one wants. */
export const ErrorReportPage = ({ serviceName, back, errors, typed, formKey, ...frame }: ErrorReportPageProps): ReactElement => (
  <PublicPage {...frame} title={words.title} back={back} hasErrors={errors.length > 0}>
    <ErrorSummary errors={errors} />
    <h1>{french(words.title)}</h1>
    <p className="muted">{french(words.lead(serviceName))}</p>
    <Form>
      <Hidden name="cle" value={formKey} />
      <RadioGroup
        name="motif"
        label={words.what}
        choices={errorReasons.map((reason) => ({ value: reason, label: words.reasons[reason] }))}
        error={errors.find(({ field }) => field === "motif")?.message}
        value={typed.reason}
      />
      <TextField
        name="precision"
        label={words.details}
        hint={words.detailsHint}
        value={typed.details}
        error={errors.find(({ field }) => field === "precision")?.message}
        maxLength={500}
      />
      <Button>{words.send}</Button>
    </Form>
  </PublicPage>
);
