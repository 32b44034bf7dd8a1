import type { ReactElement } from "react";
import { RightsPage, SituationBenefits } from "#rights/screens";
import { findPlaces } from "./find-places.ts";
import { useRightActions } from "./RightActions.screen.tsx";

/** Les droits d'une situation, on a page of their own, each with its application. */
export const RightsScreen = (props: { readonly situationId: string }): ReactElement => (
  <RightsPage
    situationId={props.situationId}
    actions={useRightActions(props.situationId)}
    more={<SituationBenefits situationId={props.situationId} />}
    findPlaces={findPlaces}
  />
);
