import { sql } from "kysely";
import type { RightId } from "#engines/rules";
import { idOf, type Id } from "#ground";
import type { Work } from "#ground/server";
import { vaultOf } from "#person/server";

const place = (id: string) => ({ table: "rights_report", id, column: "said" });

/** Trois sortes d'écart : the organisation decided otherwise, the computation seems wrong, a right should be there. */
export const reportKinds = ["decided-otherwise", "seems-wrong", "should-be-there"] as const;
export type ReportKind = (typeof reportKinds)[number];

/** Montant inattendu : what somebody saw that the estimate did not. */
export interface AmountReport {
  readonly id: Id<"AmountReport">;
  readonly right: RightId;
  readonly kind: ReportKind;
  readonly said: string | undefined;
  readonly reportedAt: Date;
  readonly reportedBy: Id<"Staff">;
}

/** Keeps a report, its words sealed with the key of whom the situation is about. */
export const keepReport = async (
  work: Work,
  given: {
    readonly situationId: string;
    readonly personId: string;
    readonly staffId: string;
    readonly right: RightId;
    readonly kind: ReportKind;
    readonly said: string;
  },
): Promise<Id<"AmountReport">> => {
  const { id } = await work.one(sql<{ id: string }>`select uuidv7() as id`);
  const said = given.said === "" ? null : (await vaultOf(work, given.personId)).seal(place(id), given.said);
  await work.run(sql`
    insert into rights_report (commissioner_id, id, situation_id, sealed_for, right_code, kind, said, reported_at, reported_by)
    values (${work.commissionerId}, ${id}, ${given.situationId}, ${given.personId}, ${given.right}, ${given.kind}, ${said}, ${work.now},
      ${given.staffId})`);
  return idOf<"AmountReport">(id);
};

/** The reports of a situation that nobody has settled, the oldest first. */
export const openReportsOf = async (work: Work, situationId: string): Promise<readonly AmountReport[]> => {
  const rows = await work.rows(sql<{
    id: string;
    right_code: RightId;
    kind: ReportKind;
    said: Buffer | null;
    sealed_for: string;
    reported_at: Date;
    reported_by: string;
  }>`
    select id, right_code, kind, said, sealed_for, reported_at, reported_by from rights_report
    where commissioner_id = ${work.commissionerId} and situation_id = ${situationId} and settled_at is null
    order by reported_at, id
    limit 50`);
  return Promise.all(
    rows.map(async (row) => ({
      id: idOf<"AmountReport">(row.id),
      right: row.right_code,
      kind: row.kind,
      said: row.said === null ? undefined : (await vaultOf(work, row.sealed_for)).open(place(row.id), row.said),
      reportedAt: row.reported_at,
      reportedBy: idOf<"Staff">(row.reported_by),
    })),
  );
};

/** The situation of a report that still waits. */
export const situationOfReport = async (work: Work, id: string): Promise<string | undefined> =>
  (
    await work.first(sql<{ situation_id: string }>`
      select situation_id from rights_report where commissioner_id = ${work.commissionerId} and id = ${id} and settled_at is null`)
  )?.situation_id;

/** @returns how many still wait in its situation */
export const settleReport = async (work: Work, id: string, situationId: string, staffId: string): Promise<number> => {
  await work.run(sql`
    update rights_report set settled_at = ${work.now}, settled_by = ${staffId}
    where commissioner_id = ${work.commissionerId} and id = ${id} and settled_at is null`);
  const { waiting } = await work.one(sql<{ waiting: number }>`
    select count(*)::integer as waiting from rights_report
    where commissioner_id = ${work.commissionerId} and situation_id = ${situationId} and settled_at is null`);
  return waiting;
};
