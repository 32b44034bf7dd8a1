import { sql } from "kysely";
import type { Work } from "./work.store.ts";

/** Tête du journal : its last line, which answers for all those before. */
export interface AuditHead {
  readonly seq: number;
  /** Hexadecimal. */
  readonly hash: string;
}

export type AuditVerdict =
  | { readonly kind: "whole"; readonly lines: number }
  /** `altered`: a line was edited; `missing`: a line was taken out; `unlinked`: a line does not follow the one before; `off-anchor`: not what was anchored outside. */
  | { readonly kind: "broken"; readonly seq: number; readonly because: "altered" | "missing" | "unlinked" | "off-anchor" };

/**
 * Vérifier le journal : recomputes the chain of one commissioner from its first line, and names the first line that breaks it.
 * Lines cut off at the end, or a chain written again whole, are seen only with the heads anchored outside the database.
 */
export const verifyAudit = async (work: Work, anchors: readonly AuditHead[] = []): Promise<AuditVerdict> => {
  const broken = await work.first(sql<{ seq: number; is_missing: boolean; is_unlinked: boolean }>`
    select seq, is_missing, is_unlinked
    from (
      select seq,
        seq <> lag(seq, 1, 0::bigint) over line + 1 as is_missing,
        previous_hash is distinct from lag(hash, 1, '\\x00'::bytea) over line as is_unlinked,
        hash is distinct from ground_audit_hash(previous_hash, commissioner_id, seq, at, actor_kind, actor_id, action, object_kind, object_id, purpose) as is_altered
      from ground_audit
      where commissioner_id = ${work.commissionerId}
      window line as (order by seq)) as checked
    where is_missing or is_unlinked or is_altered
    order by seq
    limit 1`);
  if (broken)
    return { kind: "broken", seq: broken.seq, because: broken.is_missing ? "missing" : broken.is_unlinked ? "unlinked" : "altered" };
  const lost = await firstLostAnchor(work, anchors);
  if (lost !== undefined) return { kind: "broken", seq: lost, because: "off-anchor" };
  return { kind: "whole", lines: (await auditHead(work))?.seq ?? 0 };
};

const firstLostAnchor = async (work: Work, anchors: readonly AuditHead[]): Promise<number | undefined> => {
  const found = await work.first(sql<{ seq: number }>`
    select anchor.seq
    from jsonb_to_recordset(${JSON.stringify(anchors)}::jsonb) as anchor(seq bigint, hash text)
    left join ground_audit line on line.commissioner_id = ${work.commissionerId} and line.seq = anchor.seq
    where encode(line.hash, 'hex') is distinct from anchor.hash
    order by anchor.seq
    limit 1`);
  return found?.seq;
};

/** The last line of the log, if any. */
export const auditHead = (work: Work): Promise<AuditHead | undefined> =>
  work.first(sql<AuditHead>`
    select seq, encode(hash, 'hex') as hash
    from ground_audit
    where commissioner_id = ${work.commissionerId}
    order by seq desc
    limit 1`);

export interface AuditEntry {
  readonly seq: number;
  readonly at: Date;
  readonly actorKind: "staff" | "person" | "provider" | "system";
  /** The name of a professional; nothing for the others. */
  readonly actorName: string | undefined;
  readonly action: string;
  readonly objectKind: string;
  readonly objectId: string;
  readonly purpose: string | undefined;
}

export interface AuditFilter {
  /** A part of the action or of the kind of object. */
  readonly words?: string;
  readonly objectId?: string;
  readonly staffId?: string;
  /** Lines before this one: the next page. */
  readonly before?: number;
}

/** Lines of the log, the newest first, 100 at most. */
export const listAudit = async (work: Work, filter: AuditFilter = {}): Promise<AuditEntry[]> => {
  const words = filter.words === undefined || filter.words === "" ? null : filter.words.toLowerCase();
  const rows = await work.rows(sql<
    Omit<AuditEntry, "actorKind" | "actorName" | "objectKind" | "objectId" | "purpose"> & {
      actor_kind: AuditEntry["actorKind"];
      actor_name: string | null;
      object_kind: string;
      object_id: string;
      purpose: string | null;
    }
  >`
    select a.seq, a.at, a.actor_kind, s.name as actor_name, a.action, a.object_kind, a.object_id, a.purpose
    from ground_audit a
    left join ground_staff s on a.actor_kind = 'staff' and s.id = a.actor_id
    where a.commissioner_id = ${work.commissionerId}
      and (${words}::text is null or strpos(lower(a.action || ' ' || a.object_kind), ${words}) > 0)
      and (${filter.objectId ?? null}::text is null or a.object_id = ${filter.objectId ?? null})
      and (${filter.staffId ?? null}::uuid is null or a.actor_id = ${filter.staffId ?? null})
      and (${filter.before ?? null}::bigint is null or a.seq < ${filter.before ?? null})
    order by a.seq desc
    limit 100`);
  return rows.map((row) => ({
    seq: row.seq,
    at: row.at,
    actorKind: row.actor_kind,
    actorName: row.actor_name ?? undefined,
    action: row.action,
    objectKind: row.object_kind,
    objectId: row.object_id,
    purpose: row.purpose ?? undefined,
  }));
};
