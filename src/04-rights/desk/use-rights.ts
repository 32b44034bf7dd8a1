import { useDeed, useResource, type Doing, type Resource } from "#ground/screens";
import { RightsContract, type RightsShown } from "../estimate/rights.contract.ts";

export interface RightsInHand {
  readonly resource: Resource<RightsShown>;
  readonly doing: Doing;
  /** Answers one question or several, as typed. @returns whether they were kept */
  readonly answer: (
    answers: readonly { readonly question: string; readonly typed: string }[],
    source?: "counsellor" | "notes",
  ) => Promise<boolean>;
  readonly takeBack: (question: string) => Promise<boolean>;
}

/** Droits d'une situation, read again whenever somebody answers at this desk or at another one. */
export const useRights = (situationId: string): RightsInHand => {
  const path = `/api/situations/${situationId}/rights`;
  const resource = useResource(path, RightsContract, { live: ["rights.changed", "situation.changed", "person.changed"] });
  const doing = useDeed(resource.reload);
  return {
    resource,
    doing,
    answer: (answers, source = "counsellor") => doing.done(`${path}/facts`, { answers, source }),
    takeBack: (question) => doing.done(`${path}/facts/take-back`, { question }),
  };
};
