import type { ReactElement } from "react";
import { ServiceFinder } from "#directory/screens";
import { useLanguage } from "#ground/screens";
import { frameWords } from "./desk.words.ts";
import type { Session } from "./session.ts";

/** Annuaire, au bureau : the same search as the public one, by keyboard. */
export function DirectoryPage(props: { readonly session: Session }): ReactElement {
  const words = frameWords[useLanguage()];
  const commissioner = props.session.memberships[0];
  return (
    <main className="page" id="content" tabIndex={-1}>
      <div className="page-head">
        <h1>{words.directory}</h1>
        <a className="button" href="/annuaire">
          {words.publicDirectory}
        </a>
      </div>
      {commissioner ? <ServiceFinder commissionerId={commissioner.commissionerId} /> : null}
    </main>
  );
}
