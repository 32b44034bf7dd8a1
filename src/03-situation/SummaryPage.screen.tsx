import { useState, type ReactElement } from "react";
import { french, Icon, Link, Refused, send, useLanguage, useResource, Waiting } from "#ground/screens";
import { dateSaid } from "./desk/words.ts";
import { SummaryContract, SummaryKeptContract, type SummaryShown } from "./summary.contract.ts";
import { summaryPageWords } from "./summary-page.words.ts";
import { summaryLength, summaryMaxLength, summarySections, type Summary, type SummarySection } from "./summary.ts";
import { summaryWords } from "./summary.words.ts";

/** Résumé pour la personne : read again with her, changed, kept, printed on one page, and shown online when she says so. */
export const SummaryPage = (props: { readonly contactId: string }): ReactElement => {
  const resource = useResource(`/api/exchanges/${props.contactId}/summary`, SummaryContract);
  return (
    <main className="page" id="content" tabIndex={-1}>
      <Waiting for={resource}>{(summary) => <Page key={summary.version} summary={summary} reload={resource.reload} />}</Waiting>
    </main>
  );
};

type Typed = Readonly<Record<SummarySection | "word", string>>;
const typedFrom = (text: Summary): Typed => ({
  asked: text.lines.asked.join("\n"),
  agreed: text.lines.agreed.join("\n"),
  steps: text.lines.steps.join("\n"),
  people: text.lines.people.join("\n"),
  word: text.word,
});
const linesIn = (text: string): readonly string[] =>
  text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
const textOf = (typed: Typed): Summary => ({
  lines: { asked: linesIn(typed.asked), agreed: linesIn(typed.agreed), steps: linesIn(typed.steps), people: linesIn(typed.people) },
  word: typed.word.trim(),
});

const Page = ({ summary, reload }: { readonly summary: SummaryShown; readonly reload: () => void }): ReactElement => {
  const language = useLanguage();
  const words = summaryWords[language];
  const [typed, setTyped] = useState(() => typedFrom(summary.text));
  const [said, say] = useState("");
  const isChanged = summary.version === 0 || JSON.stringify(textOf(typed)) !== JSON.stringify(textOf(typedFrom(summary.text)));
  const keep = async (): Promise<void> => {
    const kept = await send(
      `/api/exchanges/${summary.contactId}/summary`,
      { text: textOf(typed), afterVersion: summary.version },
      SummaryKeptContract,
    );
    say(kept.kind === "offline" ? words.failed : kept.kind === "refused" ? (kept.fields[0]?.sentence ?? kept.sentence) : "");
    if (kept.kind === "done") reload();
  };
  const length = summaryLength(textOf(typed));
  return (
    <div className="stack summary-page">
      <div className="page-head">
        <h1>{words.titleOf(summary.personName)}</h1>
        <Link className="button" to={`/bureau/echanges/${summary.contactId}`}>
          {words.back}
        </Link>
      </div>
      {summary.isProtected ? (
        <p className="careful">
          <Icon name="alert" /> <strong>{words.protectedTitle}</strong>
          <br />
          {words.protectedWhy}
        </p>
      ) : null}
      <div className="with-aside">
        <section className="panel stack" aria-label={words.title}>
          <p className="muted small">{french(words.hint)}</p>
          {[...summarySections, "word" as const].map((section) => (
            <SectionField
              key={section}
              id={`summary-${section}`}
              label={section === "word" ? words.word : words.sections[section]}
              hint={section === "word" ? words.wordHint : undefined}
              value={typed[section]}
              onType={(value) => {
                setTyped((before) => ({ ...before, [section]: value }));
              }}
            />
          ))}
          <p className={length > summaryMaxLength ? "field-error" : "tiny"}>{words.length(length, summaryMaxLength)}</p>
          <div className="actions">
            <button type="button" className="button primary" onClick={() => void keep()}>
              {words.save}
            </button>
            <button
              type="button"
              className="button quiet compact"
              onClick={() => {
                setTyped(typedFrom(summary.draft));
              }}
            >
              {words.again}
            </button>
          </div>
          <p className="field-error" role="alert">
            {said}
          </p>
        </section>
        <aside>
          <Paper summary={summary} isChanged={isChanged} />
          {summary.isProtected || summary.version === 0 ? null : <Share summary={summary} reload={reload} />}
        </aside>
      </div>
    </div>
  );
};

const SectionField = (props: {
  readonly id: string;
  readonly label: string;
  readonly hint: string | undefined;
  readonly value: string;
  readonly onType: (value: string) => void;
}): ReactElement => (
  <div className="field">
    <label className="label" htmlFor={props.id}>
      {props.label}
    </label>
    {props.hint === undefined ? null : (
      <p className="hint" id={`${props.id}-hint`}>
        {props.hint}
      </p>
    )}
    <textarea
      className="input"
      id={props.id}
      lang="fr"
      rows={Math.min(8, Math.max(2, props.value.split("\n").length + 1))}
      value={props.value}
      {...(props.hint === undefined ? {} : { "aria-describedby": `${props.id}-hint` })}
      onChange={(event) => {
        props.onType(event.target.value);
      }}
    />
  </div>
);

type Purpose = keyof (typeof summaryPageWords)["fr"]["purposes"];

/** What is printed is what is kept, and nothing else. */
const Paper = ({ summary, isChanged }: { readonly summary: SummaryShown; readonly isChanged: boolean }): ReactElement => {
  const language = useLanguage();
  const words = summaryWords[language];
  const [purpose, setPurpose] = useState<Purpose>("handed");
  return (
    <section className="panel stack" aria-label={words.print}>
      <p className={isChanged ? "state ask" : "state ok"} role="status">
        <Icon name={isChanged ? "todo" : "done"} />
        {summary.version === 0 ? words.draft : isChanged ? words.unsaved : words.saved(summary.version)}
      </p>
      {summary.writtenAt === undefined ? null : (
        <p className="tiny">{words.kept(summary.version, summary.writtenBy ?? "", dateSaid(summary.writtenAt, language))}</p>
      )}
      {isChanged ? (
        <p className="small">{words.saveFirst}</p>
      ) : (
        <>
          <div className="field">
            <label className="label" htmlFor="summary-why">
              {words.why}
            </label>
            <select
              className="input"
              id="summary-why"
              value={purpose}
              onChange={(event) => {
                setPurpose(event.target.value as Purpose);
              }}
            >
              {Object.entries(summaryPageWords.fr.purposes).map(([each, label]) => (
                <option key={each} value={each} lang="fr">
                  {label}
                </option>
              ))}
            </select>
          </div>
          <a className="button" href={`/api/exchanges/${summary.contactId}/summary.pdf?motif=${purpose}`} target="_blank" rel="noreferrer">
            {words.print}
          </a>
          <p className="tiny">{words.logged}</p>
        </>
      )}
    </section>
  );
};

/** Asked aloud, two equal buttons; taken back as easily. */
const Share = ({ summary, reload }: { readonly summary: SummaryShown; readonly reload: () => void }): ReactElement => {
  const language = useLanguage();
  const words = summaryWords[language];
  const [isAsked, ask] = useState(false);
  const [problem, setProblem] = useState("");
  const answer = async (given: "yes" | "no"): Promise<void> => {
    const sent = await send(`/api/exchanges/${summary.contactId}/summary/share`, { answer: given });
    setProblem(sent.kind === "refused" ? sent.sentence : sent.kind === "offline" ? words.failed : "");
    ask(false);
    if (sent.kind === "done") reload();
  };
  return (
    <section className="panel stack" aria-label={words.share}>
      {summary.sharedAt === undefined ? (
        <button
          type="button"
          className="button compact"
          aria-expanded={isAsked}
          onClick={() => {
            ask(!isAsked);
          }}
        >
          {words.share}
        </button>
      ) : (
        <>
          <p className="state ok">
            <Icon name="done" />
            {words.shared(dateSaid(summary.sharedAt, language))}
          </p>
          <button type="button" className="button quiet compact" onClick={() => void answer("no")}>
            {words.unshare}
          </button>
        </>
      )}
      {isAsked ? (
        <div className="script">
          <p className="tiny">{words.readAloud}</p>
          <p lang="fr">{french(words.shareAsk)}</p>
          <p className="actions">
            <button type="button" className="button" onClick={() => void answer("yes")}>
              {words.yes}
            </button>
            <button type="button" className="button" onClick={() => void answer("no")}>
              {words.no}
            </button>
          </p>
        </div>
      ) : null}
      <Refused sentence={problem} />
    </section>
  );
};
