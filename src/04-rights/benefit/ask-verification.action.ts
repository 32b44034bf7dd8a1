import { sql } from "kysely";
import { addMonths, dayOf } from "#engines/calendar";
import { mayDo, roles } from "#ground";
import { addTask, finishTasks, openTasks, type Round, type Work } from "#ground/server";
import { verifiedForMonths } from "./benefit.ts";

/** The task of whoever keeps a benefit that was looked at more than twelve months ago. */
export const verifyTask = "benefit.verify";

const keepers = roles.filter((role) => mayDo([role], "keep-benefits"));

/**
 * Demander de revérifier : a benefit published and looked at more than twelve months ago is a task of whoever keeps it. The catalogue is
 * shared, the tasks are not: the task stands once, in the first service where the keeper may act. When the keeper has left, it waits, in
 * the first service that has keepers, for any of them.
 */
const askVerification = async (work: Work): Promise<void> => {
  const today = dayOf(work.now);
  const stale = await work.rows(sql<{ id: string; keeper_id: string | null; home: string | null }>`
    select b.id, k.staff_id as keeper_id,
      coalesce(k.commissioner_id, (
        select m.commissioner_id from ground_membership m
        join ground_commissioner c on c.id = m.commissioner_id and c.closed_at is null
        where m.role = any (${[...keepers]}::text[]) and (m.until is null or m.until > ${work.now})
        order by c.created_at, c.id limit 1)) as home
    from rights_benefit b
    join rights_benefit_version v on v.benefit_id = b.id and v.state = 'published'
    left join lateral (
      select m.staff_id, m.commissioner_id from ground_membership m
      join ground_commissioner c on c.id = m.commissioner_id and c.closed_at is null
      join ground_staff s on s.id = m.staff_id and s.left_at is null
      where m.staff_id = b.keeper_id and m.role = any (${[...keepers]}::text[]) and (m.until is null or m.until > ${work.now})
      order by c.created_at, c.id limit 1) k on true
    where b.withdrawn_at is null and b.verified_on <= ${addMonths(today, -verifiedForMonths)} and (v.ends_on is null or v.ends_on >= ${today})
    order by b.verified_on, b.id
    limit 500`);
  const here = stale.filter(({ home }) => home === work.commissionerId);
  const waiting = new Set(here.map(({ id }) => id));
  for (const task of await openTasks(work))
    if (task.kind === verifyTask && !waiting.has(task.subjectId)) await finishTasks(work, { id: task.id });
  for (const { id, keeper_id: ownerId } of here)
    await addTask(work, {
      kind: "benefit.verify",
      subjectKind: "benefit",
      subjectId: id,
      dueAt: work.now,
      ...(ownerId === null ? {} : { ownerId }),
    });
};

/** Each hour: nothing is done twice, and what was verified elsewhere since stops waiting. */
export const verificationRound: Round = { name: "benefit-verification", everyMinutes: 60, run: askVerification };
