import { sql } from "kysely";
import { idOf, type Id } from "#ground";
import { blindIndex, type Work } from "#ground/server";
import { plainIdentifier, type Entitled } from "./entitlement.ts";
import type { Population } from "./person.ts";

export interface Refusal {
  readonly line: number;
  readonly reason: string;
}

/** Liste d'ayants droit : one file of a commissioner, and what became of it. */
export interface EntitlementList {
  readonly id: Id<"EntitlementList">;
  readonly fileName: string;
  readonly importedAt: Date;
  readonly importedBy: string | undefined;
  readonly state: "running" | "current" | "replaced" | "failed";
  readonly received: number;
  readonly kept: number;
  readonly refused: number;
  /** The first ones only: a file wrong from end to end would be as long as itself. */
  readonly refusals: readonly Refusal[];
  readonly failure: string | undefined;
  readonly bytesRead: number;
}

/** What is kept of an identifier: enough to recognise it, never to read it. */
const hashOf = (work: Work, identifier: string): Buffer =>
  blindIndex(work.ground.keys.lookup, `${work.commissionerId} identifier ${plainIdentifier(identifier)}`);

export const startList = async (work: Work, fileName: string): Promise<string> => {
  const { id } = await work.one(sql<{ id: string }>`
    insert into person_entitlement_list (commissioner_id, file_name, imported_at, imported_by, progressed_at)
    values (${work.commissionerId}, ${fileName}, ${work.now}, ${work.actor.kind === "staff" ? work.actor.staffId : null}, ${work.now})
    returning id`);
  return id;
};

/** Adds a batch to a list. @returns the places, in the batch, of those that were already in the list. */
export const addEntitled = async (work: Work, listId: string, batch: readonly Entitled[]): Promise<readonly number[]> => {
  const hashes = batch.map((each) => hashOf(work, each.identifier));
  const added = await work.rows(sql<{ hash: Buffer }>`
    insert into person_entitled (commissioner_id, list_id, identifier_hash, population, since, until)
    select ${work.commissionerId}, ${listId}, given.hash, given.population, given.since, given.until
    from unnest(${hashes}::bytea[], ${batch.map((each) => each.population)}::text[], ${batch.map((each) => each.since)}::date[], ${batch.map((each) => each.until ?? null)}::date[])
      as given (hash, population, since, until)
    on conflict do nothing
    returning identifier_hash as hash`);
  const isNew = new Set(added.map((row) => row.hash.toString("base64")));
  // A second time inside the batch finds its mark gone: the first line is the one that counts.
  return hashes.flatMap((hash, at) => (isNew.delete(hash.toString("base64")) ? [] : [at]));
};

export interface Counts {
  readonly received: number;
  readonly kept: number;
  readonly refused: number;
  readonly refusals: readonly Refusal[];
  readonly bytes: number;
}

export const noteProgress = (work: Work, listId: string, counts: Counts): Promise<number> =>
  work.run(sql`
    update person_entitlement_list
    set received = ${counts.received}, kept = ${counts.kept}, refused = ${counts.refused},
      refusals = ${JSON.stringify(counts.refusals)}::jsonb, bytes_read = ${counts.bytes}, progressed_at = ${work.now}
    where commissioner_id = ${work.commissionerId} and id = ${listId}`);

/**
 * The new list takes the place of the one before, in one gesture: at no instant are there two, or none.
 * @returns false when the list was given up meanwhile.
 */
export const makeCurrent = async (work: Work, listId: string, fileHash: Buffer): Promise<boolean> => {
  await work.run(sql`select pg_advisory_xact_lock(hashtextextended('entitlement list' || ${work.commissionerId}, 0))`);
  const isRunning = await work.first(sql`
    select 1 from person_entitlement_list
    where commissioner_id = ${work.commissionerId} and id = ${listId} and state = 'running'
    for update`);
  if (!isRunning) return false;
  await work.run(sql`
    update person_entitlement_list set state = 'replaced'
    where commissioner_id = ${work.commissionerId} and state = 'current'`);
  await work.run(sql`
    update person_entitlement_list set state = 'current', file_hash = ${fileHash}
    where commissioner_id = ${work.commissionerId} and id = ${listId}`);
  return true;
};

export const failList = (work: Work, listId: string, reason: string): Promise<number> =>
  work.run(sql`
    update person_entitlement_list set state = 'failed', failure = ${reason}
    where commissioner_id = ${work.commissionerId} and id = ${listId} and state = 'running'`);

/** Lists begun and left: the machine that read them stopped. */
export const failSilentLists = (work: Work, since: Date, reason: string): Promise<number> =>
  work.run(sql`
    update person_entitlement_list set state = 'failed', failure = ${reason}
    where commissioner_id = ${work.commissionerId} and state = 'running' and progressed_at < ${since}`);

/** Takes away lines of the lists that no longer serve. @returns how many: the caller comes back until there are none. */
export const forgetOldLines = (work: Work, atMost: number): Promise<number> =>
  work.run(sql`
    delete from person_entitled e
    using (
      select o.list_id, o.identifier_hash
      from person_entitled o
      join person_entitlement_list l on l.commissioner_id = o.commissioner_id and l.id = o.list_id and l.state in ('replaced', 'failed')
      where o.commissioner_id = ${work.commissionerId}
      limit ${atMost}) old
    where e.commissioner_id = ${work.commissionerId} and e.list_id = old.list_id and e.identifier_hash = old.identifier_hash`);

interface ListRow {
  readonly id: string;
  readonly file_name: string;
  readonly imported_at: Date;
  readonly imported_by: string | null;
  readonly state: EntitlementList["state"];
  readonly received: number;
  readonly kept: number;
  readonly refused: number;
  readonly refusals: readonly Refusal[];
  readonly failure: string | null;
  readonly bytes_read: number;
}

/** The lists received, the newest first. 50 at most. */
export const listsOf = async (work: Work): Promise<EntitlementList[]> => {
  const rows = await work.rows(sql<ListRow>`
    select l.id, l.file_name, l.imported_at, s.name as imported_by, l.state, l.received, l.kept, l.refused, l.refusals, l.failure, l.bytes_read
    from person_entitlement_list l
    left join ground_staff s on s.id = l.imported_by
    where l.commissioner_id = ${work.commissionerId}
    order by l.imported_at desc, l.id desc
    limit 50`);
  return rows.map((row) => ({
    id: idOf<"EntitlementList">(row.id),
    fileName: row.file_name,
    importedAt: row.imported_at,
    importedBy: row.imported_by ?? undefined,
    state: row.state,
    received: row.received,
    kept: row.kept,
    refused: row.refused,
    refusals: row.refusals,
    failure: row.failure ?? undefined,
    bytesRead: row.bytes_read,
  }));
};

export type EntitlementAnswer =
  | { readonly kind: "entitled"; readonly population: Population }
  | { readonly kind: "not-entitled" }
  /** The commissioner gave no list: nobody is refused for it. */
  | { readonly kind: "no-list" };

/** Population d'un ayant droit : what the current list says of an identifier, on a day (AAAA-MM-JJ). */
export const populationOf = async (
  work: Work,
  identifier: string,
  on: string = work.now.toISOString().slice(0, 10),
): Promise<EntitlementAnswer> => {
  const list = await work.first(sql<{ id: string }>`
    select id from person_entitlement_list where commissioner_id = ${work.commissionerId} and state = 'current'`);
  if (!list) return { kind: "no-list" };
  const row = await work.first(sql<{ population: Population }>`
    select population from person_entitled
    where commissioner_id = ${work.commissionerId}
      and list_id = ${list.id}
      and identifier_hash = ${hashOf(work, identifier)}
      and since <= ${on}
      and (until is null or until >= ${on})`);
  return row ? { kind: "entitled", population: row.population } : { kind: "not-entitled" };
};
