import { sql } from "kysely";
import type { Work } from "#ground/server";
import type { AmountBand } from "./not-used.ts";

/** Droit non utilisé, as it is counted. */
export interface RightNotUsed {
  readonly right: string;
  readonly band: AmountBand;
}

/** The rights of a situation that are acquired and confirmed not to be received, as they stand now. */
export const rightsNotUsedOf = async (work: Work, situationId: string): Promise<readonly RightNotUsed[]> =>
  work.rows(sql<RightNotUsed>`
    select right_code as right, band from rights_not_used
    where commissioner_id = ${work.commissionerId} and situation_id = ${situationId} and ended_at is null
    order by right_code`);

/** Tenir à jour les droits non utilisés : what is confirmed now replaces what was; told when anything of it changed. */
export const keepNotUsed = async (work: Work, situationId: string, confirmed: readonly RightNotUsed[]): Promise<void> => {
  const before = new Map((await rightsNotUsedOf(work, situationId)).map(({ right, band }) => [right, band]));
  const gone = [...before.keys()].filter((right) => !confirmed.some((each) => each.right === right));
  const changed = confirmed.filter(({ right, band }) => before.get(right) !== band);
  if (gone.length > 0)
    await work.run(sql`
      update rights_not_used set ended_at = ${work.now}
      where commissioner_id = ${work.commissionerId} and situation_id = ${situationId} and right_code = any(${gone})`);
  for (const { right, band } of changed)
    await work.run(sql`
      insert into rights_not_used (commissioner_id, situation_id, right_code, band, confirmed_at, confirmed_by)
      values (${work.commissionerId}, ${situationId}, ${right}, ${band}, ${work.now},
        ${work.actor.kind === "staff" ? work.actor.staffId : null})
      on conflict (commissioner_id, situation_id, right_code) do update
      set band = excluded.band, confirmed_at = excluded.confirmed_at, confirmed_by = excluded.confirmed_by, ended_at = null`);
  if (gone.length + changed.length > 0) await work.tell("right.not-used", { situationId });
};
