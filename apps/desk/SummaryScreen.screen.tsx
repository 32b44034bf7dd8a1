import type { ReactElement } from "react";
import { SummaryPage } from "#situation/screens";

/** Le résumé d'un échange, to be given to the person. */
export const SummaryScreen = (props: { readonly contactId: string }): ReactElement => <SummaryPage contactId={props.contactId} />;
