import { sql } from "kysely";
import type { Day } from "#engines/calendar";
import { idOf, type Id } from "#ground";
import type { Work } from "#ground/server";
import { activeConsent, vaultOf } from "#person/server";
import { bestProof, type DocumentKind, type DocumentPurpose, type ProofAsked, type ProofDocument } from "./document.ts";

const place = (id: string) => ({ table: "rights_document", id, column: "what" });

/** What is sealed of a document: what it shows, and who gave it. */
interface What {
  readonly kind: DocumentKind;
  readonly from?: string | undefined;
  readonly atMost?: number | undefined;
}

export interface NewDocument extends What {
  readonly personId: string;
  readonly provenance: ProofDocument["provenance"];
  readonly checkId?: string | undefined;
  readonly seenOn: Day;
  readonly validUntil?: Day | undefined;
  /** SHA-256, in hexadecimal. */
  readonly fingerprint?: string | undefined;
}

/** Noter un justificatif vu : the proof alone; no file is kept. An answer of a register makes one at most. */
export const noteDocument = async (work: Work, given: NewDocument): Promise<Id<"Document">> => {
  const { id } = await work.one(sql<{ id: string }>`select uuidv7() as id`);
  const what: What = { kind: given.kind, from: given.from, atMost: given.atMost };
  const sealed = (await vaultOf(work, given.personId)).seal(place(id), JSON.stringify(what));
  await work.run(sql`
    insert into rights_document (commissioner_id, id, person_id, provenance, check_id, what, seen_on, valid_until, fingerprint, noted_at, noted_by)
    values (${work.commissionerId}, ${id}, ${given.personId}, ${given.provenance}, ${given.checkId ?? null}, ${sealed}, ${given.seenOn},
      ${given.validUntil ?? null}, ${given.fingerprint === undefined ? null : Buffer.from(given.fingerprint, "hex")}, ${work.now},
      ${work.actor.kind === "staff" ? work.actor.staffId : null})
    on conflict on constraint document_check_once do nothing`);
  work.audit({ action: "note document", objectKind: "person", objectId: given.personId, purpose: given.provenance });
  await work.tell("document.noted", { personId: given.personId, documentId: id });
  return idOf<"Document">(id);
};

/** Takes back a document noted by mistake: what it served for stays written. @returns whose it was */
export const withdrawDocument = async (work: Work, id: string): Promise<string | undefined> => {
  const row = await work.first(sql<{ person_id: string }>`
    update rights_document set withdrawn_at = ${work.now}
    where commissioner_id = ${work.commissionerId} and id = ${id} and withdrawn_at is null
    returning person_id`);
  if (!row) return undefined;
  work.audit({ action: "withdraw document", objectKind: "person", objectId: row.person_id });
  await work.tell("document.noted", { personId: row.person_id, documentId: id });
  return row.person_id;
};

interface Row {
  readonly id: string;
  readonly provenance: ProofDocument["provenance"];
  readonly what: Buffer;
  readonly seen_on: string;
  readonly noted_by: string | null;
  readonly valid_until: string | null;
  readonly is_of_withdrawn_consent: boolean;
}

/**
 * The documents of a person that may still serve, the newest first. What a register answered is left out as soon as she no longer agrees
 * that registers are asked.
 */
export const documentsOf = async (work: Work, personId: string): Promise<ProofDocument[]> => {
  const rows = await work.rows(sql<Row>`
    select d.id, d.provenance, d.what, d.seen_on, d.noted_by, d.valid_until, c.withdrawn_at is not null as is_of_withdrawn_consent
    from rights_document d
    left join rights_register_check k on k.commissioner_id = d.commissioner_id and k.id = d.check_id
    left join person_consent c on c.commissioner_id = k.commissioner_id and c.id = k.consent_id
    where d.commissioner_id = ${work.commissionerId} and d.person_id = ${personId} and d.withdrawn_at is null and d.what is not null
    order by d.seen_on desc, d.id desc
    limit 200`);
  if (rows.length === 0) return [];
  const agrees = (await activeConsent(work, personId, "register_check")) !== undefined;
  const vault = await vaultOf(work, personId);
  return rows
    .filter((row) => row.provenance !== "register" || (agrees && !row.is_of_withdrawn_consent))
    .map((row) => {
      const what = JSON.parse(vault.open(place(row.id), row.what)) as What;
      return {
        id: idOf<"Document">(row.id),
        kind: what.kind,
        provenance: row.provenance,
        from: what.from,
        atMost: what.atMost,
        seenOn: row.seen_on as Day,
        seenBy: row.noted_by === null ? undefined : idOf<"Staff">(row.noted_by),
        validUntil: (row.valid_until ?? undefined) as Day | undefined,
      };
    });
};

export type Proof = { readonly kind: "reused"; readonly document: ProofDocument } | { readonly kind: "to-ask" };

/** Prouvé par : the document already there that proves what is asked, so that nobody asks for it again; or that it must be asked. */
export const provenBy = async (work: Work, personId: string, asked: ProofAsked): Promise<Proof> => {
  const document = bestProof(await documentsOf(work, personId), asked);
  return document ? { kind: "reused", document } : { kind: "to-ask" };
};

/** Writes that a document served, once for each thing it served for. */
export const useDocument = async (
  work: Work,
  documentId: string,
  use: { readonly purpose: DocumentPurpose; readonly subjectId: string },
): Promise<void> => {
  await work.run(sql`
    insert into rights_document_use (commissioner_id, document_id, purpose, subject_id, used_at, used_by)
    values (${work.commissionerId}, ${documentId}, ${use.purpose}, ${use.subjectId}, ${work.now},
      ${work.actor.kind === "staff" ? work.actor.staffId : null})
    on conflict on constraint document_used_once_each do nothing`);
};

/** Demander un justificatif une seule fois : reuses what is there and writes that it served; otherwise says that it must be asked. */
export const askProof = async (
  work: Work,
  given: ProofAsked & { readonly personId: string; readonly purpose: DocumentPurpose; readonly subjectId: string },
): Promise<Proof> => {
  const proof = await provenBy(work, given.personId, given);
  if (proof.kind === "reused") await useDocument(work, proof.document.id, given);
  return proof;
};

export interface DocumentUse {
  readonly documentId: string;
  readonly purpose: DocumentPurpose;
  readonly subjectId: string;
  readonly usedAt: Date;
}

/** What the documents of a person served for, in order. */
export const usesOf = async (work: Work, personId: string): Promise<DocumentUse[]> => {
  const rows = await work.rows(sql<{ document_id: string; purpose: DocumentPurpose; subject_id: string; used_at: Date }>`
    select u.document_id, u.purpose, u.subject_id, u.used_at
    from rights_document_use u
    join rights_document d on d.commissioner_id = u.commissioner_id and d.id = u.document_id
    where u.commissioner_id = ${work.commissionerId} and d.person_id = ${personId}
    order by u.used_at, u.id`);
  return rows.map((row) => ({ documentId: row.document_id, purpose: row.purpose, subjectId: row.subject_id, usedAt: row.used_at }));
};

export const documentIsHere = async (work: Work, id: string): Promise<boolean> =>
  (await work.first(
    sql`select 1 from rights_document where commissioner_id = ${work.commissionerId} and id = ${id} and withdrawn_at is null`,
  )) !== undefined;
