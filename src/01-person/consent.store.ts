import { sql } from "kysely";
import { idOf, type Id } from "#ground";
import type { Work } from "#ground/server";
import { holds, type Consent, type ConsentPurpose } from "./consent.ts";
import { consentWords } from "./consent.words.ts";

/** The text in force for a purpose; the house's own text becomes version 1 the first time it is asked for. */
export const consentText = async (work: Work, purpose: ConsentPurpose): Promise<{ readonly version: number; readonly text: string }> => {
  await work.run(sql`
    insert into person_consent_text (commissioner_id, purpose, version, text, since)
    values (${work.commissionerId}, ${purpose}, 1, ${consentWords.fr.scripts[purpose]}, ${work.now})
    on conflict do nothing`);
  return work.one(sql<{ version: number; text: string }>`
    select version, text from person_consent_text
    where commissioner_id = ${work.commissionerId} and purpose = ${purpose}
    order by version desc
    limit 1`);
};

/** Records a yes or a no, to one purpose, on the text that was read: the one in force unless its version is given. */
export const recordConsent = async (
  work: Work,
  given: {
    readonly personId: string;
    readonly purpose: ConsentPurpose;
    readonly answer: "yes" | "no";
    readonly mode: Consent["mode"];
    readonly recipient?: string;
    readonly givenBy?: "self" | "representative";
    readonly textVersion?: number;
    /** What she agreed to see leave, field by field, when something leaves. */
    readonly fields?: readonly string[];
  },
): Promise<Id<"Consent">> => {
  const version = given.textVersion ?? (await consentText(work, given.purpose)).version;
  const { id } = await work.one(sql<{ id: string }>`
    insert into person_consent (commissioner_id, person_id, purpose, recipient, fields, answer, text_version, given_by, mode, asked_by, given_at)
    values (${work.commissionerId}, ${given.personId}, ${given.purpose}, ${given.recipient ?? null}, ${[...(given.fields ?? [])]}::text[],
      ${given.answer}, ${version},
      ${given.givenBy ?? "self"}, ${given.mode}, ${work.actor.kind === "staff" ? work.actor.staffId : null}, ${work.now})
    returning id`);
  await work.tell("consent.given", { consentId: id, personId: given.personId });
  work.audit({ action: `consent ${given.answer}`, objectKind: "person", objectId: given.personId, purpose: given.purpose });
  return idOf<"Consent">(id);
};

interface Row {
  readonly id: string;
  readonly purpose: ConsentPurpose;
  readonly recipient: string | null;
  readonly fields: string[];
  readonly asked_by: string | null;
  readonly answer: "yes" | "no";
  readonly text_version: number;
  readonly mode: Consent["mode"];
  readonly given_at: Date;
  readonly withdrawn_at: Date | null;
}
const fromRow = (row: Row): Consent => ({
  id: idOf<"Consent">(row.id),
  purpose: row.purpose,
  recipient: row.recipient ?? undefined,
  fields: row.fields,
  askedBy: row.asked_by === null ? undefined : idOf<"Staff">(row.asked_by),
  answer: row.answer,
  textVersion: row.text_version,
  mode: row.mode,
  givenAt: row.given_at,
  withdrawnAt: row.withdrawn_at ?? undefined,
});

/** The last word of a person on each purpose (and recipient, where one was named). */
export const consentsOf = async (work: Work, personId: string): Promise<Consent[]> => {
  const rows = await work.rows(sql<Row>`
    select distinct on (purpose, recipient) id, purpose, recipient, fields, asked_by, answer, text_version, mode, given_at, withdrawn_at
    from person_consent
    where commissioner_id = ${work.commissionerId} and person_id = ${personId}
    order by purpose, recipient, given_at desc, id desc`);
  return rows.map(fromRow);
};

/** The consent that holds now for a purpose: her last word on it is yes, and it was not withdrawn. Absence means no. */
export const activeConsent = async (
  work: Work,
  personId: string,
  purpose: ConsentPurpose,
  recipient?: string,
): Promise<Consent | undefined> => {
  const last = (await consentsOf(work, personId)).find((each) => each.purpose === purpose && each.recipient === recipient);
  return holds(last) ? last : undefined;
};

/** Withdraws a consent, and tells the rooms that acted on it. */
export const withdrawConsent = async (work: Work, consentId: string): Promise<"withdrawn" | "not-found"> => {
  const row = await work.first(sql<{ person_id: string; purpose: string }>`
    update person_consent set withdrawn_at = ${work.now}
    where commissioner_id = ${work.commissionerId} and id = ${consentId} and withdrawn_at is null
    returning person_id, purpose`);
  if (!row) return "not-found";
  work.audit({ action: "consent withdrawn", objectKind: "person", objectId: row.person_id, purpose: row.purpose });
  await work.tell("consent.withdrawn", { consentId, personId: row.person_id });
  return "withdrawn";
};

/** Whether a text was ever in force: what is recorded must have been read. */
export const isConsentText = async (work: Work, purpose: ConsentPurpose, version: number): Promise<boolean> =>
  (await work.first(sql`
    select 1 from person_consent_text
    where commissioner_id = ${work.commissionerId} and purpose = ${purpose} and version = ${version}`)) !== undefined;

/** Whose consent it is, so that nobody withdraws another person's. */
export const personOfConsent = async (work: Work, consentId: string): Promise<string | undefined> =>
  (
    await work.first(sql<{ person_id: string }>`
    select person_id from person_consent where commissioner_id = ${work.commissionerId} and id = ${consentId}`)
  )?.person_id;
