import { useEffect, useId, useRef, useState, type ReactElement, type ReactNode } from "react";
import { french, Icon, send, useLanguage, useResource, Waiting, type Language } from "#ground/screens";
import { ConsentsContract, type ConsentLine } from "./consent.contract.ts";
import { consentScreenWords } from "./consent-screen.words.ts";
import type { ConsentPurpose } from "./consent.ts";
import { consentWords } from "./consent.words.ts";

interface Props {
  readonly personId: string;
  /** Only these purposes, when the moment calls for one. */
  readonly only?: readonly ConsentPurpose[];
  /** Beside the title: the way to the whole list. */
  readonly more?: ReactNode;
}

/** Accords : where each stands, and the words to read aloud to ask for one. One purpose at a time; a no is noted as calmly as a yes. */
export function ConsentList({ personId, only, more }: Props): ReactElement {
  const language = useLanguage();
  const words = consentScreenWords[language];
  const consents = useResource(`/api/persons/${personId}/consents`, ConsentsContract, { live: ["consent.", "person.changed"] });
  const [asked, ask] = useState<ConsentPurpose>();
  const [noted, note] = useState("");
  const titleId = useId();
  const nameOf = (line: ConsentLine): string => consentWords[language].names[line.purpose];

  const record = async (line: ConsentLine, answer: "yes" | "no"): Promise<void> => {
    const sent = await send(`/api/persons/${personId}/consents`, { purpose: line.purpose, answer, textVersion: line.textVersion });
    note(
      sent.kind === "done"
        ? words.noted(nameOf(line), answer === "yes" ? words.yes : words.no)
        : sent.kind === "refused"
          ? sent.sentence
          : "",
    );
    if (sent.kind !== "done") return;
    ask(undefined);
    consents.reload();
  };
  const withdraw = async (line: ConsentLine): Promise<void> => {
    const sent = await send(`/api/persons/${personId}/consents/${line.consentId ?? ""}/withdraw`, {});
    note(sent.kind === "done" ? words.noted(nameOf(line), words.states.withdrawn) : sent.kind === "refused" ? sent.sentence : "");
    if (sent.kind === "done") ask(undefined);
    consents.reload();
  };

  const script = (line: ConsentLine): ReactElement | false =>
    asked === line.purpose && (
      <ConsentScript
        line={line}
        takesFocus
        onAnswer={(answer) => void record(line, answer)}
        onWithdraw={line.state === "yes" ? () => void withdraw(line) : undefined}
        onClose={() => {
          ask(undefined);
        }}
      />
    );

  return (
    <section className="panel" aria-labelledby={titleId}>
      <div className="panel-head">
        <h2 id={titleId}>{words.title}</h2>
        {more}
      </div>
      <Waiting for={consents}>
        {(value) => (
          <ul className="agreements">
            {value.consents
              .filter((line) => only === undefined || only.includes(line.purpose))
              .map((line) => (
                <li key={line.purpose} className="wrap">
                  <span>{nameOf(line)}</span>
                  <button
                    type="button"
                    className="button quiet compact"
                    aria-expanded={asked === line.purpose}
                    onClick={() => {
                      ask(asked === line.purpose ? undefined : line.purpose);
                    }}
                  >
                    <span className="visually-hidden">{nameOf(line)} : </span>
                    <StateOf line={line} />
                  </button>
                  {script(line)}
                </li>
              ))}
          </ul>
        )}
      </Waiting>
      <p className="status-line when-said" role="status">
        {noted}
      </p>
    </section>
  );
}

const stateLooks = { yes: ["ok", "done"], no: ["no", "dash"], withdrawn: ["no", "dash"], "to-ask": ["ask", "todo"] } as const;

/** Where it stands, in a word and a month: the button that opens the text to read. */
const StateOf = ({ line }: { readonly line: ConsentLine }): ReactElement => {
  const language = useLanguage();
  const words = consentScreenWords[language];
  const [look, icon] = stateLooks[line.state];
  const said =
    line.state === "to-ask"
      ? words.ask
      : line.state === "yes" && line.mode !== undefined
        ? words.modes[line.mode]
        : words.states[line.state];
  return (
    <span className={`state ${look}`}>
      <Icon name={icon} /> {[said, line.at === undefined ? undefined : monthOf(line.at, language)].filter(Boolean).join(", ")}
    </span>
  );
};

const monthOf = (at: string, language: Language): string =>
  new Intl.DateTimeFormat(language === "fr" ? "fr-FR" : "en-GB", { month: "short", year: "numeric", timeZone: "Europe/Paris" }).format(
    new Date(at),
  );

const dayOf = (at: string, language: Language): string =>
  new Intl.DateTimeFormat(language === "fr" ? "fr-FR" : "en-GB", {
    dateStyle: "long",
    timeStyle: "short",
    timeZone: "Europe/Paris",
  }).format(new Date(at));

/** The words to read aloud, then two equal buttons, nothing chosen beforehand: not even by the keyboard. */
export const ConsentScript = ({
  line,
  takesFocus = false,
  onAnswer,
  onWithdraw,
  onClose,
}: {
  readonly line: ConsentLine;
  readonly takesFocus?: boolean;
  readonly onAnswer: (answer: "yes" | "no") => void;
  readonly onWithdraw: (() => void) | undefined;
  readonly onClose: () => void;
}): ReactElement => {
  const language = useLanguage();
  const words = consentScreenWords[language];
  const readAloud = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    if (takesFocus) readAloud.current?.focus();
  }, [takesFocus]);
  return (
    <div className="script">
      {line.at !== undefined && <p className="tiny">{french(aboutGiven(line, language))}</p>}
      <p className="tiny">{words.readAloud}</p>
      <p lang="fr" ref={readAloud} tabIndex={-1}>
        {french(line.script)}
      </p>
      <p className="actions">
        <button
          type="button"
          className="button"
          onClick={() => {
            onAnswer("yes");
          }}
        >
          {words.yes}
        </button>
        <button
          type="button"
          className="button"
          onClick={() => {
            onAnswer("no");
          }}
        >
          {words.no}
        </button>
        {onWithdraw && (
          <button type="button" className="button quiet compact" onClick={onWithdraw}>
            {words.withdraw}
          </button>
        )}
        <button type="button" className="button quiet compact" onClick={onClose}>
          {words.close}
        </button>
      </p>
    </div>
  );
};

/** All that was kept of what she said: when, by whom asked, on which text, what leaves. */
const aboutGiven = (line: ConsentLine, language: Language): string => {
  const words = consentScreenWords[language];
  return [
    line.at === undefined ? undefined : words.since(dayOf(line.at, language)),
    line.askedBy === undefined ? undefined : words.askedBy(line.askedBy),
    line.givenVersion === undefined ? undefined : words.version(line.givenVersion),
    line.fields.length === 0 ? undefined : words.fields(line.fields.map((field) => words.fieldNames[field] ?? field).join(", ")),
  ]
    .filter((part) => part !== undefined)
    .join(" ");
};
