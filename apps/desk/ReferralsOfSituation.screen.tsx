import type { ReactElement } from "react";
import { ReferralList } from "#referral/screens";

/** What was handed over for a situation, under its page. */
export const ReferralsOfSituation = (props: { readonly situationId: string }): ReactElement => (
  <div className="page">
    <ReferralList situationId={props.situationId} />
  </div>
);
