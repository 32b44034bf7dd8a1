import type { ReactElement } from "react";
import { ReferralList } from "#referral/screens";
import { SituationPage } from "#situation/screens";

/** Une situation, with what was handed over for it. */
export const SituationScreen = (props: { readonly situationId: string }): ReactElement => (
  <SituationPage situationId={props.situationId} more={<ReferralList situationId={props.situationId} />} />
);
