import { sql } from "kysely";
import type { SharedWork } from "#ground/server";

/** Changement de l'annuaire : a service or a structure that is new, otherwise than before, or no longer shown. */
export interface Change {
  readonly seq: number;
  readonly kind: "service" | "structure";
  readonly recordId: string;
  readonly deed: "upsert" | "remove";
  readonly at: Date;
  /** Number of the transaction that made it, as PostgreSQL writes it. */
  readonly tx: string;
}

/** Where a reader stands in the log: after this change of this transaction. */
export type ChangePlace = Pick<Change, "tx" | "seq">;

type Reader = Pick<SharedWork, "rows" | "one">;

/** A transaction number below all that are still under way: what was written by those before it is known for good. */
const settledBelow = sql`pg_snapshot_xmin(pg_current_snapshot())`;

/** Where the log stands now: nothing that ended before is after it. */
export const changeHorizon = async (work: Reader): Promise<string> =>
  (await work.one(sql<{ horizon: string }>`select ${settledBelow}::text as horizon`)).horizon;

/**
 * All that is written from a horizon on, even by those who began before others that last still; it may be told again at the next reading.
 * @returns the changes after `after`, at most `limit`, and the horizon to read from next time
 */
export const changesFrom = async (
  work: Reader,
  horizon: string,
  page: { readonly after?: ChangePlace; readonly limit: number },
): Promise<{ readonly changes: readonly Change[]; readonly horizon: string }> => {
  // One statement, hence one snapshot: the horizon must be of the same instant as the rows.
  const rows = await work.rows(sql<(Change | { [Field in keyof Change]: null }) & { horizon: string }>`
    select h.horizon, c.seq, c.kind, c.record_id as "recordId", c.deed, c.at, c.tx::text as tx
    from (select ${settledBelow}::text as horizon) as h
    left join lateral (
      select seq, kind, record_id, deed, at, tx
      from directory_change
      where tx >= ${horizon}::xid8
        and (tx, seq) > (${page.after?.tx ?? "0"}::xid8, ${page.after?.seq ?? 0})
      order by directory_change.tx, seq
      limit ${page.limit}) as c on true
    order by c.tx, c.seq`);
  return {
    changes: rows.flatMap(({ horizon: _, ...change }) => (change.seq === null ? [] : [change])),
    horizon: rows[0]?.horizon ?? horizon,
  };
};

export type ChangesAfter =
  | { readonly kind: "changes"; readonly changes: readonly Change[] }
  /** What came after this place is partly forgotten: the reader must take everything again. */
  | { readonly kind: "too-old" };

/**
 * Changements pour d'autres : each once and in an order that never changes, for a reader elsewhere who keeps its place. What a transaction
 * under way may still come before waits for it, some seconds at most.
 * @param after the last change read; undefined from the beginning of what is kept
 */
export const changesAfter = async (work: Reader, after: ChangePlace | undefined, limit: number): Promise<ChangesAfter> => {
  if (after && (await isForgotten(work, after))) return { kind: "too-old" };
  const changes = await work.rows(sql<Change>`
    select seq, kind, record_id as "recordId", deed, at, tx::text as tx
    from directory_change
    where tx < ${settledBelow}
      and (tx, seq) > (${after?.tx ?? "0"}::xid8, ${after?.seq ?? 0})
    order by directory_change.tx, seq
    limit ${limit}`);
  return { kind: "changes", changes };
};

const isForgotten = async (work: Reader, after: ChangePlace): Promise<boolean> => {
  const { is_forgotten } = await work.one(sql<{ is_forgotten: boolean | null }>`
    select (${after.tx}::xid8, ${after.seq}::bigint) < (tx, seq) as is_forgotten
    from (values (1)) as one(row)
    left join lateral (select tx, seq from directory_change order by tx, seq limit 1) as oldest on true`);
  return is_forgotten ?? true;
};

const keptDays = 30;

/** Forgets the changes older than 30 days, except the last of them: who stands there, or after, has missed nothing. */
export const pruneChanges = (work: Pick<SharedWork, "run" | "now">): Promise<number> => {
  const limit = new Date(work.now.getTime() - keptDays * 86_400_000);
  return work.run(sql`
    delete from directory_change
    where at < ${limit}
      and (tx, seq) < (select tx, seq from directory_change where at < ${limit} order by tx desc, seq desc limit 1)`);
};
