import type { ReactElement } from "react";
import { PersonContactsContract } from "#contact";
import { Link, useLanguage, useResource } from "#ground/screens";
import { fileWords } from "./file.words.ts";

const shown = 3;

/** Avant : the last exchanges with her, this one apart. Nothing is shown the first time that she calls. */
export function PastExchanges(props: { readonly personId: string; readonly contactId: string }): ReactElement | null {
  const language = useLanguage();
  const words = fileWords[language];
  const history = useResource(`/api/persons/${props.personId}/contacts`, PersonContactsContract);
  const past = history.state === "ready" ? history.value.contacts.filter((contact) => contact.id !== props.contactId) : [];
  if (past.length === 0) return null;
  const day = new Intl.DateTimeFormat(language === "fr" ? "fr-FR" : "en-GB", {
    day: "numeric",
    month: "long",
    year: "numeric",
    timeZone: "Europe/Paris",
  });
  return (
    <section className="panel later" aria-labelledby="past-title">
      <div className="panel-head">
        <h2 id="past-title">{words.before}</h2>
        <Link to={`/bureau/personnes/${props.personId}`}>{words.seeAll}</Link>
      </div>
      <ul className="past">
        {past.slice(0, shown).map((contact) => (
          <li key={contact.id}>
            <strong>{day.format(new Date(contact.startedAt))}</strong> · {words.channels[contact.channel]}
            {contact.staffName === undefined ? "" : ` · ${contact.staffName}`}
          </li>
        ))}
      </ul>
    </section>
  );
}
