import { useState, type ReactElement } from "react";
import { french, Icon, send, useLanguage, useResource } from "#ground/screens";
import { ForgottenContract, KeptAnswersContract, type KeptAnswersView } from "./kept-answers.contract.ts";
import { keptAnswersWords } from "./kept-answers.words.ts";
import { sheetsFor } from "./sheets.ts";

/** Réponses gardées d'une personne, beside who she is. Nothing is shown when she let nothing be kept. */
export function QuizAnswers(props: { readonly personId: string }): ReactElement | null {
  const words = keptAnswersWords[useLanguage()];
  const resource = useResource(`/api/persons/${props.personId}/quiz-answers`, KeptAnswersContract, { live: ["answers."] });
  if (resource.state !== "ready" || resource.value.kept.length === 0) return null;
  return (
    <section className="panel stack" aria-label={words.title}>
      <div className="panel-head">
        <h2>{words.title}</h2>
      </div>
      {resource.value.kept.map((kept) => (
        <Kept key={kept.id} kept={kept} reload={resource.reload} />
      ))}
    </section>
  );
}

const Kept = ({ kept, reload }: { readonly kept: KeptAnswersView; readonly reload: () => void }): ReactElement => {
  const language = useLanguage();
  const words = keptAnswersWords[language];
  const day = new Intl.DateTimeFormat(language === "fr" ? "fr-FR" : "en-GB", { dateStyle: "long", timeZone: "Europe/Paris" });
  return (
    <article className="stack">
      <h3>{kept.quiz}</h3>
      {kept.tellsDanger && (
        <p className="state alert">
          <Icon name="danger" /> {french(words.danger)}
        </p>
      )}
      <p className="muted small">
        {french(words.agreed(day.format(new Date(kept.agreedAt))))} {french(words.careful)}
      </p>
      {kept.word !== undefined && <p>{french(`${words.word} : « ${kept.word} »`)}</p>}
      {kept.toCheck.length > 0 && <ToCheck toCheck={kept.toCheck} />}
      <details>
        <summary>{words.all(kept.lines.length)}</summary>
        <dl className="definition">
          {kept.lines.map(({ asked, answered }) => (
            <div key={asked}>
              <dt>{french(asked)}</dt>
              <dd>{french(answered)}</dd>
            </div>
          ))}
        </dl>
      </details>
      <Forget answersId={kept.id} reload={reload} />
    </article>
  );
};

/** Dashed, as all that a machine proposes: nothing of it is saved, counted or sent. */
const ToCheck = ({ toCheck }: Pick<KeptAnswersView, "toCheck">): ReactElement => {
  const words = keptAnswersWords[useLanguage()];
  return (
    <div className="machine">
      <h4 className="machine-label">{words.toCheck}</h4>
      <ul className="rows">
        {toCheck.map(({ need, label }) => (
          <li key={need}>
            {french(label)}{" "}
            {sheetsFor(need)
              .slice(0, 1)
              .map((sheet) => (
                <a key={sheet.id} href={`/fiches/${sheet.id}`} target="_blank" rel="noreferrer">
                  {words.sheet} <span className="visually-hidden">{french(`: ${sheet.title}`)}</span>
                </a>
              ))}
          </li>
        ))}
      </ul>
      <p className="muted small">{french(words.notNeeds)}</p>
    </div>
  );
};

const Forget = ({ answersId, reload }: { readonly answersId: string; readonly reload: () => void }): ReactElement => {
  const words = keptAnswersWords[useLanguage()];
  const [isAsked, ask] = useState(false);
  const [problem, tell] = useState("");
  const forget = async (): Promise<void> => {
    const answer = await send(`/api/quiz-answers/${answersId}/forget`, {}, ForgottenContract);
    if (answer.kind === "done") reload();
    else tell(words.failed);
  };
  return (
    <>
      <div className="actions">
        {isAsked ? (
          <>
            <span>{french(words.sure)}</span>
            <button type="button" className="button compact" onClick={() => void forget()}>
              {words.yes}
            </button>
            <button
              type="button"
              className="button compact"
              onClick={() => {
                ask(false);
              }}
            >
              {words.no}
            </button>
          </>
        ) : (
          <button
            type="button"
            className="button compact quiet"
            onClick={() => {
              ask(true);
            }}
          >
            {words.forget}
          </button>
        )}
      </div>
      <p className={problem === "" ? "visually-hidden" : "notice careful"} role="status">
        {problem}
      </p>
    </>
  );
};
