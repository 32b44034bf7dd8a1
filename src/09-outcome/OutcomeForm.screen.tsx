import { useState, type ReactElement, type SyntheticEvent } from "react";
import { french, Icon, useLanguage, useResource, Waiting, useDeed } from "#ground/screens";
import { outcomeDeskWords } from "./desk.words.ts";
import { deliveredAnswers, type Verdict } from "./outcome.ts";
import { OutcomesContract, type OutcomesShown } from "./outcome.contract.ts";

const sources = ["person", "provider", "counsellor"] as const;
const tones: Readonly<Record<Verdict, { readonly tone: string; readonly mark: "done" | "half" | "dash" | "danger" }>> = {
  delivered: { tone: "ok", mark: "done" },
  partly: { tone: "ok", mark: "half" },
  "not-delivered": { tone: "no", mark: "dash" },
  disputed: { tone: "alert", mark: "danger" },
};

/** Résultat d'une transmission : each word with its author, what is held to be true, and the form to note one more. */
export function OutcomeForm(props: { readonly referralId: string }): ReactElement {
  const words = outcomeDeskWords[useLanguage()];
  const resource = useResource(`/api/referrals/${props.referralId}/outcomes`, OutcomesContract, {
    live: ["outcome.recorded", "referral.closed"],
  });
  return (
    <section className="panel stack" aria-label={words.title}>
      <h2>{words.title}</h2>
      <Waiting for={resource}>
        {(outcomes) => (
          <>
            <Said outcomes={outcomes} />
            <NewWord key={outcomes.words.length} outcomes={outcomes} onSaved={resource.reload} />
          </>
        )}
      </Waiting>
    </section>
  );
}

const Said = ({ outcomes }: { readonly outcomes: OutcomesShown }): ReactElement => {
  const language = useLanguage();
  const words = outcomeDeskWords[language];
  if (outcomes.verdict === null) return <p className="muted">{french(words.none)}</p>;
  const { tone, mark } = tones[outcomes.verdict];
  const date = new Intl.DateTimeFormat(language === "fr" ? "fr-FR" : "en-GB", { timeZone: "Europe/Paris", day: "numeric", month: "long" });
  return (
    <>
      <p className={`state ${tone}`}>
        <Icon name={mark} /> {french(words.verdict[outcomes.verdict])}
      </p>
      <ul className="rows">
        {outcomes.words.map((word) => (
          <li key={word.id}>
            {french(words.says(words.sources[word.source], words.delivered[word.delivered]))}
            {word.reason === null ? "" : french(`, « ${word.reason} »`)}
            <span className="tiny">
              {" "}
              {date.format(new Date(word.saidAt))}
              {word.satisfaction === null ? "" : ` · ${words.satisfaction(word.satisfaction)}`}
              {word.saidBy === null ? "" : ` · ${words.by(word.saidBy)}`}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
};

const NewWord = ({ outcomes, onSaved }: { readonly outcomes: OutcomesShown; readonly onSaved: () => void }): ReactElement => {
  const words = outcomeDeskWords[useLanguage()];
  const { act, problem } = useDeed();
  const isSettling = outcomes.verdict === "disputed" && outcomes.maySettle;
  const [source, setSource] = useState<string>(isSettling ? "counsellor" : "");
  const [delivered, setDelivered] = useState("");
  const [reason, setReason] = useState("");
  const save = async (event: SyntheticEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    if (await act(`/api/referrals/${outcomes.referralId}/outcomes`, { source, delivered, reason }, OutcomesContract)) onSaved();
  };
  return (
    <details open={isSettling}>
      <summary>{isSettling ? words.settle : words.note}</summary>
      <form className="stack" noValidate onSubmit={(event) => void save(event)}>
        <Segments
          legend={words.whose}
          choices={sources.map((value) => ({ value, label: words.sources[value] }))}
          value={source}
          onChange={setSource}
        />
        <Segments
          legend={words.tookPlace}
          choices={deliveredAnswers.map((value) => ({ value, label: words.delivered[value] }))}
          value={delivered}
          onChange={setDelivered}
        />
        <div className="field">
          <label className="label" htmlFor="outcome-reason">
            {words.reason}
          </label>
          <p className="hint" id="outcome-reason-aide">
            {french(words.reasonHint)}
          </p>
          <textarea
            className="input"
            id="outcome-reason"
            rows={2}
            maxLength={300}
            aria-describedby="outcome-reason-aide"
            value={reason}
            onChange={(event) => {
              setReason(event.target.value);
            }}
          />
        </div>
        <button type="submit" className="button primary">
          {words.save}
        </button>
        {problem && (
          <ul className="field-error" role="alert">
            {(problem.fields.length > 0 ? problem.fields.map((field) => field.message) : [problem.sentence]).map((sentence) => (
              <li key={sentence}>{french(sentence)}</li>
            ))}
          </ul>
        )}
      </form>
    </details>
  );
};

/** One choice among a few words, each a button that says whether it is pressed. */
export const Segments = (props: {
  readonly legend: string;
  readonly choices: readonly { readonly value: string; readonly label: string }[];
  readonly value: string;
  readonly onChange: (value: string) => void;
}): ReactElement => (
  <fieldset>
    <legend className="label">{french(props.legend)}</legend>
    <div className="segments">
      {props.choices.map(({ value, label }) => (
        <button
          type="button"
          key={value}
          aria-pressed={props.value === value}
          onClick={() => {
            props.onChange(value);
          }}
        >
          {label}
        </button>
      ))}
    </div>
  </fieldset>
);
