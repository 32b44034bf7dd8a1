import type { ReactElement } from "react";
import { Link, useLanguage } from "#ground/screens";
import { ErrorReports } from "./ErrorReports.screen.tsx";
import { Gaps } from "./Gaps.screen.tsx";
import { keeperWords } from "./keeper.words.ts";
import type { Session } from "./session.ts";

/** Référent : what is missing near people, and what is wrong in the directory. */
export function KeeperPage(props: { readonly session: Session }): ReactElement {
  const words = keeperWords[useLanguage()];
  const keptFor = props.session.memberships.filter((each) => each.roles.includes("data-referent"));
  return (
    <main className="page stack" id="content" tabIndex={-1}>
      <div className="page-head">
        <h1>{words.title}</h1>
        <span className="row wrap">
          {keptFor.length > 0 ? (
            <>
              <Link className="button" to="/bureau/referent/doublons">
                {words.twins}
              </Link>
              <a className="button" href="/annuaire/imports">
                {words.imports}
              </a>
              <a className="button" href="/annuaire/services/nouveau">
                {words.addService}
              </a>
            </>
          ) : null}
          <a className="button" href="/annuaire/agrements">
            {words.approvals}
          </a>
        </span>
      </div>
      <Gaps names={props.session.memberships} keptFor={keptFor.map((each) => each.commissionerId)} />
      {keptFor.length > 0 ? <ErrorReports /> : null}
    </main>
  );
}
