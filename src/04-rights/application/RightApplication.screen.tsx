import type { ReactElement } from "react";
import type { RightId } from "#engines/rules";
import { Link, useResource, type Resource } from "#ground/screens";
import { ApplicationsContract, type ApplicationsShown } from "./application.contract.ts";
import { ApplicationState } from "./ApplicationState.screen.tsx";
import { StartApplication } from "./StartApplication.screen.tsx";

/** The applications of a situation, read once for all its rights. An empty identifier reads nothing. */
export const useApplications = (situationId: string): Resource<ApplicationsShown> =>
  useResource(situationId === "" ? "" : `/api/situations/${situationId}/applications`, ApplicationsContract, { live: ["application."] });

/** Beside one right of the estimate: where its application stands, or the way to follow one. */
export const RightApplication = (props: {
  readonly applications: Resource<ApplicationsShown>;
  readonly situationId: string;
  readonly right: RightId;
  /** Whether one may be begun from here; what is followed already is shown anyway. */
  readonly mayStart?: boolean;
}): ReactElement | null => {
  if (props.applications.state !== "ready") return null;
  const { applications, isClosed } = props.applications.value;
  const followed = applications.findLast(({ right }) => right === props.right);
  if (followed)
    return (
      <Link className="inline-link" to={`/bureau/situations/${props.situationId}/demarches`}>
        <ApplicationState application={followed} />
      </Link>
    );
  if (isClosed || props.mayStart === false) return null;
  return (
    <StartApplication
      situationId={props.situationId}
      asked={{ kind: "computed", right: props.right }}
      onStarted={props.applications.reload}
    />
  );
};
