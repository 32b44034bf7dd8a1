import { sql } from "kysely";
import type { Day } from "#engines/calendar";
import { idOf, type Id } from "#ground";
import type { Work } from "#ground/server";
import { vaultOf } from "#person/server";
import { staffId, type Entitlement } from "./entitlement.store.ts";
import type { CheckWay } from "./entitlement.ts";

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
