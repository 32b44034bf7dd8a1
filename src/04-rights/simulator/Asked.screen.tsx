import type { ReactElement, ReactNode } from "react";
import { french } from "#ground";
import { Button, CheckboxGroup, RadioGroup, TextField, type Choice } from "#ground/screens";
import type { QuestionKind } from "../facts/question.ts";
import { doesNotKnow } from "../facts/read-fact.ts";
import { simulatorWords } from "./simulator.words.ts";

const words = simulatorWords.fr;

/** Question à montrer : all of it decided already. */
export interface AskedQuestion {
  readonly id: string;
  readonly kind: QuestionKind;
  readonly asks: string;
  readonly hint: string | undefined;
  readonly choices: readonly Choice[];
  /** What was answered before, as it is written in the field. */
  readonly value: AnswerShown;
  /** Communes that bear the name that was typed. */
  readonly communes: readonly Choice[];
}

/** What stands in the fields: « ne sait pas » is chosen only where it is a choice. */
export interface AnswerShown {
  readonly typed: string;
  readonly chosen: readonly string[];
  readonly month: string;
  readonly year: string;
}

interface AskedProps {
  readonly question: AskedQuestion;
  readonly error: string | undefined;
}

/** La question elle-même : one field, or one group of large choices. */
export const Asked = ({ question, error }: AskedProps): ReactElement => {
  switch (question.kind) {
    case "choice":
    case "yes-no":
      return <OneOf question={question} error={error} />;
    case "several":
      return (
        <CheckboxGroup
          name="choix"
          label={question.asks}
          {...hintOf(question)}
          isPageTitle
          choices={question.choices}
          values={question.value.chosen}
          error={error}
        />
      );
    case "month":
      return <MonthField question={question} error={error} />;
    case "commune":
      return <CommuneField question={question} error={error} />;
    case "amount":
    case "count":
      return (
        <Titled question={question}>
          <TextField
            name="valeur"
            label={question.kind === "count" ? words.field.count : words.field.amount}
            value={question.value.typed}
            error={error}
            inputMode={question.kind === "count" ? "numeric" : "text"}
            width="short"
            autoComplete="off"
          />
        </Titled>
      );
  }
};

const hintOf = ({ hint }: AskedQuestion): { readonly hint?: string } => (hint === undefined ? {} : { hint });

const OneOf = ({ question, error }: AskedProps): ReactElement => (
  <RadioGroup
    name="choix"
    label={question.asks}
    {...hintOf(question)}
    isPageTitle
    choices={[...question.choices, { value: doesNotKnow, label: words.doesNotKnow }]}
    value={question.value.chosen[0]}
    error={error}
  />
);

const Titled = ({ question, children }: { readonly question: AskedQuestion; readonly children: ReactNode }): ReactElement => (
  <div className="stack">
    <h1>{french(question.asks)}</h1>
    {question.hint !== undefined && <p className="hint">{french(question.hint)}</p>}
    {children}
  </div>
);

const monthNames = [
  "janvier",
  "février",
  "mars",
  "avril",
  "mai",
  "juin",
  "juillet",
  "août",
  "septembre",
  "octobre",
  "novembre",
  "décembre",
];

/** A month and a year, side by side: the month is chosen, the year is typed. */
const MonthField = ({ question, error }: AskedProps): ReactElement => (
  <fieldset className={error ? "field wrong" : "field"} aria-describedby={error ? "mois-erreur" : undefined}>
    <legend className="label">
      <h1>{french(question.asks)}</h1>
    </legend>
    {error !== undefined && (
      <p className="field-error" id="mois-erreur">
        <span className="visually-hidden">{french("Erreur : ")}</span>
        {french(error)}
      </p>
    )}
    <div className="row">
      <div>
        <label className="label" htmlFor="mois">
          {words.field.month}
        </label>
        <select className="input medium" id="mois" name="mois" defaultValue={question.value.month}>
          <option value="">{words.field.chooseMonth}</option>
          {monthNames.map((name, at) => (
            <option key={name} value={at + 1}>
              {name}
            </option>
          ))}
        </select>
      </div>
      <TextField
        name="annee"
        label={words.field.year}
        value={question.value.year}
        inputMode="numeric"
        width="short"
        autoComplete="off"
        maxLength={10}
      />
    </div>
  </fieldset>
);

/** Her commune is searched, then chosen with its département and postal code: never guessed. */
const CommuneField = ({ question, error }: AskedProps): ReactElement => (
  <Titled question={question}>
    <TextField
      name="valeur"
      label={words.field.commune}
      value={question.value.typed}
      error={error}
      autoComplete="postal-code"
      width="medium"
    />
    <Button kind="secondary" name="chercher" value="1">
      {words.field.find}
    </Button>
    {question.communes.length > 0 && (
      <RadioGroup name="choix" label={words.field.whichCommune} choices={question.communes} value={question.value.chosen[0]} />
    )}
  </Titled>
);
