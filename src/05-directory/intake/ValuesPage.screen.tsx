import type { ReactElement } from "react";
import type { Frame } from "#ground";
import { Button, Form, french, PublicPage, Select } from "#ground/screens";
import { accessModes, costs, publics } from "../record/code-lists.ts";
import { codeWords } from "../record/code-lists.words.ts";
import { themeChoicesWith } from "./ColumnsPage.screen.tsx";
import { columnsPageWords } from "./columns-page.words.ts";

const words = columnsPageWords.fr;

export interface ValuedColumn {
  readonly name: string;
  readonly field: string;
  readonly values: readonly { readonly value: string; readonly lines: number; readonly code: string }[];
}

interface ValuesPageProps extends Frame {
  readonly importId: string;
  readonly columns: readonly ValuedColumn[];
}

/** Valeurs d'une liste : what each of them becomes. */
export const ValuesPage = ({ importId, columns, ...frame }: ValuesPageProps): ReactElement => (
  <PublicPage {...frame} title={words.values.title} back={`${frame.prefix}/annuaire/imports/${importId}/colonnes`} quickExit={false}>
    <h1>{french(words.values.title)}</h1>
    <p className="muted">{french(words.values.lead)}</p>
    <Form action={`${frame.prefix}/annuaire/imports/${importId}/valeurs`}>
      {columns.map((column, at) => (
        <section className="stack" key={column.name} aria-labelledby={`valeurs-${at}`}>
          <h2 id={`valeurs-${at}`}>{french(`${column.name} : ${words.fields[column.field as keyof typeof words.fields]}`)}</h2>
          {column.values.length >= 60 && <p className="muted">{french(words.values.most)}</p>}
          {column.values.map(({ value, lines, code }, position) => (
            <Select
              key={value}
              name={`valeur-${at}-${position}`}
              label={value}
              hint={words.values.lines(lines)}
              choices={choicesFor(column.field)}
              value={code}
            />
          ))}
        </section>
      ))}
      <Button>{words.values.go}</Button>
    </Form>
  </PublicPage>
);

const choicesFor = (field: string): { value: string; label: string }[] => {
  const leave = { value: "", label: words.leave };
  if (field === "thematiques") return themeChoicesWith(words.leave);
  if (field === "publics") return [leave, ...publics.map((code) => ({ value: code, label: codeWords.public(code) }))];
  if (field === "frais") return [leave, ...costs.map((code) => ({ value: code, label: codeWords.cost(code) }))];
  if (field === "modes_accueil") return [leave, ...accessModes.map((code) => ({ value: code, label: codeWords.accessMode(code) }))];
  return [leave, ...Object.entries(words.values.natures).map(([value, label]) => ({ value, label }))];
};
