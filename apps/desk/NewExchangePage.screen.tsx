import type { ReactElement } from "react";
import { NewExchange } from "#contact/screens";
import type { Session } from "./session.ts";

/** Noter un échange by hand, at the service asked for in the address, else the first. */
export const NewExchangePage = (props: { readonly session: Session; readonly asked: string | null }): ReactElement => {
  const all = props.session.memberships;
  const first = all.filter((each) => each.slug === props.asked);
  return (
    <main className="page" id="content" tabIndex={-1}>
      <NewExchange services={[...first, ...all.filter((each) => !first.includes(each))]} />
    </main>
  );
};
