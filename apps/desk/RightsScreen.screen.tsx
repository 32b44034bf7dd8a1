import type { ReactElement } from "react";
import { RightsPage } from "#rights/screens";
import { findPlaces } from "./find-places.ts";

/** Les droits d'une situation, on a page of their own. */
export const RightsScreen = (props: { readonly situationId: string }): ReactElement => (
  <RightsPage situationId={props.situationId} findPlaces={findPlaces} />
);
