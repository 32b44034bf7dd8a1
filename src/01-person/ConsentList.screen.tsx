import { useState, type ReactElement } from "react";
import { french, Icon, send, useLanguage, useResource, Waiting } from "#ground/screens";
import { ConsentsContract, type ConsentLine } from "./consent.contract.ts";
import { consentScreenWords } from "./consent-screen.words.ts";
import type { ConsentPurpose } from "./consent.ts";
import { consentWords } from "./consent.words.ts";

interface Props {
  readonly personId: string;
  /** Only these purposes, when the moment calls for one. */
  readonly only?: readonly ConsentPurpose[];
}

/** Accords : where each stands, and the words to read aloud to ask for one. One purpose at a time; a no is noted as calmly as a yes. */
export function ConsentList({ personId, only }: Props): ReactElement {
  const words = consentScreenWords[useLanguage()];
  const consents = useResource(`/api/persons/${personId}/consents`, ConsentsContract, { live: ["consent.", "person.changed"] });
  const [asked, ask] = useState<ConsentPurpose>();
  const [noted, note] = useState("");
  const nameOf = (line: ConsentLine): string => consentWords.fr.names[line.purpose];

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
    consents.reload();
  };

  return (
    <section className="panel" aria-label={words.title}>
      <h2>{words.title}</h2>
      <Waiting for={consents}>
        {(value) => (
          <ul className="agreements">
            {value.consents
              .filter((line) => only === undefined || only.includes(line.purpose))
              .map((line) => (
                <li key={line.purpose} className="wrap">
                  <span>{nameOf(line)}</span>
                  <span className="actions">
                    <StateOf line={line} />
                    {asked !== line.purpose && (
                      <button
                        type="button"
                        className="button quiet compact"
                        onClick={() => {
                          ask(line.purpose);
                        }}
                      >
                        {line.state === "to-ask" ? words.ask : words.askAgain} <span className="visually-hidden">{nameOf(line)}</span>
                      </button>
                    )}
                    {line.state === "yes" && (
                      <button type="button" className="button quiet compact" onClick={() => void withdraw(line)}>
                        {words.withdraw} <span className="visually-hidden">{nameOf(line)}</span>
                      </button>
                    )}
                  </span>
                  {asked === line.purpose && (
                    <Script
                      line={line}
                      onAnswer={(answer) => void record(line, answer)}
                      onClose={() => {
                        ask(undefined);
                      }}
                    />
                  )}
                </li>
              ))}
          </ul>
        )}
      </Waiting>
      <p className="status-line" role="status">
        {noted}
      </p>
    </section>
  );
}

const stateLooks = { yes: ["ok", "done"], no: ["no", "dash"], withdrawn: ["no", "dash"], "to-ask": ["ask", "todo"] } as const;

const StateOf = ({ line }: { readonly line: ConsentLine }): ReactElement => {
  const language = useLanguage();
  const words = consentScreenWords[language];
  const [look, icon] = stateLooks[line.state];
  const when =
    line.at === undefined
      ? undefined
      : new Intl.DateTimeFormat(language, { day: "numeric", month: "short", year: "numeric", timeZone: "Europe/Paris" }).format(
          new Date(line.at),
        );
  return (
    <span className={`state ${look}`}>
      <Icon name={icon} />{" "}
      {[words.states[line.state], line.mode === undefined ? undefined : words.modes[line.mode], when].filter(Boolean).join(", ")}
    </span>
  );
};

/** Two equal buttons, nothing chosen beforehand. */
const Script = ({
  line,
  onAnswer,
  onClose,
}: {
  readonly line: ConsentLine;
  readonly onAnswer: (answer: "yes" | "no") => void;
  readonly onClose: () => void;
}): ReactElement => {
  const words = consentScreenWords[useLanguage()];
  return (
    <div className="script">
      <p className="tiny">{words.readAloud}</p>
      <p lang="fr">{french(line.script)}</p>
      <p className="actions">
        <button
          type="button"
          className="button"
          autoFocus
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
        <button type="button" className="button quiet compact" onClick={onClose}>
          {words.close}
        </button>
      </p>
    </div>
  );
};
