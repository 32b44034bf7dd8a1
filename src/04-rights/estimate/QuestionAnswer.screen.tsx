import { useId, useState, type KeyboardEvent, type ReactElement, type SyntheticEvent } from "react";
import type { Month } from "#engines/calendar";
import { french, useLanguage } from "#ground/screens";
import type { Facts, FactValue } from "../facts/fact.ts";
import { choiceInWords, questionInWords } from "../facts/question-text.ts";
import type { Question } from "../facts/question.ts";
import { choicesOf } from "../facts/questions.ts";
import { doesNotKnow } from "../facts/read-fact.ts";
import { chosenCommune } from "./commune-typed.ts";
import { estimateWords } from "./estimate.words.ts";
import { typedOf } from "./value-in-words.ts";

/** Lieux trouvés for a typed name or postal code; given by whoever assembles the desk, since the list of communes is another room's. */
export type FindPlaces = (
  typed: string,
) => Promise<readonly { readonly code: string; readonly name: string; readonly departement?: { readonly name: string } }[]>;

export interface AnswerProps {
  readonly question: Question;
  readonly facts: Facts;
  readonly month: Month;
  /** What was answered already, to be changed. */
  readonly value?: FactValue | undefined;
  readonly error?: string | undefined;
  readonly findPlaces?: FindPlaces | undefined;
  readonly onAnswer: (typed: string) => void;
}

/** What a figure pressed on the keyboard answers: the choice of this rank; of a number of children, the number itself. */
export const typedByKey = (key: string, choices: readonly string[], isCount: boolean): string | undefined =>
  /^[0-9]$/.test(key) ? (isCount ? choices.find((choice) => choice === key) : choices[Number(key) - 1]) : undefined;

const counts = ["0", "1", "2", "3", "4", "5", "6"];

/** The answers that are buttons, « ne sait pas » last; none for what is typed or ticked. */
export const buttonsOf = (question: Question, facts: Facts): readonly string[] => {
  if (question.kind === "yes-no") return ["yes", "no", doesNotKnow];
  if (question.kind === "choice") return [...choicesOf(question, facts), doesNotKnow];
  return question.kind === "count" ? [...counts, doesNotKnow] : [];
};

/** Réponse : buttons when the choices are few, a field when something is typed, boxes when several answers go together. */
export const QuestionAnswer = (props: AnswerProps): ReactElement => {
  const { question } = props;
  if (question.kind === "several") return <Several key={question.id} {...props} />;
  return buttonsOf(question, props.facts).length > 0 ? <Buttons {...props} /> : <Typed key={question.id} {...props} />;
};

const Buttons = ({ question, facts, value, error, onAnswer }: AnswerProps): ReactElement => {
  const language = useLanguage();
  const words = estimateWords[language];
  const chosen = value === undefined ? undefined : typedOf(question, value);
  const said = (choice: string): string => {
    if (choice === doesNotKnow) return words.unknown;
    return question.kind === "count"
      ? choice
      : question.kind === "yes-no"
        ? choice === "yes"
          ? words.yes
          : words.no
        : choiceInWords(question, choice, language);
  };
  return (
    <>
      <div className="answers">
        {buttonsOf(question, facts).map((choice, at) => (
          <button
            key={choice}
            type="button"
            className={choice === doesNotKnow ? "button compact unsure" : "button compact"}
            aria-pressed={chosen === choice ? true : undefined}
            aria-keyshortcuts={
              question.kind === "count" ? (choice === doesNotKnow ? undefined : choice) : at < 9 ? String(at + 1) : undefined
            }
            onClick={() => {
              onAnswer(choice);
            }}
          >
            {french(said(choice))}
          </button>
        ))}
      </div>
      <Mistake error={error} />
    </>
  );
};

const Mistake = ({ error, id }: { readonly error: string | undefined; readonly id?: string }): ReactElement | null =>
  error === undefined ? null : (
    <p className="field-error" role="alert" id={id}>
      {french(error)}
    </p>
  );

const Typed = ({ question, facts, month, value, error, findPlaces, onAnswer }: AnswerProps): ReactElement => {
  const language = useLanguage();
  const words = estimateWords[language];
  const id = useId();
  const [places, setPlaces] = useState<Awaited<ReturnType<FindPlaces>>>([]);
  const submit = async (event: SyntheticEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    const field = new FormData(event.currentTarget).get("typed");
    const typed = typeof field === "string" ? field : "";
    if (question.kind !== "commune" || findPlaces === undefined || typed.trim() === "") {
      onAnswer(typed);
      return;
    }
    const [only, ...others] = await findPlaces(typed);
    setPlaces(only && others.length > 0 ? [only, ...others] : []);
    if (others.length === 0) onAnswer(only ? chosenCommune(only.code) : typed);
  };
  const isAmount = question.kind === "amount";
  return (
    <form className="answers" noValidate onSubmit={(event) => void submit(event)}>
      <span className="typed">
        <input
          className={question.kind === "commune" ? "input medium" : "input short"}
          name="typed"
          aria-label={questionInWords(question, facts, month, language).asks}
          inputMode={isAmount ? "decimal" : "text"}
          autoComplete="off"
          defaultValue={value === undefined || value === null || question.kind === "commune" ? "" : typedOf(question, value)}
          aria-invalid={error === undefined ? undefined : true}
          aria-describedby={error === undefined ? undefined : id}
        />
        {isAmount ? <span aria-hidden="true">€</span> : null}
      </span>
      <button type="submit" className="button compact">
        {words.answer}
      </button>
      <button
        type="button"
        className="button compact unsure"
        onClick={() => {
          onAnswer(doesNotKnow);
        }}
      >
        {words.unknown}
      </button>
      {places.map(({ code, name, departement }) => (
        <button
          key={code}
          type="button"
          className="button compact"
          onClick={() => {
            onAnswer(chosenCommune(code));
          }}
        >
          {french(departement === undefined ? name : `${name} (${departement.name})`)}
        </button>
      ))}
      <Mistake error={places.length > 0 ? undefined : error} id={id} />
    </form>
  );
};

const Several = ({ question, facts, value, error, onAnswer }: AnswerProps): ReactElement => {
  const language = useLanguage();
  const words = estimateWords[language];
  const [ticked, tick] = useState<readonly string[]>(typeof value === "object" && value !== null ? value : []);
  const turn = (choice: string, isOn: boolean): void => {
    // « Aucune » alone means something: it takes the place of the others, and they of it.
    tick(isOn ? [...ticked.filter((each) => choice !== "none" && each !== "none"), choice] : ticked.filter((each) => each !== choice));
  };
  return (
    <form
      className="answers"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        onAnswer(ticked.join(","));
      }}
    >
      <div className="ticks">
        {choicesOf(question, facts).map((choice) => (
          <label key={choice} className="tick">
            <input
              type="checkbox"
              checked={ticked.includes(choice)}
              onChange={(event) => {
                turn(choice, event.target.checked);
              }}
            />
            {french(choiceInWords(question, choice, language))}
          </label>
        ))}
      </div>
      <button type="submit" className="button compact">
        {words.answer}
      </button>
      <button
        type="button"
        className="button compact unsure"
        onClick={() => {
          onAnswer(doesNotKnow);
        }}
      >
        {words.unknown}
      </button>
      <Mistake error={error} />
    </form>
  );
};

/** The figures answer wherever the focus is in the question, except while something is typed. */
export const answerByKey =
  (question: Question, facts: Facts, onAnswer: (typed: string) => void) =>
  (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey || (event.target instanceof HTMLInputElement && event.target.type === "text"))
      return;
    const typed = typedByKey(event.key, buttonsOf(question, facts), question.kind === "count");
    if (typed === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    onAnswer(typed);
  };
