import type { ReactElement } from "react";
import { EntitlementLists } from "#person/screens";
import { ServicePick } from "./ServicePick.screen.tsx";
import type { Session } from "./session.contract.ts";

/** Ayants droit : the list of a service's entitled people, given as a file. */
export const EntitledPage = (props: { readonly session: Session; readonly asked: string | null }): ReactElement => (
  <ServicePick session={props.session} asked={props.asked}>
    {(commissioner) => <EntitlementLists key={commissioner.commissionerId} commissionerId={commissioner.commissionerId} />}
  </ServicePick>
);
