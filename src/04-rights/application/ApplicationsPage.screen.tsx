import { useState, type ReactElement } from "react";
import { french, Link, useLanguage, useResource, Waiting, PrintButton } from "#ground/screens";
import { ApplicationsContract, type ApplicationShown, type ApplicationsShown } from "./application.contract.ts";
import { applicationWords } from "./application.words.ts";
import { ApplicationCard } from "./ApplicationCard.screen.tsx";
import { isOpenApplication, type GestureKind } from "./application.ts";
import { OtherApplication } from "./OtherApplication.screen.tsx";
import { Plan } from "./Plan.screen.tsx";

/** Démarches d'une situation : each until the money has come, and the dated plan of what remains to be asked for. */
export const ApplicationsPage = (props: { readonly situationId: string }): ReactElement => {
  const resource = useResource(`/api/situations/${props.situationId}/applications`, ApplicationsContract, { live: ["application."] });
  return (
    <main className="page" id="content" tabIndex={-1}>
      <Waiting for={resource}>{(shown) => <Page shown={shown} reload={resource.reload} />}</Waiting>
    </main>
  );
};

const Page = ({ shown, reload }: { readonly shown: ApplicationsShown; readonly reload: () => void }): ReactElement => {
  const words = applicationWords[useLanguage()];
  const [doing, setDoing] = useState<{ readonly id: string; readonly kind: GestureKind }>();
  const [said, say] = useState("");
  const changed = (sentence: string): void => {
    say(sentence);
    reload();
  };
  // While nothing is followed, the plan is what the page is for.
  const isNone = shown.applications.length === 0;
  const plan = <Plan shown={shown} onStarted={changed} />;
  return (
    <>
      <div className="page-head">
        <h1>{french(words.pageTitle(shown.personName))}</h1>
        <div className="actions">
          <Link className="button" to={`/bureau/situations/${shown.situationId}/droits`}>
            {words.rights}
          </Link>
          <Link className="button" to={`/bureau/situations/${shown.situationId}`}>
            {words.situation}
          </Link>
          <PrintButton label={words.print} />
        </div>
      </div>
      <p className={said === "" ? "visually-hidden" : "notice done"} role="status">
        {french(said)}
      </p>
      <div className="with-aside">
        <div>
          {isNone ? (
            <>
              <section className="panel">
                <p>
                  <strong>{words.none}</strong>
                </p>
                <p className="small muted">{french(shown.isClosed ? words.closedHelp : words.noneHelp)}</p>
              </section>
              {plan}
            </>
          ) : (
            inOrder(shown.applications).map((application) => (
              <ApplicationCard
                key={application.id}
                application={application}
                today={shown.today}
                doing={doing?.id === application.id ? doing.kind : undefined}
                onDo={(kind) => {
                  say("");
                  setDoing(kind === undefined ? undefined : { id: application.id, kind });
                }}
                onChanged={changed}
              />
            ))
          )}
        </div>
        <div>
          {isNone ? null : plan}
          {shown.isClosed ? null : <OtherApplication situationId={shown.situationId} onStarted={changed} />}
        </div>
      </div>
    </>
  );
};

/** What awaits something comes first, the nearest day first; what has ended keeps its order, below. */
const inOrder = (applications: readonly ApplicationShown[]): readonly ApplicationShown[] =>
  applications.toSorted(
    (a, b) =>
      rank(a) - rank(b) || (a.deadline?.on ?? "9999-12-31").localeCompare(b.deadline?.on ?? "9999-12-31") || a.since.localeCompare(b.since),
  );
const rank = (application: ApplicationShown): number => (isOpenApplication(application) || application.state === "refused" ? 0 : 1);
