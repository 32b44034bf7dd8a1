import { sql } from "kysely";
import type { Work } from "#ground/server";

const triesAtMost = 5;
const lockMilliseconds = 3_600_000;
const resendMilliseconds = 24 * 3_600_000;

interface Row {
  readonly wrong_tries: number;
  readonly locked_until: Date | null;
}

/** Those who try at the same time come one after the other, so that no try escapes the count. */
const heldRow = async (work: Work, subjectId: string): Promise<Row> => {
  await work.run(
    sql`insert into contact_follow_up (commissioner_id, subject_id) values (${work.commissionerId}, ${subjectId}) on conflict do nothing`,
  );
  return work.one(sql<Row>`
    select wrong_tries, locked_until from contact_follow_up
    where commissioner_id = ${work.commissionerId} and subject_id = ${subjectId}
    for update`);
};

export type TriedLetters = { readonly kind: "right" } | { readonly kind: "wrong" } | { readonly kind: "locked"; readonly until: Date };

/** Essayer des lettres : five wrong tries lock the follow-up for an hour, whatever the link used. Right letters forget the tries. */
export const tryLetters = async (work: Work, subjectId: string, areRight: boolean): Promise<TriedLetters> => {
  const row = await heldRow(work, subjectId);
  if (row.locked_until && row.locked_until > work.now) return { kind: "locked", until: row.locked_until };
  // A lock that is over opens a new count.
  const tries = areRight ? 0 : (row.locked_until ? 0 : row.wrong_tries) + 1;
  const lockedUntil = tries >= triesAtMost ? new Date(work.now.getTime() + lockMilliseconds) : null;
  await work.run(sql`
    update contact_follow_up set wrong_tries = ${tries}, locked_until = ${lockedUntil}
    where commissioner_id = ${work.commissionerId} and subject_id = ${subjectId}`);
  if (lockedUntil) return { kind: "locked", until: lockedUntil };
  return { kind: areRight ? "right" : "wrong" };
};

/** Notes that a link is sent now. @returns false when one was sent in the last 24 hours. */
export const maySendLink = async (work: Work, subjectId: string): Promise<boolean> => {
  await heldRow(work, subjectId);
  const noted = await work.run(sql`
    update contact_follow_up set link_sent_at = ${work.now}
    where commissioner_id = ${work.commissionerId}
      and subject_id = ${subjectId}
      and (link_sent_at is null or link_sent_at <= ${new Date(work.now.getTime() - resendMilliseconds)})`);
  return noted > 0;
};
