import type { ReactElement } from "react";
import { PersonContactsContract } from "#contact";
import { french, send, useLanguage, useResource } from "#ground/screens";
import { fileWords } from "./file.words.ts";

/** Mots ajoutés par la personne that nobody has read: on top of her file, until somebody says they have read them. */
export function WordsOfPerson(props: { readonly personId: string }): ReactElement | null {
  const language = useLanguage();
  const words = fileWords[language];
  const history = useResource(`/api/persons/${props.personId}/contacts`, PersonContactsContract, { live: ["word."] });
  const unread = history.state === "ready" ? history.value.words.filter((word) => !word.isRead) : [];
  if (unread.length === 0) return null;
  const when = new Intl.DateTimeFormat(language === "fr" ? "fr-FR" : "en-GB", {
    dateStyle: "long",
    timeStyle: "short",
    timeZone: "Europe/Paris",
  });
  return (
    <section className="notice received" aria-labelledby="received-title">
      <h2 id="received-title">{words.received}</h2>
      {unread.map((word) => (
        <p key={word.id}>
          {french(`« ${word.words} »`)} <span className="tiny">{when.format(new Date(word.at))}</span>
        </p>
      ))}
      <p className="actions">
        <button
          type="button"
          className="button compact"
          onClick={() => void send(`/api/persons/${props.personId}/words/read`, {}).then(history.reload)}
        >
          {words.read}
        </button>
      </p>
    </section>
  );
}
