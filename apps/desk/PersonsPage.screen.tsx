import type { ReactElement } from "react";
import { navigate, useLanguage } from "#ground/screens";
import { PersonSearch } from "#person/screens";
import { frameWords } from "./desk.words.ts";
import { ServicePick } from "./ServicePick.screen.tsx";
import type { Session } from "./session.ts";

/** Dossiers : finds a person of one service. Each service has its own files, and never sees another's. */
export function PersonsPage(props: { readonly session: Session; readonly asked: string; readonly service: string | null }): ReactElement {
  const words = frameWords[useLanguage()];
  return (
    <ServicePick title={words.filesOf} session={props.session} asked={props.service}>
      {(commissioner) => (
        <section className="panel look-up" key={commissioner.slug}>
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
