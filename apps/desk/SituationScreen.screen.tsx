import type { ReactElement } from "react";
import { ReferralList } from "#referral/screens";
import { Applications, RightsSummary } from "#rights/screens";
import { SituationPage } from "#situation/screens";

/** Une situation, with her rights and what was handed over for it. */
export const SituationScreen = (props: { readonly situationId: string }): ReactElement => (
  <SituationPage
    situationId={props.situationId}
    more={
      <>
        <RightsSummary situationId={props.situationId} />
        <Applications situationId={props.situationId} />
        <ReferralList situationId={props.situationId} />
      </>
    }
  />
);
