import type { ReactElement } from "react";
import type { Frame } from "#ground";
import { Button, ErrorSummary, Form, french, PublicPage, Select, TextField, type FieldError } from "#ground/screens";
import { categories, themesUnder } from "../record/code-lists.ts";
import { codeWords } from "../record/code-lists.words.ts";
import { columnFields, toldOf, type ColumnChoices, type ColumnSample } from "./column-choices.ts";
import { columnsPageWords } from "./columns-page.words.ts";

const words = columnsPageWords.fr;

interface ColumnsPageProps extends Frame {
  readonly importId: string;
  readonly fileName: string;
  readonly columns: readonly ColumnSample[];
  readonly choices: ColumnChoices;
  readonly errors: readonly FieldError[];
}

/** Correspondance à l'écran : each column, three of its values, and what it is. */
export const ColumnsPage = ({ importId, fileName, columns, choices, errors, ...frame }: ColumnsPageProps): ReactElement => (
  <PublicPage {...frame} title={words.title} back={`${frame.prefix}/annuaire/imports`} hasErrors={errors.length > 0} quickExit={false}>
    <ErrorSummary errors={errors} />
    <h1>{french(words.title)}</h1>
    <p className="muted">
      {french(words.for(fileName))}
      <br />
      {french(words.lead(columns.length))}
    </p>
    <Form action={`${frame.prefix}/annuaire/imports/${importId}/colonnes`}>
      {columns.map((column, at) => (
        <Select
          key={column.name}
          name={`colonne-${at}`}
          label={column.name}
          hint={words.samples(column.samples)}
          choices={fieldChoices}
          value={toldOf(choices.fields, column.name) ?? ""}
          error={at === 0 ? errors.find(({ field }) => field === "colonne-0")?.message : undefined}
        />
      ))}
      <h2>{french(words.everywhere)}</h2>
      <Select name="thematique" label={words.theme} hint={words.themeHint} choices={themeChoices} value={choices.theme} />
      <TextField
        name="description"
        label={words.description}
        hint={words.descriptionHint}
        value={choices.description}
        maxLength={500}
        error={errors.find(({ field }) => field === "description")?.message}
      />
      <Button>{words.go}</Button>
    </Form>
  </PublicPage>
);

const fieldChoices = [{ value: "", label: words.leave }, ...columnFields.map((field) => ({ value: field, label: words.fields[field] }))];

/** Categories, each followed by its themes. */
export const themeChoicesWith = (nothing: string): { value: string; label: string }[] => [
  { value: "", label: nothing },
  ...categories.flatMap((category) => [
    { value: category, label: words.whole(codeWords.categories[category]) },
    ...themesUnder(category).map((theme) => ({ value: theme, label: `– ${codeWords.theme(theme)}` })),
  ]),
];
const themeChoices = themeChoicesWith(words.noTheme);
