import { sql } from "kysely";
import type { SharedWork } from "#ground/server";

/** Aide signalée : somebody knows of a benefit that the catalogue does not have. */
export interface BenefitSignal {
  readonly id: string;
  readonly communeCode: string;
  readonly details: string;
  readonly from: "staff" | "public";
  readonly reportedAt: Date;
}

/** @param key makes one signal of a form sent twice */
export const addSignal = (
  work: SharedWork,
  signal: { readonly key: string | undefined; readonly communeCode: string; readonly details: string; readonly from: "staff" | "public" },
): Promise<number> =>
  work.run(sql`
    insert into rights_benefit_signal (id, commune_code, details, from_kind, reported_at)
    values (coalesce(${signal.key ?? null}::uuid, uuidv7()), ${signal.communeCode}, ${signal.details}, ${signal.from}, ${work.now})
    on conflict (id) do nothing`);

/** Those that nobody has settled, the oldest first. */
export const openSignals = async (work: Pick<SharedWork, "rows">): Promise<readonly BenefitSignal[]> => {
  const rows = await work.rows(sql<{ id: string; commune_code: string; details: string; from_kind: "staff" | "public"; reported_at: Date }>`
    select id, commune_code, details, from_kind, reported_at
    from rights_benefit_signal
    where settled_at is null
    order by reported_at, id
    limit 500`);
  return rows.map((row) => ({
    id: row.id,
    communeCode: row.commune_code,
    details: row.details,
    from: row.from_kind,
    reportedAt: row.reported_at,
  }));
};

/** Settled once: the first answer stays. @returns whether it exists */
export const settleSignal = async (
  work: Pick<SharedWork, "run" | "first" | "now">,
  id: string,
  staffId: string,
  as: "catalogued" | "unfounded",
): Promise<boolean> => {
  await work.run(sql`
    update rights_benefit_signal set settled_at = ${work.now}, settled_by = ${staffId}, settled_as = ${as}
    where id = ${id} and settled_at is null`);
  return (await work.first(sql`select 1 from rights_benefit_signal where id = ${id}`)) !== undefined;
};
