import { sql } from "kysely";
import { addDays, dayOf, instantAt, type Day } from "#engines/calendar";
import { addTask, finishTasks, type Round, type Work } from "#ground/server";
import { renewalDays } from "./entitlement.ts";
import { endedBefore, endingUntold, waitingPastEnd, type Entitlement } from "./entitlement.store.ts";
import { renewalTasks } from "./renew-entitlement.action.ts";
import { tellCard } from "./tell-card.store.ts";

/** When nobody has done anything so near the end, it is said once more. */
const soonDays = 3;

/**
 * Ronde des fins : thirty days before an end, a task; three days before, one more; past it, the right lapses, and somebody is told. What
 * waits for a register or for a decision does not lapse; past its end, somebody is reminded of it every week.
 */
export const watchEnds = async (work: Work): Promise<void> => {
  const today = dayOf(work.now);
  for (const entitlement of await endingUntold(work, addDays(today, renewalDays), "card.renewal-due"))
    await giveTask(work, entitlement, "card.renewal-due", entitlement.renewalOpensOn ?? today);
  for (const entitlement of await endingUntold(work, addDays(today, soonDays), "card.ends-soon"))
    await giveTask(work, entitlement, "card.ends-soon", today);
  for (const entitlement of await waitingPastEnd(work, today, "card.waits-too-long"))
    await giveTask(work, entitlement, "card.waits-too-long", today);
  for (const entitlement of await endedBefore(work, today)) await lapse(work, entitlement);
};

export const endsRound: Round = { name: "rights.ends", everyMinutes: 360, run: watchEnds };

/** The last day is past and nobody renewed: it is written, told, and given to somebody. It may be asked for again. */
export const lapse = async (work: Work, entitlement: Entitlement): Promise<void> => {
  await work.run(sql`
    update rights_entitlement set lapsed_at = ${work.now}
    where commissioner_id = ${work.commissionerId} and id = ${entitlement.id} and lapsed_at is null`);
  for (const kind of renewalTasks) await finishTasks(work, { kind, subjectId: entitlement.id });
  await giveTask(work, entitlement, "card.lapsed", dayOf(work.now));
  work.audit({ action: "card lapsed", objectKind: "person", objectId: entitlement.personId });
  await work.tell("entitlement.lapsed", { entitlementId: entitlement.id, personId: entitlement.personId });
  await tellCard(work, entitlement.id, entitlement.personId);
};

/** Given to whoever issued it. */
const giveTask = (work: Work, entitlement: Entitlement, kind: string, due: Day): Promise<number> =>
  addTask(work, {
    kind,
    subjectKind: "entitlement",
    subjectId: entitlement.id,
    personId: entitlement.personId,
    dueAt: instantAt(due, "09:00"),
    ...(entitlement.issuedBy === undefined ? {} : { ownerId: entitlement.issuedBy }),
  });
