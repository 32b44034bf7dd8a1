import { useEffect, type ReactElement } from "react";
import { navigate, useResource, Waiting } from "#ground/screens";
import { ApplicationPlaceContract } from "./application.contract.ts";

/** The address of one application: leads to the page of its situation, where it stands among the others. */
export const ApplicationPlace = (props: { readonly applicationId: string }): ReactElement => {
  const resource = useResource(`/api/applications/${props.applicationId}`, ApplicationPlaceContract);
  const situationId = resource.state === "ready" ? resource.value.situationId : undefined;
  useEffect(() => {
    if (situationId !== undefined) navigate(`/bureau/situations/${situationId}/demarches`, { replace: true });
  }, [situationId]);
  return (
    <main className="page" id="content" tabIndex={-1}>
      <Waiting for={resource}>{() => null}</Waiting>
    </main>
  );
};
