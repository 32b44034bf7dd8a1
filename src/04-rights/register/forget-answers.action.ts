import { sql } from "kysely";
import { addDays, addMonths, compareDays, day, dayOf, instantAt, type Day } from "#engines/calendar";
import { finishTasks, inCommissioner, type Round, type Subscriber, type Work } from "#ground/server";
import { activeConsent } from "#person/server";
import { forgetIdentity } from "./civil-identity.store.ts";
import { forgottenFrom } from "./register.ts";

/** An identity that no register was told for so long is erased: a card of three months asks again before that. */
const identityMonths = 4;

/**
 * Oublier ce qui ne sert plus : an answer one month after it stopped holding, the proof that came with it, a document one month after its
 * end, an identity that no register was asked about for four months.
 */
export const forgetAnswers = async (work: Work): Promise<void> => {
  const today = dayOf(work.now);
  const { checks, documents } = await endedLongAgo(work, today);
  await work.run(sql`
    update rights_register_check set answer = null, forgotten_at = ${work.now}
    where commissioner_id = ${work.commissionerId} and id = any(${checks}::uuid[])`);
  await work.run(sql`
    update rights_document set what = null, fingerprint = null
    where commissioner_id = ${work.commissionerId} and id = any(${documents}::uuid[])`);
  const since = instantAt(addMonths(today, -identityMonths), "00:00");
  await work.run(sql`
    update rights_civil_identity i set told = null
    where i.commissioner_id = ${work.commissionerId} and i.told is not null and i.told_at < ${since}
      and not exists (
        select from rights_register_check k
        where k.commissioner_id = i.commissioner_id and k.person_id = i.person_id and k.asked_at >= ${since})`);
};

/** The same day of the month is not always there a month later: the calendar of the house counts, not that of the database. */
const endedLongAgo = async (work: Work, today: Day): Promise<{ readonly checks: string[]; readonly documents: string[] }> => {
  const rows = await work.rows(sql<{ kind: "check" | "document"; id: string; valid_until: string }>`
    select 'check' as kind, id, valid_until from rights_register_check
    where commissioner_id = ${work.commissionerId} and answer is not null and valid_until < ${addDays(today, -28)}
    union all
    select 'document', id, valid_until from rights_document
    where commissioner_id = ${work.commissionerId} and what is not null and valid_until < ${addDays(today, -28)}`);
  const ended = rows.filter((row) => compareDays(forgottenFrom(day(row.valid_until)), today) <= 0);
  const idsOf = (kind: "check" | "document"): string[] => ended.filter((row) => row.kind === kind).map((row) => row.id);
  return { checks: idsOf("check"), documents: idsOf("document") };
};

export const forgetRound: Round = { name: "rights.register-forget", everyMinutes: 360, run: forgetAnswers };

/** All that registers told of somebody, and what they were told, erased at once. */
const forgetAll = async (work: Work, personId: string): Promise<void> => {
  await forgetIdentity(work, personId);
  await work.run(sql`
    update rights_document set what = null
    where commissioner_id = ${work.commissionerId} and person_id = ${personId} and provenance = 'register' and what is not null`);
  await work.run(sql`
    update rights_register_check set answer = null, forgotten_at = ${work.now}
    where commissioner_id = ${work.commissionerId} and person_id = ${personId} and answer is not null`);
  await finishTasks(work, { kind: "register.unknown", subjectId: personId });
  work.audit({ action: "forget registers", objectKind: "person", objectId: personId });
  await work.tell("register-check.answered", { personId });
};

const hear: Subscriber["hear"] = async (ground, event) => {
  const personId = event.ids["personId"];
  if (personId === undefined) return;
  await inCommissioner(ground, { kind: "system", commissionerId: event.commissionerId }, async (work) => {
    const asked = await work.first(sql`
      select 1 from rights_register_check where commissioner_id = ${work.commissionerId} and person_id = ${personId}
      union all
      select 1 from rights_civil_identity where commissioner_id = ${work.commissionerId} and person_id = ${personId} and told is not null`);
    if (asked && !(await activeConsent(work, personId, "register_check"))) await forgetAll(work, personId);
  });
};

/** She took her consent back, or said no when asked again: the answers are no longer used from that instant, and erased just after. */
export const consentListeners: readonly Subscriber[] = [
  { topic: "consent.withdrawn", name: "rights.forget-registers", hear },
  { topic: "consent.given", name: "rights.forget-registers", hear },
];
