import type { ReactElement } from "react";
import { DiagnosisPage } from "#situation/screens";

/** Le tour d'une situation, on a page of its own. */
export const DiagnosisScreen = (props: { readonly situationId: string }): ReactElement => <DiagnosisPage situationId={props.situationId} />;
