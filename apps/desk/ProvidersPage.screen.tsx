import type { ReactElement } from "react";
import { useLanguage } from "#ground/screens";
import { ProviderList } from "#referral/screens";
import { frameWords } from "./desk.words.ts";
import { ServicePick } from "./ServicePick.screen.tsx";
import type { Session } from "./session.ts";

/** Prestataires of one service: who may be asked, and how each one keeps its promises. */
export function ProvidersPage(props: { readonly session: Session; readonly asked: string | null }): ReactElement {
  const words = frameWords[useLanguage()];
  return (
    <ServicePick title={words.providersOf} session={props.session} asked={props.asked}>
      {(commissioner) => <ProviderList key={commissioner.commissionerId} commissionerId={commissioner.commissionerId} />}
    </ServicePick>
  );
}
