import { sql } from "kysely";
import { dayOf, type Day } from "#engines/calendar";
import { idOf, type Id } from "#ground";
import type { Work } from "#ground/server";
import type { CardModel } from "./card-model.ts";
import { modelsOf } from "./card-model.store.ts";
import { renewalDays, renewalOpensOn, stateOn, type CheckWay, type EntitlementState, type StopReason } from "./entitlement.ts";

/** Droit ou carte : what one person holds, or has asked for. */
export interface Entitlement {
  readonly id: Id<"Entitlement">;
  readonly personId: Id<"Person">;
  readonly model: CardModel;
  readonly state: EntitlementState;
  readonly requestedAt: Date;
  readonly requestedBy: Id<"Staff"> | undefined;
  readonly checkedAt: Date | undefined;
  readonly checkedBy: Id<"Staff"> | undefined;
  readonly checkedHow: CheckWay | undefined;
  readonly period: { readonly from: Day; readonly to: Day; readonly anchor: number } | undefined;
  readonly renewalOpensOn: Day | undefined;
  readonly issuedAt: Date | undefined;
  readonly issuedBy: Id<"Staff"> | undefined;
  readonly lapsedAt: Date | undefined;
  readonly stoppedAt: Date | undefined;
  readonly stoppedBy: Id<"Staff"> | undefined;
  readonly stoppedBecause: StopReason | undefined;
  /** What the renewal waits for, when one waits. */
  readonly waiting: { readonly renewalId: Id<"Renewal">; readonly waitsFor: "register" | "decision" } | undefined;
}

interface Row {
  readonly id: string;
  readonly person_id: string;
  readonly model_id: string;
  readonly requested_at: Date;
  readonly requested_by: string | null;
  readonly checked_at: Date | null;
  readonly checked_by: string | null;
  readonly checked_how: CheckWay | null;
  readonly from_day: string | null;
  readonly anchor_day: number | null;
  readonly to_day: string | null;
  readonly issued_at: Date | null;
  readonly issued_by: string | null;
  readonly lapsed_at: Date | null;
  readonly stopped_at: Date | null;
  readonly stopped_by: string | null;
  readonly stopped_because: StopReason | null;
  readonly renewal_id: string | null;
  readonly waits_for: "register" | "decision" | null;
}

const query = sql`
    select e.id, e.person_id, e.model_id, e.requested_at, e.requested_by, e.checked_at, e.checked_by, e.checked_how, e.from_day, e.anchor_day,
      e.to_day, e.issued_at, e.issued_by, e.lapsed_at, e.stopped_at, e.stopped_by, e.stopped_because, r.id as renewal_id, r.waits_for
    from rights_entitlement e
    left join rights_renewal r
      on r.commissioner_id = e.commissioner_id and r.entitlement_id = e.id and r.outcome is null and r.undone_at is null`;

/** Who did it, when it was one of us. */
export const staffId = (id: string | null): Id<"Staff"> | undefined => (id === null ? undefined : idOf<"Staff">(id));

const fromRow = (row: Row, model: CardModel, today: Day): Entitlement => {
  const period =
    row.from_day === null || row.to_day === null || row.anchor_day === null
      ? undefined
      : { from: row.from_day as Day, to: row.to_day as Day, anchor: row.anchor_day };
  const waiting =
    row.renewal_id === null || row.waits_for === null ? undefined : { renewalId: idOf<"Renewal">(row.renewal_id), waitsFor: row.waits_for };
  const facts = {
    isChecked: row.checked_at !== null,
    period,
    isStopped: row.stopped_at !== null,
    isRenewalWaiting: waiting !== undefined && row.lapsed_at === null,
  };
  return {
    id: idOf<"Entitlement">(row.id),
    personId: idOf<"Person">(row.person_id),
    model,
    state: stateOn(facts, today),
    requestedAt: row.requested_at,
    requestedBy: staffId(row.requested_by),
    checkedAt: row.checked_at ?? undefined,
    checkedBy: staffId(row.checked_by),
    checkedHow: row.checked_how ?? undefined,
    period,
    renewalOpensOn: period && renewalOpensOn(period.to),
    issuedAt: row.issued_at ?? undefined,
    issuedBy: staffId(row.issued_by),
    lapsedAt: row.lapsed_at ?? undefined,
    stoppedAt: row.stopped_at ?? undefined,
    stoppedBy: staffId(row.stopped_by),
    stoppedBecause: row.stopped_because ?? undefined,
    waiting,
  };
};

const withModels = async (work: Work, rows: readonly Row[]): Promise<Entitlement[]> => {
  if (rows.length === 0) return [];
  const models = new Map((await modelsOf(work)).map((model) => [model.id as string, model]));
  const today = dayOf(work.now);
  return rows.map((row) => {
    const model = models.get(row.model_id);
    if (!model) throw new Error(`entitlement ${row.id} has no model`);
    return fromRow(row, model, today);
  });
};

export const findEntitlement = async (work: Work, id: string): Promise<Entitlement | undefined> =>
  (await withModels(work, await work.rows(sql<Row>`${query} where e.commissioner_id = ${work.commissionerId} and e.id = ${id}`)))[0];

export const entitlementIsHere = async (work: Work, id: string): Promise<boolean> =>
  (await work.first(sql`select 1 from rights_entitlement where commissioner_id = ${work.commissionerId} and id = ${id}`)) !== undefined;

/** The rights and cards of a person: those that live first, the soonest end before the others. */
export const entitlementsOf = async (work: Work, personId: string): Promise<Entitlement[]> =>
  withModels(
    work,
    await work.rows(sql<Row>`
      ${query}
      where e.commissioner_id = ${work.commissionerId} and e.person_id = ${personId}
      order by e.stopped_at is not null or e.lapsed_at is not null, e.to_day nulls first, e.id desc
      limit 100`),
  );

/** What asks for somebody's attention: requests not issued, ends near or past, renewals that wait. By date. */
export const entitlementsToLookAt = async (work: Work, until: Day): Promise<Entitlement[]> =>
  withModels(
    work,
    await work.rows(sql<Row>`
      ${query}
      where e.commissioner_id = ${work.commissionerId} and e.stopped_at is null and e.lapsed_at is null
        and (e.issued_at is null or e.to_day <= ${until} or r.id is not null)
      order by coalesce(e.to_day, e.requested_at::date), e.id
      limit 500`),
  );

/**
 * In force, ending by a day, and of which nobody was told by this kind of task since their renewal opened. A task taken off the list by hand
 * is not given again: the next one comes nearer the end.
 */
export const endingUntold = async (work: Work, until: Day, kind: string): Promise<Entitlement[]> =>
  (
    await withModels(
      work,
      await work.rows(sql<Row>`
        ${query}
        where e.commissioner_id = ${work.commissionerId} and e.issued_at is not null and e.stopped_at is null and e.lapsed_at is null
          and e.to_day <= ${until} and r.id is null
          and not exists (
            select from ground_task t
            where t.commissioner_id = e.commissioner_id and t.subject_id = e.id and t.kind = ${kind}
              and t.created_at >= (e.to_day - ${renewalDays}::integer)::timestamp at time zone 'Europe/Paris')
        order by e.to_day, e.id`),
    )
  ).filter((entitlement) => entitlement.state === "renewal-due");

/** Past their end, going on because a renewal waits, and of which nobody was reminded for a week. */
export const waitingPastEnd = async (work: Work, today: Day, kind: string): Promise<Entitlement[]> =>
  withModels(
    work,
    await work.rows(sql<Row>`
      ${query}
      where e.commissioner_id = ${work.commissionerId} and e.stopped_at is null and e.lapsed_at is null and e.to_day < ${today} and r.id is not null
        and not exists (
          select from ground_task t
          where t.commissioner_id = e.commissioner_id and t.subject_id = e.id and t.kind = ${kind}
            and (t.done_at is null or t.created_at > ${new Date(work.now.getTime() - 7 * 86_400_000)}))
      order by e.to_day, e.id`),
  );

/** Alive, ended before a day, and whose renewal nobody waits for. */
export const endedBefore = async (work: Work, today: Day): Promise<Entitlement[]> =>
  withModels(
    work,
    await work.rows(sql<Row>`
      ${query}
      where e.commissioner_id = ${work.commissionerId} and e.issued_at is not null and e.stopped_at is null and e.lapsed_at is null
        and e.to_day < ${today} and r.id is null
      order by e.to_day, e.id`),
  );
