import { createHash } from "node:crypto";
import { sql } from "kysely";
import { findStaff, type Staff } from "./staff.store.ts";
import { inShared, type Ground, type SharedWork } from "./work.store.ts";

const idleMinutes = 30;
const absoluteHours = 12;

const hashOf = (token: string): Buffer => createHash("sha256").update(token).digest();

/** Session : opens one and gives the token that goes in the cookie; only its hash is kept. */
export const openSession = async (work: SharedWork, staffId: string): Promise<string> => {
  const token = work.ground.draw(32).toString("base64url");
  await work.run(sql`
    insert into ground_session (token_hash, staff_id, created_at, seen_at)
    values (${hashOf(token)}, ${staffId}, ${work.now}, ${work.now})`);
  return token;
};

/**
 * Who holds this token now. A session ends after 30 minutes without activity (an open screen that saves notes is activity), or 12 hours.
 * A stream that only listens is not activity (`isActivity` false). Seen times are written once a minute at most, so that reading costs no write.
 */
export const staffOfSession = (ground: Ground, token: string, isActivity = true): Promise<Staff | undefined> =>
  inShared(ground, async (work) => {
    const hash = hashOf(token);
    const session = await openSessionAt(work, hash);
    if (!session) return undefined;
    if (isActivity && work.now.getTime() - session.seen_at.getTime() > 60_000)
      await work.run(sql`update ground_session set seen_at = ${work.now} where token_hash = ${hash}`);
    return findStaff(work, session.staff_id);
  });

const openSessionAt = (work: SharedWork, hash: Buffer): Promise<{ staff_id: string; seen_at: Date } | undefined> =>
  work.first(sql<{ staff_id: string; seen_at: Date }>`
    select staff_id, seen_at
    from ground_session
    where token_hash = ${hash}
      and ended_at is null
      and seen_at > ${new Date(work.now.getTime() - idleMinutes * 60_000)}
      and created_at > ${new Date(work.now.getTime() - absoluteHours * 3_600_000)}`);

/** Whether a session is still open, without counting as activity: a screen that only listens must not keep it open for ever. */
export const sessionIsOpen = (ground: Ground, token: string): Promise<boolean> =>
  inShared(ground, async (work) => (await openSessionAt(work, hashOf(token))) !== undefined);

/** Ends all the sessions of somebody, at once and everywhere; one may be kept, for whoever changes their own password. */
export const endSessionsOf = (work: SharedWork, staffId: string, keptToken?: string): Promise<number> =>
  work.run(sql`
    update ground_session set ended_at = ${work.now}
    where staff_id = ${staffId} and ended_at is null
      and (${keptToken === undefined ? null : hashOf(keptToken)}::bytea is null or token_hash <> ${keptToken === undefined ? null : hashOf(keptToken)})`);

export const endSession = (ground: Ground, token: string): Promise<number> =>
  inShared(ground, (work) =>
    work.run(sql`update ground_session set ended_at = ${work.now} where token_hash = ${hashOf(token)} and ended_at is null`),
  );
