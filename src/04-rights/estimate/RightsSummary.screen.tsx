import type { ReactElement } from "react";
import { Link, useLanguage, Waiting } from "#ground/screens";
import { useRights } from "../desk/use-rights.ts";
import { ColumnOfRights, NotTakenUp } from "./ColumnOfRights.screen.tsx";
import { estimateWords } from "./estimate.words.ts";

/** Droits en bref, on the page of a situation: what is not received, the first of them, and the way to the whole. */
export const RightsSummary = ({ situationId }: { readonly situationId: string }): ReactElement => {
  const words = estimateWords[useLanguage()];
  const { resource } = useRights(situationId);
  return (
    <section className="panel rights-panel" aria-labelledby="rights-summary-title">
      <div className="panel-head">
        <h2 id="rights-summary-title">{words.title}</h2>
        <Link className="inline-link" to={`/bureau/situations/${situationId}/droits`}>
          {words.allQuestions}
        </Link>
      </div>
      <Waiting for={resource}>
        {(rights) =>
          rights.questions.every(({ fact }) => fact === null) ? (
            <p className="muted">{words.notYet}</p>
          ) : (
            <>
              <ColumnOfRights rights={rights} />
              <NotTakenUp rights={rights} />
            </>
          )
        }
      </Waiting>
    </section>
  );
};
