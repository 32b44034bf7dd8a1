import type { ReactNode } from "react";
import { RightApplication, useApplications, type RightShown } from "#rights/screens";
import { mayBeClaimed } from "#rights";

/** What may be done with each right of a situation: its application, where it stands or how to begin one. Rights ruled out begin none. */
export const useRightActions = (situationId: string): ((right: RightShown) => ReactNode) => {
  const applications = useApplications(situationId);
  return (right) => (
    <RightApplication applications={applications} situationId={situationId} right={right.right} mayStart={mayBeClaimed(right)} />
  );
};
