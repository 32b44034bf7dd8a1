import type { ReactElement } from "react";
import { Icon, useLanguage } from "#ground/screens";
import { stateLooks } from "./entitlement-said.ts";
import { entitlementWords } from "./entitlement.words.ts";
import type { EntitlementState as State } from "./entitlement.ts";

/** Where a right stands: a shape, a word, then a colour. */
export const EntitlementState = ({ state }: { readonly state: State }): ReactElement => {
  const words = entitlementWords[useLanguage()];
  const [tone, mark] = stateLooks[state];
  return (
    <span className={`state ${tone}`}>
      <Icon name={mark} /> {words.states[state]}
    </span>
  );
};
