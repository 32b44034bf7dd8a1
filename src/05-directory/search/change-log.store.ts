import { sql } from "kysely";
import type { Round, SharedWork } from "#ground/server";

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

/** Lecture du journal : for who keeps a copy in memory and asks again and again. */
export interface ChangeReader {
  /** What was written since the last reading, each once, at most `limit`; by transactions that ended, in whatever order they began. */
  read(work: Reader, limit: number): Promise<readonly Change[]>;
}

/** Begins now: what ended before is in the tables, and will not be told. */
export const openChangeReader = async (work: Reader): Promise<ChangeReader> => {
  let { horizon } = await work.one(sql<{ horizon: string }>`select ${settledBelow}::text as horizon`);
  // Told already, and not yet below the horizon: a transaction under way, here or in another database of the server, holds it back.
  let told = new Map<number, string>();
  return {
    read: async (asked, limit) => {
      const page = await changesFrom(asked, horizon, [...told.keys()], limit);
      for (const { seq, tx } of page.changes) told.set(seq, tx);
      // A full page may have left some of the same transactions behind: the horizon waits until all are read.
      if (page.changes.length < limit) {
        horizon = page.horizon;
        told = new Map([...told].filter(([, tx]) => BigInt(tx) >= BigInt(horizon)));
      }
      return page.changes;
    },
  };
};

const changesFrom = async (
  work: Reader,
  horizon: string,
  told: readonly number[],
  limit: number,
): Promise<{ readonly changes: readonly Change[]; readonly horizon: string }> => {
  // One statement, hence one snapshot: the horizon must be of the same instant as the rows.
  const rows = await work.rows(sql<(Change | { [Field in keyof Change]: null }) & { horizon: string }>`
    select h.horizon, c.seq, c.kind, c.record_id as "recordId", c.deed, c.at, c.tx::text as tx
    from (select ${settledBelow}::text as horizon) as h
    left join lateral (
      select seq, kind, record_id, deed, at, tx
      from directory_change
      where tx >= ${horizon}::xid8
        and not seq = any(${told}::bigint[])
      order by directory_change.tx, seq
      limit ${limit}) as c on true
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

/** Once a day; asked for each commissioner as all rounds are, and the second time there is nothing left to forget. */
export const forgetChangesRound: Round = {
  name: "directory.forget-changes",
  everyMinutes: 1440,
  run: async (work) => {
    await pruneChanges(work);
  },
};
