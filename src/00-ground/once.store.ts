import { sql } from "kysely";
import { blindIndex } from "./seal.ts";
import type { Work } from "./work.store.ts";

export type OnceAnswer<Answer> =
  | { readonly kind: "done"; readonly answer: Answer }
  | { readonly kind: "already-done"; readonly answer: Answer }
  /** The same key came with another content: the sender is mistaken, and nothing is done. */
  | { readonly kind: "key-reused" };

/**
 * Clé d'idempotence : does a write from outside once. The same key gets the same answer again, even when two arrive together:
 * the second waits for the first. The answer is kept: give identifiers, not what they name.
 */
export const once = async <Answer>(
  work: Work,
  asked: { readonly key: string; readonly route: string; readonly content: unknown },
  deed: () => Promise<Answer>,
): Promise<OnceAnswer<Answer>> => {
  // With a key: a plain hash of a telephone alone would give it away to whoever tries them all.
  const fingerprint = blindIndex(work.ground.keys.tokens, JSON.stringify(asked.content ?? null));
  const isNew = await work.run(sql`
    insert into ground_once (commissioner_id, key, route, fingerprint, at)
    values (${work.commissionerId}, ${asked.key}, ${asked.route}, ${fingerprint}, ${work.now})
    on conflict do nothing`);
  if (isNew === 0) return replay<Answer>(work, asked, fingerprint);
  const answer = await deed();
  await work.run(sql`
    update ground_once set answer = ${JSON.stringify(answer ?? null)}
    where commissioner_id = ${work.commissionerId} and key = ${asked.key} and route = ${asked.route}`);
  return { kind: "done", answer };
};

const replay = async <Answer>(work: Work, asked: { key: string; route: string }, fingerprint: Buffer): Promise<OnceAnswer<Answer>> => {
  const kept = await work.one(sql<{ answer: Answer; fingerprint: Buffer }>`
    select answer, fingerprint from ground_once
    where commissioner_id = ${work.commissionerId} and key = ${asked.key} and route = ${asked.route}`);
  return kept.fingerprint.equals(fingerprint) ? { kind: "already-done", answer: kept.answer } : { kind: "key-reused" };
};
