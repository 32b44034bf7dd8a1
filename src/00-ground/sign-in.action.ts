import { hash, verify } from "@node-rs/argon2";
import { sql } from "kysely";
import { blindIndex } from "./seal.ts";
import { openSession } from "./session.store.ts";
import { passwordOf } from "./staff.store.ts";
import { inShared, type Ground, type SharedWork } from "./work.store.ts";

export type SignedIn =
  | { readonly kind: "signed-in"; readonly token: string }
  | { readonly kind: "refused" }
  /** Too many tries from this address or for this account: the same answer whether the account exists or not. */
  | { readonly kind: "locked"; readonly until: Date };

const triesByMail = 5;
const triesByOrigin = 30;
const windowMinutes = 15;

/** Argon2id, 19 MiB, 2 passes (OWASP, Password Storage Cheat Sheet, read in 2026). */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Mot de passe : what is kept of a password. */
export const hashPassword = (password: string): Promise<string> => hash(password, cost);

// Verified when the account does not exist or has no password, so that the answer takes as long.
let decoy: Promise<string> | undefined;
const isPassword = (kept: string | undefined): kept is string => kept?.startsWith("$argon2id$") === true;

export interface Credentials {
  readonly mail: string;
  readonly password: string;
  /** The address of the network from which it comes. */
  readonly origin: string;
}

/** Se connecter : checks a mail address and a password, and opens a session. */
export const signIn = async (ground: Ground, asked: Credentials): Promise<SignedIn> => {
  const checked = await checkPassword(ground, asked);
  if (checked.kind !== "right") return checked;
  return { kind: "signed-in", token: await inShared(ground, (work) => openSession(work, checked.staffId)) };
};

export type CheckedPassword = { readonly kind: "right"; readonly staffId: string } | Exclude<SignedIn, { kind: "signed-in" }>;

/** Checks a password and counts the failures. Also asked again before a sensitive deed. */
export const checkPassword = async (ground: Ground, asked: Credentials): Promise<CheckedPassword> => {
  const hashes = {
    mail: blindIndex(ground.keys.tokens, asked.mail.trim().toLowerCase()),
    origin: blindIndex(ground.keys.tokens, asked.origin),
  };
  decoy ??= hashPassword("no account has this password");
  const fallback = await decoy;
  const attempt = await inShared(ground, (work) => beginAttempt(work, hashes));
  if (attempt.kind === "locked") return attempt;
  const known = await inShared(ground, (work) => passwordOf(work, asked.mail.trim()));
  const kept = known?.password_hash;
  const isRight = await verify(isPassword(kept) ? kept : fallback, asked.password);
  if (!isRight || known === undefined || !isPassword(kept)) return { kind: "refused" };
  return inShared(ground, async (work) => {
    await work.run(sql`delete from ground_sign_in_attempt where id = ${attempt.id}`);
    await work.run(sql`
      insert into ground_sign_in_attempt (mail_hash, origin_hash, at, succeeded)
      values (${hashes.mail}, ${hashes.origin}, ${work.now}, true)`);
    return { kind: "right", staffId: known.id };
  });
};

/**
 * Counts a try as failed before it is checked, one at a time for an account: a hundred tries sent together are still five.
 * The right password takes it back.
 */
const beginAttempt = async (
  work: SharedWork,
  hashes: { mail: Buffer; origin: Buffer },
): Promise<{ kind: "begun"; id: number } | { kind: "locked"; until: Date }> => {
  await work.run(sql`select pg_advisory_xact_lock(hashtextextended('sign-in' || encode(${hashes.mail}::bytea, 'hex'), 0))`);
  const until = await lockOf(work, hashes);
  if (until) return { kind: "locked", until };
  const { id } = await work.one(sql<{ id: number }>`
    insert into ground_sign_in_attempt (mail_hash, origin_hash, at, succeeded)
    values (${hashes.mail}, ${hashes.origin}, ${work.now}, false)
    returning id`);
  return { kind: "begun", id };
};

const lockOf = async (work: SharedWork, hashes: { mail: Buffer; origin: Buffer }): Promise<Date | undefined> => {
  const windowStart = new Date(work.now.getTime() - windowMinutes * 60_000);
  const failed = await work.one(sql<{ by_mail: number; by_origin: number; mail_since: Date | null; origin_since: Date | null }>`
    select count(*) filter (where mail_hash = ${hashes.mail}) as by_mail,
           count(*) filter (where origin_hash = ${hashes.origin}) as by_origin,
           min(at) filter (where mail_hash = ${hashes.mail}) as mail_since,
           min(at) filter (where origin_hash = ${hashes.origin}) as origin_since
    from ground_sign_in_attempt
    where not succeeded and at > ${windowStart} and (mail_hash = ${hashes.mail} or origin_hash = ${hashes.origin})`);
  const since = [failed.by_mail >= triesByMail ? failed.mail_since : null, failed.by_origin >= triesByOrigin ? failed.origin_since : null];
  const ends = since.filter((date) => date !== null).map((date) => date.getTime() + windowMinutes * 60_000);
  return ends.length === 0 ? undefined : new Date(Math.max(...ends));
};
