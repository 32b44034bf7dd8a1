import { sql } from "kysely";
import type { Work } from "#ground/server";

/** Lecture d'un dossier : who opened it, when, and why. */
export interface Reading {
  readonly at: Date;
  /** Name of the professional; undefined when it was the person herself, a provider or the machine. */
  readonly staffName: string | undefined;
  readonly actorKind: "staff" | "person" | "provider" | "system";
  readonly action: string;
  readonly purpose: string | undefined;
}

/** Qui a lu ce dossier : the lines of the log about one person, the newest first. 200 at most. */
export const readingsOf = async (work: Work, personId: string): Promise<Reading[]> => {
  const rows = await work.rows(sql<{
    at: Date;
    actor_kind: Reading["actorKind"];
    name: string | null;
    action: string;
    purpose: string | null;
  }>`
    select a.at, a.actor_kind, s.name, a.action, a.purpose
    from ground_audit a
    left join ground_staff s on a.actor_kind = 'staff' and s.id = a.actor_id
    where a.commissioner_id = ${work.commissionerId}
      and a.object_kind = 'person'
      and a.object_id = ${personId}
    order by a.seq desc
    limit 200`);
  return rows.map((row) => ({
    at: row.at,
    staffName: row.name ?? undefined,
    actorKind: row.actor_kind,
    action: row.action,
    purpose: row.purpose ?? undefined,
  }));
};
