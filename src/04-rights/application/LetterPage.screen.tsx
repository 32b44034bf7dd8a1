import { useState, type ReactElement } from "react";
import { french, Icon, Link, send, useLanguage, useResource, Waiting } from "#ground/screens";
import { dayInWords } from "../estimate/day-in-words.ts";
import { rightWords } from "../estimate/right.words.ts";
import { applicationWords } from "./application.words.ts";
import { isUnfinished } from "./letter-draft.ts";
import { LetterKeptContract, LettersContract, type LettersShown, type LetterShown } from "./letter.contract.ts";
import type { Letter } from "./letter.ts";

/** Courriers d'une démarche : read again with her, changed, kept by version, printed. */
export const LetterPage = (props: { readonly applicationId: string; readonly asked: string | null }): ReactElement => {
  const resource = useResource(`/api/applications/${props.applicationId}/letters`, LettersContract);
  return (
    <main className="page" id="content" tabIndex={-1}>
      <Waiting for={resource}>{(shown) => <Page shown={shown} asked={props.asked} reload={resource.reload} />}</Waiting>
    </main>
  );
};

const Page = ({
  shown,
  asked,
  reload,
}: {
  readonly shown: LettersShown;
  readonly asked: string | null;
  readonly reload: () => void;
}): ReactElement => {
  const language = useLanguage();
  const words = applicationWords[language];
  const chosen = shown.letters.find(({ kind }) => kind === asked) ?? shown.letters[0];
  const right = letterRight(shown, language);
  return (
    <>
      <div className="page-head">
        <div>
          <h1>{french(words.letter.title(shown.personName))}</h1>
          <p className="muted">{french(right)}</p>
        </div>
        <Link className="button" to={`/bureau/situations/${shown.situationId}/demarches`}>
          {words.letter.back}
        </Link>
      </div>
      {shown.letters.length > 1 ? (
        <nav className="tabs" aria-label={words.letters}>
          {shown.letters.map(({ kind }) => (
            <Link
              key={kind}
              to={`/bureau/demarches/${shown.applicationId}/courriers?courrier=${kind}`}
              {...(kind === chosen?.kind ? { "aria-current": "page" as const } : {})}
            >
              {words.letterKinds[kind]}
            </Link>
          ))}
        </nav>
      ) : null}
      {chosen === undefined ? (
        <p className="panel empty">{words.letter.nothing}</p>
      ) : (
        <LetterForm key={`${chosen.kind} ${chosen.version}`} applicationId={shown.applicationId} shown={chosen} reload={reload} />
      )}
    </>
  );
};

const letterRight = (shown: LettersShown, language: "fr" | "en"): string => {
  const names: Readonly<Record<string, { readonly name: string }>> = rightWords[language];
  return shown.right === null ? (shown.label ?? "") : (names[shown.right]?.name ?? "");
};

const rows = { sender: 4, addressee: 4, text: 16 } as const;

const LetterForm = (props: { readonly applicationId: string; readonly shown: LetterShown; readonly reload: () => void }): ReactElement => {
  const { shown } = props;
  const words = applicationWords[useLanguage()].letter;
  const [typed, setTyped] = useState<Letter>(shown.letter);
  const [wrong, setWrong] = useState<Readonly<Record<string, string>>>({});
  const [said, say] = useState("");
  const isChanged = JSON.stringify(typed) !== JSON.stringify(shown.letter);
  const keep = async (): Promise<void> => {
    const body = { kind: shown.kind, letter: typed, afterVersion: shown.version };
    const kept = await send(`/api/applications/${props.applicationId}/letters`, body, LetterKeptContract);
    setWrong(
      kept.kind === "refused"
        ? Object.fromEntries(kept.fields.map(({ field, sentence }) => [field.split(".").at(-1) ?? "", sentence]))
        : {},
    );
    say(kept.kind === "offline" ? words.failed : kept.kind === "refused" ? (kept.fields[0]?.sentence ?? kept.sentence) : "");
    if (kept.kind === "done") props.reload();
  };
  const type = (part: keyof Letter) => (value: string) => {
    setTyped((before) => ({ ...before, [part]: value }));
  };
  return (
    <div className="with-aside">
      <section className="panel letter" aria-label={applicationLetterName(shown.kind)}>
        <LetterField
          id="sender"
          label={words.sender}
          hint={words.senderHint}
          rows={rows.sender}
          value={typed.sender}
          wrong={wrong["sender"]}
          onType={type("sender")}
        />
        <LetterField
          id="addressee"
          label={words.addressee}
          hint={words.addresseeHint}
          rows={rows.addressee}
          value={typed.addressee}
          wrong={wrong["addressee"]}
          onType={type("addressee")}
        />
        <LetterField id="place" label={words.place} value={typed.place} wrong={wrong["place"]} onType={type("place")} />
        <LetterField id="day" label={words.on} type="date" value={typed.on} wrong={wrong["on"]} onType={type("on")} />
        <LetterField id="subject" label={words.subject} value={typed.subject} wrong={wrong["subject"]} onType={type("subject")} />
        <LetterField
          id="text"
          label={words.text}
          hint={words.textHint}
          rows={rows.text}
          value={typed.text}
          wrong={wrong["text"]}
          onType={type("text")}
        />
        <div className="actions">
          <button type="button" className="button primary" onClick={() => void keep()}>
            {words.save}
          </button>
          <button
            type="button"
            className="button quiet"
            onClick={() => {
              setTyped(shown.draft);
            }}
          >
            {words.again}
          </button>
        </div>
        <p className="field-error" role="alert">
          {french(said)}
        </p>
      </section>
      <Paper applicationId={props.applicationId} shown={shown} isChanged={isChanged} isUnfinished={isUnfinished(typed)} />
    </div>
  );
};

const applicationLetterName = (kind: LetterShown["kind"]): string => applicationWords.fr.letterKinds[kind];

const LetterField = (props: {
  readonly id: string;
  readonly label: string;
  readonly hint?: string;
  readonly rows?: number;
  readonly type?: "date";
  readonly value: string;
  readonly wrong: string | undefined;
  readonly onType: (value: string) => void;
}): ReactElement => {
  const { id, hint, wrong } = props;
  const described = [hint === undefined ? "" : `${id}-aide`, wrong === undefined ? "" : `${id}-erreur`]
    .filter((part) => part !== "")
    .join(" ");
  const field = {
    id,
    className: "input",
    lang: "fr",
    value: props.value,
    ...(described === "" ? {} : { "aria-describedby": described }),
    ...(wrong === undefined ? {} : { "aria-invalid": true }),
  };
  return (
    <div className={`field letter-${id}${wrong === undefined ? "" : " wrong"}`}>
      <label className="label" htmlFor={id}>
        {props.label}
      </label>
      {hint === undefined ? null : (
        <p className="hint" id={`${id}-aide`}>
          {french(hint)}
        </p>
      )}
      {wrong === undefined ? null : (
        <p className="field-error" id={`${id}-erreur`}>
          {french(wrong)}
        </p>
      )}
      {props.rows === undefined ? (
        <input
          {...field}
          type={props.type ?? "text"}
          onChange={(event) => {
            props.onType(event.target.value);
          }}
        />
      ) : (
        <textarea
          {...field}
          rows={props.rows}
          onChange={(event) => {
            props.onType(event.target.value);
          }}
        />
      )}
    </div>
  );
};

/** What is printed is what is kept, and nothing else; a passage left to write keeps it from being printed. */
const Paper = (props: {
  readonly applicationId: string;
  readonly shown: LetterShown;
  readonly isChanged: boolean;
  readonly isUnfinished: boolean;
}): ReactElement => {
  const language = useLanguage();
  const words = applicationWords[language].letter;
  const { shown, isChanged } = props;
  const isDraft = shown.version === 0;
  return (
    <aside>
      <section className="panel stack" aria-label={words.print}>
        <p className={isChanged || isDraft ? "state ask" : "state ok"} role="status">
          <Icon name={isChanged || isDraft ? "todo" : "done"} />
          {french(isDraft ? words.draft : isChanged ? words.unsaved : words.kept(shown.version))}
        </p>
        {shown.writtenAt === null ? null : (
          <p className="tiny">{words.keptBy(shown.writtenBy ?? "", dayInWords(shown.writtenAt, language))}</p>
        )}
        {props.isUnfinished ? <p className="small">{words.unfinished}</p> : null}
        {isDraft || isChanged ? (
          <p className="small">{words.saveFirst}</p>
        ) : props.isUnfinished ? null : (
          <>
            <a
              className="button"
              href={`/api/applications/${props.applicationId}/letter.pdf?courrier=${shown.kind}`}
              target="_blank"
              rel="noreferrer"
            >
              <Icon name="print" /> {words.print}
            </a>
            <p className="tiny">{words.logged}</p>
          </>
        )}
        <p className="small muted">{french(words.readAgain)}</p>
      </section>
    </aside>
  );
};
