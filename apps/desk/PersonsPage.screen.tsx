import type { ReactElement } from "react";
import { navigate, useLanguage } from "#ground/screens";
import { PersonSearch } from "#person/screens";
import { frameWords } from "./desk.words.ts";
import { ServicePick } from "./ServicePick.screen.tsx";
import type { Session } from "./session.contract.ts";

/** Dossiers : finds a person of one service. Each service has its own files, and never sees another's. */
export function PersonsPage(props: { readonly session: Session; readonly asked: string }): ReactElement {
  const words = frameWords[useLanguage()];
  const service = new URLSearchParams(window.location.search).get("service");
  return (
    <ServicePick session={props.session} asked={service}>
      {(commissioner) => (
        <section className="panel stack" key={commissioner.slug}>
          <h1>{words.filesOf(commissioner.name)}</h1>
          <PersonSearch
            commissionerId={commissioner.commissionerId}
            commissionerName={commissioner.name}
            asked={props.asked}
            onChoose={(personId) => {
              navigate(`/bureau/personnes/${personId}`);
            }}
            onCreate={() => {
              navigate(`/bureau/echanges/nouveau?service=${commissioner.slug}`);
            }}
          />
        </section>
      )}
    </ServicePick>
  );
}
