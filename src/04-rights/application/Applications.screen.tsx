import type { ReactElement } from "react";
import { french, Icon, Link, useLanguage, useResource, Waiting } from "#ground/screens";
import { ApplicationsContract, PersonApplicationsContract, type ApplicationShown } from "./application.contract.ts";
import { amountSaid, deadlineSaid, rightSaid } from "./application-said.ts";
import { applicationWords } from "./application.words.ts";
import { ApplicationState } from "./ApplicationState.screen.tsx";

/** Démarches d'une situation, one line each, with the way to their page. */
export const Applications = (props: { readonly situationId: string }): ReactElement => {
  const words = applicationWords[useLanguage()];
  const resource = useResource(`/api/situations/${props.situationId}/applications`, ApplicationsContract, { live: ["application."] });
  const place = `/bureau/situations/${props.situationId}/demarches`;
  return (
    <section className="panel" aria-label={words.title}>
      <div className="panel-head">
        <h2>{words.title}</h2>
        <Link className="inline-link" to={place}>
          {words.all}
        </Link>
      </div>
      <Waiting for={resource}>{(shown) => <Lines applications={shown.applications} />}</Waiting>
    </section>
  );
};

/** Démarches d'une personne, whatever her situations: for her file. Nothing is shown while she has none. */
export const ApplicationsOfPerson = (props: { readonly personId: string }): ReactElement | null => {
  const words = applicationWords[useLanguage()];
  const resource = useResource(`/api/persons/${props.personId}/applications`, PersonApplicationsContract, { live: ["application."] });
  if (resource.state !== "ready" || resource.value.applications.length === 0) return null;
  return (
    <section className="panel" aria-label={words.title}>
      <h2>{words.title}</h2>
      <Lines applications={resource.value.applications} isLinked />
    </section>
  );
};

const Lines = ({
  applications,
  isLinked = false,
}: {
  readonly applications: readonly ApplicationShown[];
  readonly isLinked?: boolean;
}): ReactElement => {
  const language = useLanguage();
  const words = applicationWords[language];
  if (applications.length === 0) return <p className="muted small">{words.none}</p>;
  return (
    <ul className="application-lines">
      {applications.map((application) => (
        <li key={application.id}>
          <span>
            {isLinked ? (
              <Link to={`/bureau/situations/${application.situationId}/demarches`}>{french(rightSaid(application, language))}</Link>
            ) : (
              <strong>{french(rightSaid(application, language))}</strong>
            )}
            {application.amount === null ? null : <span className="tiny"> {amountSaid(application.amount, language)}</span>}
          </span>
          <ApplicationState application={application} />
          {application.deadline === null ? null : (
            <span className={application.deadline.isPast ? "state alert" : "tiny"}>
              {application.deadline.isPast ? <Icon name="alert" /> : null}
              {french(deadlineSaid(application.deadline, language))}
            </span>
          )}
        </li>
      ))}
    </ul>
  );
};
