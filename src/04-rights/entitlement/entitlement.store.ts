import { sql } from "kysely";
import { dayOf, type Day } from "#engines/calendar";
import { idOf, type Id } from "#ground";
import { blindIndex, drawReadable, type Work } from "#ground/server";
import { vaultOf } from "#person/server";
import type { CardModel } from "./card-model.ts";
import { modelsOf } from "./card-model.store.ts";
import {
  renewalDays,
  renewalOpensOn,
  stateOn,
  type CheckWay,
  type EntitlementState,
  type ReplacementReason,
  type StopReason,
} from "./entitlement.ts";

/** Carte en main : its number is told to whoever holds it, and printed. */
export interface Card {
  readonly id: Id<"Card">;
  readonly number: string;
  readonly issuedAt: Date;
  readonly issuedBy: Id<"Staff"> | undefined;
  readonly replacedAt: Date | undefined;
  readonly replacedBecause: ReplacementReason | undefined;
}

/** Renouvellement : asked before the end, decided by a register or by somebody. */
export interface Renewal {
  readonly id: Id<"Renewal">;
  readonly situation: "unchanged" | "changed";
  readonly askedAt: Date;
  readonly askedBy: Id<"Staff"> | undefined;
  readonly waitsFor: "register" | "decision" | undefined;
  readonly decidedAt: Date | undefined;
  readonly decidedBy: Id<"Staff"> | undefined;
  readonly outcome: "renewed" | "not-renewed" | undefined;
  readonly how: CheckWay | undefined;
  readonly note: string | undefined;
  readonly fromEnd: Day;
  readonly toEnd: Day | undefined;
  readonly undoneAt: Date | undefined;
}

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

const staffId = (id: string | null): Id<"Staff"> | undefined => (id === null ? undefined : idOf<"Staff">(id));

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

// ── cards ──

const numberPlace = (id: string) => ({ table: "rights_card", id, column: "number" });
const indexOf = (work: Work, number: string): Buffer => blindIndex(work.ground.keys.lookup, `${work.commissionerId} card ${number}`);

/** « k7m2-p9dx », read aloud or copied by hand; any case, with or without the hyphen. */
export const readCardNumber = (typed: string): string | undefined => {
  const bare = typed.toLowerCase().replaceAll(/[^a-z0-9]/g, "");
  return /^[a-z0-9]{8}$/.test(bare) ? bare : undefined;
};
export const shownNumber = (number: string): string => number.toUpperCase().replace(/(.{4})(?=.)/g, "$1-");

/** A new card in the hand, the one before being replaced. */
export const drawCard = async (work: Work, entitlement: Pick<Entitlement, "id" | "personId">): Promise<Card> => {
  const vault = await vaultOf(work, entitlement.personId);
  const { id } = await work.one(sql<{ id: string }>`select uuidv7() as id`);
  const number = drawReadable((bytes) => work.ground.draw(bytes), 8);
  const by = work.actor.kind === "staff" ? work.actor.staffId : null;
  await work.run(sql`
    insert into rights_card (commissioner_id, id, entitlement_id, number, number_index, issued_at, issued_by)
    values (${work.commissionerId}, ${id}, ${entitlement.id}, ${vault.seal(numberPlace(id), number)}, ${indexOf(work, number)}, ${work.now}, ${by})`);
  return { id: idOf<"Card">(id), number, issuedAt: work.now, issuedBy: staffId(by), replacedAt: undefined, replacedBecause: undefined };
};

export const replaceCurrent = async (work: Work, entitlementId: string, because: ReplacementReason): Promise<boolean> =>
  (await work.run(sql`
    update rights_card set replaced_at = ${work.now}, replaced_because = ${because}
    where commissioner_id = ${work.commissionerId} and entitlement_id = ${entitlementId} and replaced_at is null`)) > 0;

/** All the cards of a right, the newest first. */
export const cardsOf = async (work: Work, entitlement: Pick<Entitlement, "id" | "personId">): Promise<Card[]> => {
  const rows = await work.rows(sql<{
    id: string;
    number: Buffer | null;
    issued_at: Date;
    issued_by: string | null;
    replaced_at: Date | null;
    replaced_because: ReplacementReason | null;
  }>`
    select id, number, issued_at, issued_by, replaced_at, replaced_because from rights_card
    where commissioner_id = ${work.commissionerId} and entitlement_id = ${entitlement.id}
    order by issued_at desc, id desc`);
  if (rows.length === 0) return [];
  const vault = await vaultOf(work, entitlement.personId);
  return rows.map((row) => ({
    id: idOf<"Card">(row.id),
    number: row.number === null ? "" : vault.open(numberPlace(row.id), row.number),
    issuedAt: row.issued_at,
    issuedBy: staffId(row.issued_by),
    replacedAt: row.replaced_at ?? undefined,
    replacedBecause: row.replaced_because ?? undefined,
  }));
};

/** Whose card bears this number, and whether it was replaced since. */
export const cardNumbered = async (
  work: Work,
  number: string,
): Promise<{ readonly entitlementId: string; readonly isReplaced: boolean } | undefined> => {
  const row = await work.first(sql<{ entitlement_id: string; replaced_at: Date | null }>`
    select entitlement_id, replaced_at from rights_card
    where commissioner_id = ${work.commissionerId} and number_index = ${indexOf(work, number)}`);
  return row && { entitlementId: row.entitlement_id, isReplaced: row.replaced_at !== null };
};

// ── renewals ──

const notePlace = (id: string) => ({ table: "rights_renewal", id, column: "note" });

interface RenewalRow {
  readonly id: string;
  readonly situation: Renewal["situation"];
  readonly asked_at: Date;
  readonly asked_by: string | null;
  readonly waits_for: "register" | "decision" | null;
  readonly decided_at: Date | null;
  readonly decided_by: string | null;
  readonly outcome: "renewed" | "not-renewed" | null;
  readonly how: CheckWay | null;
  readonly note: Buffer | null;
  readonly from_end: string;
  readonly to_end: string | null;
  readonly undone_at: Date | null;
}

/** All the renewals of a right, the newest first. */
export const renewalsOf = async (work: Work, entitlement: Pick<Entitlement, "id" | "personId">): Promise<Renewal[]> => {
  const rows = await work.rows(sql<RenewalRow>`
    select id, situation, asked_at, asked_by, waits_for, decided_at, decided_by, outcome, how, note, from_end, to_end, undone_at
    from rights_renewal
    where commissioner_id = ${work.commissionerId} and entitlement_id = ${entitlement.id}
    order by asked_at desc, id desc`);
  const vault = rows.some((row) => row.note !== null) ? await vaultOf(work, entitlement.personId) : undefined;
  return rows.map((row) => ({
    id: idOf<"Renewal">(row.id),
    situation: row.situation,
    askedAt: row.asked_at,
    askedBy: staffId(row.asked_by),
    waitsFor: row.waits_for ?? undefined,
    decidedAt: row.decided_at ?? undefined,
    decidedBy: staffId(row.decided_by),
    outcome: row.outcome ?? undefined,
    how: row.how ?? undefined,
    note: row.note === null ? undefined : vault?.open(notePlace(row.id), row.note),
    fromEnd: row.from_end as Day,
    toEnd: (row.to_end ?? undefined) as Day | undefined,
    undoneAt: row.undone_at ?? undefined,
  }));
};

/** Writes that a renewal waits: the one that waited already goes on, under its new reason. */
export const writeWaiting = async (
  work: Work,
  entitlement: Entitlement & { readonly period: NonNullable<Entitlement["period"]> },
  given: { readonly situation: Renewal["situation"]; readonly waitsFor: "register" | "decision" },
): Promise<Id<"Renewal">> => {
  if (entitlement.waiting) {
    await work.run(sql`
      update rights_renewal set waits_for = ${given.waitsFor}, situation = ${given.situation}
      where commissioner_id = ${work.commissionerId} and id = ${entitlement.waiting.renewalId}`);
    return entitlement.waiting.renewalId;
  }
  const { id } = await work.one(sql<{ id: string }>`
    insert into rights_renewal (commissioner_id, entitlement_id, situation, asked_at, asked_by, waits_for, from_end)
    values (${work.commissionerId}, ${entitlement.id}, ${given.situation}, ${work.now}, ${work.actor.kind === "staff" ? work.actor.staffId : null},
      ${given.waitsFor}, ${entitlement.period.to})
    returning id`);
  return idOf<"Renewal">(id);
};

/** Writes how a renewal ended; the right has its new end when it was renewed. */
export const writeOutcome = async (
  work: Work,
  entitlement: Entitlement,
  renewalId: string,
  given: { readonly outcome: "renewed" | "not-renewed"; readonly how: CheckWay; readonly toEnd: Day | undefined; readonly note: string },
): Promise<void> => {
  const note = given.note === "" ? null : (await vaultOf(work, entitlement.personId)).seal(notePlace(renewalId), given.note);
  await work.run(sql`
    update rights_renewal
    set outcome = ${given.outcome}, waits_for = null, how = ${given.how}, note = ${note}, to_end = ${given.toEnd ?? null},
      decided_at = ${work.now}, decided_by = ${work.actor.kind === "staff" ? work.actor.staffId : null}
    where commissioner_id = ${work.commissionerId} and id = ${renewalId} and outcome is null and undone_at is null`);
  if (given.toEnd === undefined) return;
  await work.run(sql`
    update rights_entitlement set to_day = ${given.toEnd}
    where commissioner_id = ${work.commissionerId} and id = ${entitlement.id}`);
};
