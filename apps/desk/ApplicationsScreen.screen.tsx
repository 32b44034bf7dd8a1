import type { ReactElement } from "react";
import { ApplicationPlace, ApplicationsPage, LetterPage } from "#rights/screens";

/** Les démarches d'une situation, on a page of their own. */
export const ApplicationsScreen = (props: { readonly situationId: string }): ReactElement => (
  <ApplicationsPage situationId={props.situationId} />
);

/** Une démarche, known by its address alone. */
export const ApplicationScreen = (props: { readonly applicationId: string }): ReactElement => (
  <ApplicationPlace applicationId={props.applicationId} />
);

/** Les courriers d'une démarche. */
export const LetterScreen = (props: { readonly applicationId: string; readonly asked: string | null }): ReactElement => (
  <LetterPage applicationId={props.applicationId} asked={props.asked} />
);
