import { useState, type ReactElement } from "react";
import { z } from "zod";
import { ask, navigate, send, useLanguage, useNow, PrintButton } from "#ground/screens";
import { Gains } from "#outcome/screens";
import { QuizAnswers } from "#content/screens";
import { ConsentList, ContactPoints, EditPerson, PersonHeader, ReadersOfFile } from "#person/screens";
import { ApplicationsOfPerson, Entitlements, RegisterPanel } from "#rights/screens";
import { Timeline } from "#situation/screens";
import { frameWords } from "./desk.words.ts";
import { fileWords } from "./file.words.ts";
import { findPlaces } from "./find-places.ts";
import type { Session } from "./session.ts";
import { WordsOfPerson } from "./WordsOfPerson.screen.tsx";

type Tab = "history" | "identity" | "readers";

const OwnerContract = z.object({ commissionerId: z.string() });
const OpenedContract = z.object({ id: z.string() });

/** Opens an exchange with her, at the service that knows her, and goes to listen. @returns whether it began */
const beginCall = async (personId: string): Promise<boolean> => {
  const file = await ask(`/api/persons/${personId}?purpose=follow-up`, OwnerContract);
  if (file.kind !== "done") return false;
  const opened = await send(
    "/api/contacts",
    { commissionerId: file.value.commissionerId, personId, channel: "call", direction: "out" },
    OpenedContract,
  );
  if (opened.kind === "done") navigate(`/bureau/echanges/${opened.value.id}`);
  return opened.kind === "done";
};

/** Dossier d'une personne : what is open first, then all that happened; who she is; who has read it. */
export function PersonFile(props: { readonly personId: string; readonly session: Session }): ReactElement {
  const language = useLanguage();
  const words = frameWords[language];
  const said = fileWords[language];
  const [tab, show] = useState<Tab>("history");
  const [news, tell] = useState("");
  const call = async (): Promise<void> => {
    tell((await beginCall(props.personId)) ? "" : said.notBegun);
  };
  return (
    <main className="page file" id="content" tabIndex={-1}>
      <PersonHeader personId={props.personId}>
        <button type="button" className="button primary" onClick={() => void call()}>
          {words.newCall}
        </button>
        <PrintButton label={words.print} />
      </PersonHeader>
      <p className={news === "" ? "visually-hidden" : "notice done"} role="status">
        {news}
      </p>
      <WordsOfPerson personId={props.personId} />
      <div className="segments" role="group" aria-label={said.sections}>
        {(["history", "identity", "readers"] as const).map((each) => (
          <button
            key={each}
            type="button"
            aria-pressed={tab === each}
            onClick={() => {
              tell("");
              show(each);
            }}
          >
            {words.tabs[each]}
          </button>
        ))}
      </div>
      <div className="with-aside">
        <div>
          {tab === "history" ? <Timeline personId={props.personId} /> : null}
          {tab === "identity" ? (
            <>
              <EditPerson
                personId={props.personId}
                onSaved={() => {
                  tell(said.saved);
                  window.scrollTo(0, 0);
                }}
              />
              <ContactPoints personId={props.personId} />
            </>
          ) : null}
          {tab === "readers" ? <ReadersOfFile personId={props.personId} /> : null}
        </div>
        <div>
          <ConsentList personId={props.personId} />
          <ApplicationsOfPerson personId={props.personId} />
          <Entitlements personId={props.personId} findPlaces={findPlaces} />
          <RegisterPanel personId={props.personId} findPlaces={findPlaces} />
          <QuizAnswers personId={props.personId} />
          <Gains personId={props.personId} />
        </div>
      </div>
      <PrintFooter name={props.session.staff.name} />
    </main>
  );
}

/** Read on paper only: who printed this, and when. */
const PrintFooter = ({ name }: { readonly name: string }): ReactElement => {
  const language = useLanguage();
  const now = useNow(60);
  const day = new Intl.DateTimeFormat(language === "fr" ? "fr-FR" : "en-GB", {
    dateStyle: "long",
    timeStyle: "short",
    timeZone: "Europe/Paris",
  }).format(now);
  return <p className="print-footer">{fileWords[language].printedBy(name, day)}</p>;
};
