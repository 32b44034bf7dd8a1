import type { ReactElement } from "react";
import { OutcomeForm } from "#outcome/screens";
import { ReferralPage } from "#referral/screens";

/** Une transmission, with what came of it. */
export const ReferralScreen = (props: { readonly referralId: string }): ReactElement => (
  <ReferralPage referralId={props.referralId} outcome={<OutcomeForm referralId={props.referralId} />} />
);
