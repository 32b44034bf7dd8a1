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

// Verified when the account does not exist, so that the answer takes as long.
let decoy: Promise<string> | undefined;

/** Se connecter : checks a mail address and a password, counts the failures, opens a session. */
export const signIn = async (ground: Ground, asked: { readonly mail: string; readonly password: string; readonly origin: string }): Promise<SignedIn> => {
  const hashes = { mail: blindIndex(ground.keys.tokens, asked.mail.trim().toLowerCase()), origin: blindIndex(ground.keys.tokens, asked.origin) };
  const lockedUntil = await inShared(ground, (work) => lockOf(work, hashes));
  if (lockedUntil) return { kind: "locked", until: lockedUntil };
  const known = await inShared(ground, (work) => passwordOf(work, asked.mail.trim()));
  decoy ??= hashPassword("no account has this password");
  const isRight = await verify(known?.password_hash ?? (await decoy), asked.password);
  return inShared(ground, async (work) => {
    const succeeded = isRight && known !== undefined;
    await work.run(sql`
      insert into ground_sign_in_attempt (mail_hash, origin_hash, at, succeeded)
      values (${hashes.mail}, ${hashes.origin}, ${work.now}, ${succeeded})`);
    return succeeded ? { kind: "signed-in", token: await openSession(work, known.id) } : { kind: "refused" };
  });
};

const lockOf = async (work: SharedWork, hashes: { mail: Buffer; origin: Buffer }): Promise<Date | undefined> => {
  const since = new Date(work.now.getTime() - windowMinutes * 60_000);
  const failed = await work.one(sql<{ by_mail: number; by_origin: number; oldest: Date | null }>`
    select count(*) filter (where mail_hash = ${hashes.mail}) as by_mail,
           count(*) filter (where origin_hash = ${hashes.origin}) as by_origin,
           min(at) as oldest
    from ground_sign_in_attempt
    where not succeeded and at > ${since} and (mail_hash = ${hashes.mail} or origin_hash = ${hashes.origin})`);
  const isLocked = failed.by_mail >= triesByMail || failed.by_origin >= triesByOrigin;
  return isLocked && failed.oldest ? new Date(failed.oldest.getTime() + windowMinutes * 60_000) : undefined;
};
