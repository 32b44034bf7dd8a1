import { sql } from "kysely";
import { standingsAfter, type Decision, type Standing } from "#engines/turns";
import { idOf, type Id } from "#ground";
import type { Work } from "#ground/server";
import { reliabilities } from "./provider.store.ts";
import type { TurnAccount } from "./turn-share.ts";

/**
 * Tour de rôle : the pool of a need and a zone, made the first time it is asked for. It is locked until the end of the work: two
 * requests at once take two turns, one after the other.
 */
export const openPool = async (work: Work, need: string, zone: string): Promise<Id<"Pool">> => {
  await work.run(sql`
    insert into referral_pool (commissioner_id, need, zone, created_at)
    values (${work.commissionerId}, ${need}, ${zone}, ${work.now})
    on conflict (commissioner_id, need, zone) do nothing`);
  const { id } = await work.one(sql<{ id: string }>`
    select id from referral_pool where commissioner_id = ${work.commissionerId} and need = ${need} and zone = ${zone}`);
  await work.run(sql`select pg_advisory_xact_lock(hashtextextended('pool' || ${id}, 0))`);
  return idOf<"Pool">(id);
};

/** The pool of a need and a zone, if it was ever asked for: to look, without locking. */
export const findPool = async (work: Work, need: string, zone: string): Promise<Id<"Pool"> | undefined> => {
  const row = await work.first(sql<{ id: string }>`
    select id from referral_pool where commissioner_id = ${work.commissionerId} and need = ${need} and zone = ${zone}`);
  return row && idOf<"Pool">(row.id);
};

/** The accounts of a pool, with the weight that each provider has today: also for those who have no account yet. */
export const standingsOf = async (work: Work, poolId: string | undefined, providerIds: readonly string[]): Promise<Standing[]> => {
  const rows = await work.rows(sql<{ provider_id: string; credit_micro: number; last_chosen_at: Date | null }>`
    select provider_id, credit_micro, last_chosen_at
    from referral_ledger
    where commissioner_id = ${work.commissionerId} and pool_id = ${poolId ?? null}::uuid
    order by provider_id`);
  const accounts = new Map(rows.map((row) => [row.provider_id, row]));
  const all = [...new Set([...accounts.keys(), ...providerIds])];
  const judged = await reliabilities(work, all);
  return all.map((provider) => ({
    provider,
    credit: accounts.get(provider)?.credit_micro ?? 0,
    weight: judged.get(provider)?.weight ?? 1,
    lastServedAt: accounts.get(provider)?.last_chosen_at ?? undefined,
  }));
};

/** Writes the accounts that a decision moved. The database checks, at the end of the work, that they sum to 0. */
export const keepStandings = async (work: Work, poolId: string, before: readonly Standing[], decision: Decision): Promise<void> => {
  if (decision.mode !== "turn") return;
  const moved = new Set(decision.entries.map((entry) => entry.provider));
  for (const standing of standingsAfter(before, decision, work.now).filter((each) => moved.has(each.provider)))
    await work.run(sql`
      insert into referral_ledger (commissioner_id, pool_id, provider_id, credit_micro, last_chosen_at)
      values (${work.commissionerId}, ${poolId}, ${standing.provider}, ${standing.credit}, ${standing.lastServedAt ?? null})
      on conflict (commissioner_id, pool_id, provider_id) do update
      set credit_micro = excluded.credit_micro, last_chosen_at = excluded.last_chosen_at`);
};

/** Keeps a decision as it is, so that anyone may do the sum again. */
export const keepDecision = async (
  work: Work,
  given: { readonly referralId: string; readonly poolId: string; readonly decision: Decision & { readonly mode: "turn" | "choice" } },
): Promise<Id<"Decision">> => {
  const { id } = await work.one(sql<{ id: string }>`
    insert into referral_decision (commissioner_id, referral_id, pool_id, mode, record, at)
    values (${work.commissionerId}, ${given.referralId}, ${given.poolId}, ${given.decision.mode}, ${JSON.stringify(given.decision)}, ${work.now})
    returning id`);
  return idOf<"Decision">(id);
};

/** The decisions of a referral, by identifier. */
export const decisionsOf = async (work: Work, referralId: string): Promise<ReadonlyMap<string, Decision>> => {
  const rows = await work.rows(sql<{ id: string; record: Decision }>`
    select id, record from referral_decision where commissioner_id = ${work.commissionerId} and referral_id = ${referralId} order by at, id`);
  return new Map(rows.map((row) => [row.id, row.record]));
};

/** The accounts of a pool with what each received: named choices are not counted, as they move no account. */
export const accountsOf = async (work: Work, poolId: string): Promise<TurnAccount[]> => {
  const rows = await work.rows(sql<{ provider_id: string; name: string; credit_micro: number; received: number }>`
    select l.provider_id, p.name, l.credit_micro, coalesce(d.received, 0) as received
    from referral_ledger l
    join referral_provider p on p.commissioner_id = l.commissioner_id and p.id = l.provider_id
    left join (
      select record->>'chosen' as chosen, count(1) as received
      from referral_decision
      where commissioner_id = ${work.commissionerId} and pool_id = ${poolId} and mode = 'turn'
      group by 1) d on d.chosen = l.provider_id::text
    where l.commissioner_id = ${work.commissionerId} and l.pool_id = ${poolId}
    order by ground_plain(p.name), l.provider_id`);
  return rows.map((row) => ({ providerId: row.provider_id, name: row.name, creditUnits: row.credit_micro, received: row.received }));
};
