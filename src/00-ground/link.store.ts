import { createHash } from "node:crypto";
import { sql } from "kysely";
import { idOf, type Id } from "./id.ts";
import { drawReadable } from "./readable-code.ts";
import type { Ground, Work } from "./work.store.ts";

export type LinkKind = "follow-up" | "provider-answer" | "provider-outcome" | "person-outcome";

export type OpenedLink =
  | { readonly kind: "open"; readonly commissionerId: Id<"Commissioner">; readonly subjectId: string; readonly expiresAt: Date }
  /** It existed and its time is over: the page may offer another one. */
  | { readonly kind: "expired"; readonly commissionerId: Id<"Commissioner">; readonly subjectId: string }
  | { readonly kind: "unknown" };

/** 20 of 30 signs: 98 bits, so a link cannot be guessed. */
const tokenLength = 20;

const hashOf = (token: string): Buffer => createHash("sha256").update(token).digest();

/** Lien : makes a link for someone without an account. Only its hash is kept, so the token is known to the one who receives it. */
export const makeLink = async (
  work: Work,
  link: { readonly kind: LinkKind; readonly subjectId: string; readonly expiresAt: Date },
): Promise<string> => {
  const token = drawReadable(work.ground.draw, tokenLength);
  await work.run(sql`
    insert into ground_link (commissioner_id, token_hash, kind, subject_id, created_at, expires_at)
    values (${work.commissionerId}, ${hashOf(token)}, ${link.kind}, ${link.subjectId}, ${work.now}, ${link.expiresAt})`);
  return token;
};

/** Opens a link. Changes nothing: mail scanners open links too. An altered link is an unknown one, and takes the same time. */
export const openLink = async (ground: Ground, kind: LinkKind, token: string): Promise<OpenedLink> =>
  ground.database.db.transaction().execute(async (transaction) => {
    const hash = hashOf(token);
    await sql`select set_config('role', 'tu_app', true)`.execute(transaction);
    const owner = (await sql<{ id: string | null }>`select ground_commissioner_of_link(${hash}) as id`.execute(transaction)).rows[0]?.id;
    await sql`select set_config('tu.commissioner', ${owner ?? ""}, true)`.execute(transaction);
    const link = (
      await sql<{ subject_id: string; expires_at: Date }>`
        select subject_id, expires_at from ground_link where token_hash = ${hash} and kind = ${kind}`.execute(transaction)
    ).rows[0];
    if (!owner || !link) return { kind: "unknown" };
    const commissionerId = idOf<"Commissioner">(owner);
    return link.expires_at > ground.clock()
      ? { kind: "open", commissionerId, subjectId: link.subject_id, expiresAt: link.expires_at }
      : { kind: "expired", commissionerId, subjectId: link.subject_id };
  });
