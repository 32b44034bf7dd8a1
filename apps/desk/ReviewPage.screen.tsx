import type { ReactElement } from "react";
import { mayDo } from "#ground";
import { useLanguage } from "#ground/screens";
import { Review } from "#situation/screens";
import { frameWords } from "./desk.words.ts";
import { ServicePick } from "./ServicePick.screen.tsx";
import type { Session } from "./session.ts";

/** Relecture des textes masqués of one service, among those that one watches over. */
export function ReviewPage(props: { readonly session: Session; readonly asked: string | null }): ReactElement {
  const words = frameWords[useLanguage()];
  const memberships = props.session.memberships.filter(({ roles }) => mayDo(roles, "review-masking"));
  return (
    <ServicePick title={words.reviewOf} session={{ ...props.session, memberships }} asked={props.asked}>
      {({ commissionerId }) => <Review key={commissionerId} commissionerId={commissionerId} />}
    </ServicePick>
  );
}
