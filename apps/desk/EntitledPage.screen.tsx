import type { ReactElement } from "react";
import { EntitlementLists } from "#person/screens";
import { useLanguage } from "#ground/screens";
import { frameWords } from "./desk.words.ts";
import { ServicePick } from "./ServicePick.screen.tsx";
import type { Session } from "./session.ts";

/** Ayants droit : the list of a service's entitled people, given as a file. */
export function EntitledPage(props: { readonly session: Session; readonly asked: string | null }): ReactElement {
  const words = frameWords[useLanguage()];
  return (
    <ServicePick title={words.entitledOf} session={props.session} asked={props.asked}>
      {(commissioner) => <EntitlementLists key={commissioner.commissionerId} commissionerId={commissioner.commissionerId} />}
    </ServicePick>
  );
}
