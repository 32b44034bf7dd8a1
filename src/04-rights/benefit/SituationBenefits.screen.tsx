import type { ReactElement } from "react";
import { french, useLanguage, useResource, Waiting } from "#ground/screens";
import { catalogueWords } from "./catalogue.words.ts";
import { LocalBenefits } from "./LocalBenefits.screen.tsx";
import { SituationBenefitsContract } from "./local-benefits.contract.ts";

/** Aides près de chez elle, on the page of her rights: kept up to date while she answers. */
export const SituationBenefits = (props: { readonly situationId: string }): ReactElement => {
  const { near } = catalogueWords[useLanguage()];
  const resource = useResource(`/api/situations/${props.situationId}/benefits`, SituationBenefitsContract, {
    live: ["rights.changed", "person.changed"],
  });
  return (
    <section className="panel stack" aria-labelledby="near-home">
      <h2 id="near-home">{near.title}</h2>
      <Waiting for={resource}>
        {({ found }) => (found ? <LocalBenefits found={found} /> : <p className="muted">{french(near.noCommune)}</p>)}
      </Waiting>
    </section>
  );
};
