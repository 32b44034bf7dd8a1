import type { ReactElement } from "react";
import { mayDo } from "#ground";
import { useLanguage } from "#ground/screens";
import { CardModels, EntitlementList, EntitlementPage } from "#rights/screens";
import { frameWords } from "./desk.words.ts";
import { findPlaces } from "./find-places.ts";
import { ServicePick } from "./ServicePick.screen.tsx";
import type { Session } from "./session.ts";

/** Cartes et droits : what awaits somebody, over the services served. */
export function CardsScreen(props: { readonly session: Session }): ReactElement {
  const { memberships } = props.session;
  const keepsModels = memberships.some(({ roles }) => mayDo(roles, "keep-card-models"));
  return (
    <main className="page" id="content" tabIndex={-1}>
      <EntitlementList services={memberships} modelsPlace={keepsModels ? "/bureau/cartes/modeles" : undefined} />
    </main>
  );
}

/** Une carte, with the registers and documents of whoever holds it. */
export function CardScreen(props: { readonly entitlementId: string }): ReactElement {
  return (
    <main className="page" id="content" tabIndex={-1}>
      <EntitlementPage entitlementId={props.entitlementId} findPlaces={findPlaces} />
    </main>
  );
}

/** Modèles de cartes of one service. */
export function CardModelsScreen(props: { readonly session: Session; readonly asked: string | null }): ReactElement {
  const words = frameWords[useLanguage()];
  return (
    <ServicePick title={words.cardModelsOf} session={props.session} asked={props.asked}>
      {(commissioner) => <CardModels key={commissioner.commissionerId} commissionerId={commissioner.commissionerId} />}
    </ServicePick>
  );
}
