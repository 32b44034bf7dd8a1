import { useState, type ReactElement } from "react";
import { z } from "zod";
import { ask, navigate, send, useLanguage } from "#ground/screens";
import { Gains } from "#outcome/screens";
import { ConsentList, ContactPoints, EditPerson, PersonHeader, ReadersOfFile } from "#person/screens";
import { Timeline } from "#situation/screens";
import { frameWords } from "./desk.words.ts";
import type { Session } from "./session.contract.ts";

type Tab = "history" | "identity" | "readers";

const OwnerContract = z.object({ commissionerId: z.string() });
const OpenedContract = z.object({ id: z.string() });

/** Opens an exchange with her, at the service that knows her, and goes to listen. */
const beginCall = async (personId: string): Promise<void> => {
  const file = await ask(`/api/persons/${personId}?purpose=follow-up`, OwnerContract);
  if (file.kind !== "done") return;
  const opened = await send(
    "/api/contacts",
    { commissionerId: file.value.commissionerId, personId, channel: "call", direction: "out" },
    OpenedContract,
  );
  if (opened.kind === "done") navigate(`/bureau/echanges/${opened.value.id}`);
};

/** Dossier d'une personne : what is open first, then all that happened; who she is; who has read it. */
export function PersonFile(props: { readonly personId: string; readonly session: Session }): ReactElement {
  const words = frameWords[useLanguage()];
  const [tab, show] = useState<Tab>("history");
  return (
    <main className="page" id="content" tabIndex={-1}>
      <PersonHeader personId={props.personId}>
        <button type="button" className="button primary" onClick={() => void beginCall(props.personId)}>
          {words.newCall}
        </button>
        <button
          type="button"
          className="button"
          onClick={() => {
            window.print();
          }}
        >
          {words.print}
        </button>
      </PersonHeader>
      <div className="segments" role="group">
        {(["history", "identity", "readers"] as const).map((each) => (
          <button
            key={each}
            type="button"
            aria-pressed={tab === each}
            onClick={() => {
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
                  navigate(`/bureau/personnes/${props.personId}`, { replace: true });
                }}
              />
              <ContactPoints personId={props.personId} />
            </>
          ) : null}
          {tab === "readers" ? <ReadersOfFile personId={props.personId} /> : null}
        </div>
        <div>
          <ConsentList personId={props.personId} />
          <Gains personId={props.personId} />
        </div>
      </div>
    </main>
  );
}
