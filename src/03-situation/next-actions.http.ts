import { addDays, dayOf, instantAt } from "#engines/calendar";
import { signedIn, staffOfCommissioner, workForEach, type Web, type Work } from "#ground/server";
import { displayName } from "#person";
import { findPersons } from "#person/server";
import { NextActionsAskedContract, NextActionsContract, type NextActionDue } from "./next-actions.contract.ts";
import { nextActionsDue } from "./situation.store.ts";

/** Opens the next actions due by tonight, over all the services that one listens for. */
export const openNextActions = (web: Web): void => {
  web.app.get(
    "/api/next-actions",
    { schema: { querystring: NextActionsAskedContract, response: { 200: NextActionsContract } } },
    async (request, reply) => {
      const me = (await signedIn(web, request)).id;
      const { owner } = request.query;
      void reply.header("cache-control", "no-store");
      const each = await workForEach(web, request, "listen", (work) => dueByTonight(work, me, owner === "me"));
      return each.flat().toSorted((a, b) => a.at.localeCompare(b.at));
    },
  );
};

const dueByTonight = async (work: Work, me: string, onlyMine: boolean): Promise<NextActionDue[]> => {
  const tonight = instantAt(addDays(dayOf(work.now), 1), "00:00");
  const due = await nextActionsDue(work, { until: tonight, ...(onlyMine ? { ownerId: me } : {}) });
  const persons = await findPersons(work, [...new Set(due.map((action) => action.personId))]);
  const staff = new Map((await staffOfCommissioner(work, work.commissionerId)).map(({ id, name }) => [id as string, name]));
  return due.flatMap((action) => {
    const person = persons.get(action.personId);
    if (!person) return [];
    return {
      situationId: action.situationId,
      commissionerId: work.commissionerId,
      personId: action.personId,
      personName: displayName(person),
      what: action.what,
      at: action.at.toISOString(),
      ownerName: staff.get(action.ownerId) ?? "…",
      isMine: action.ownerId === me,
      urgency: action.urgency,
    };
  });
};
