import type { ReactElement } from "react";
import { Merges, TwinBench } from "#directory/screens";
import { mayDo } from "#ground";
import { french, Link, useLanguage } from "#ground/screens";
import { keeperWords } from "./keeper.words.ts";
import type { Session } from "./session.ts";

/** Doublons : what several sources describe, decided pair after pair, and what was merged lately. */
export function TwinsPage(props: { readonly session: Session }): ReactElement {
  const words = keeperWords[useLanguage()];
  const mayMerge = props.session.memberships.some(({ roles }) => mayDo(roles, "merge-twins"));
  return (
    <main className="page stack" id="content" tabIndex={-1}>
      <div className="page-head">
        <h1>{words.twins}</h1>
        <Link className="button" to="/bureau/referent">
          {words.title}
        </Link>
      </div>
      {mayMerge ? (
        <>
          <p className="muted">{french(words.twinsLead)}</p>
          <TwinBench />
          <Merges />
        </>
      ) : (
        <p className="empty">{french(words.notReferent)}</p>
      )}
    </main>
  );
}
