import { sql } from "kysely";
import { idOf, type Id } from "#ground";
import type { Work } from "#ground/server";
import type { Gravity } from "./gravity.ts";

/** Texte masqué : what outlives the raw words of an exchange. */
export interface MaskedText {
  readonly id: Id<"MaskedText">;
  readonly text: string;
  readonly maskingVersion: string;
  readonly urgency: number;
  readonly mayBeQuoted: boolean;
}

/** The masked text of an exchange, whatever she agreed to: for her file. What leaves the file is read through `situation_shared_text`. */
export const maskedTextOf = async (work: Work, contactId: string): Promise<MaskedText | undefined> => {
  const row = await work.first(sql<{ id: string; text: string; masking_version: string; urgency: number; may_be_quoted: boolean }>`
    select id, text, masking_version, urgency, may_be_quoted from situation_masked
    where commissioner_id = ${work.commissionerId} and contact_id = ${contactId}`);
  return (
    row && {
      id: idOf<"MaskedText">(row.id),
      text: row.text,
      maskingVersion: row.masking_version,
      urgency: row.urgency,
      mayBeQuoted: row.may_be_quoted,
    }
  );
};

export const keepMaskedText = (
  work: Work,
  given: Gravity & { readonly contactId: string; readonly text: string; readonly revision: number; readonly maskingVersion: string },
): Promise<number> =>
  work.run(sql`
    insert into situation_masked (commissioner_id, contact_id, text, revision, masking_version, masked_at, urgency, speaks_of_violence, is_of_minor)
    values (${work.commissionerId}, ${given.contactId}, ${given.text}, ${given.revision}, ${given.maskingVersion}, ${work.now}, ${given.urgency},
      ${given.speaksOfViolence}, ${given.isOfMinor})
    on conflict (commissioner_id, contact_id) do update
    set text = excluded.text, version = situation_masked.version + 1, revision = excluded.revision, masking_version = excluded.masking_version,
      masked_at = excluded.masked_at, urgency = excluded.urgency, speaks_of_violence = excluded.speaks_of_violence,
      is_of_minor = excluded.is_of_minor`);

/** Destroys the masked text of an exchange, with the examples, the reviews and the cases that hang on it. */
export const forgetTextOf = (work: Work, contactId: string): Promise<number> =>
  work.run(sql`delete from situation_masked where commissioner_id = ${work.commissionerId} and contact_id = ${contactId}`);

/** Destroys all the masked texts of a person, and who is named in them. @returns how many texts */
export const forgetTextsOf = async (work: Work, personId: string): Promise<number> => {
  const gone = await work.run(sql`
    delete from situation_masked m using situation_verbatim v
    where m.commissioner_id = ${work.commissionerId} and v.commissioner_id = m.commissioner_id and v.contact_id = m.contact_id
      and v.sealed_for = ${personId}`);
  await work.run(sql`delete from situation_token where commissioner_id = ${work.commissionerId} and person_id = ${personId}`);
  return gone;
};

/** The exchanges of a person whose notes were written, oldest first. */
export const exchangesWithNotes = async (work: Work, personId: string): Promise<string[]> =>
  (
    await work.rows(sql<{ contact_id: string }>`
      select contact_id from situation_verbatim
      where commissioner_id = ${work.commissionerId} and sealed_for = ${personId}
      order by saved_at, contact_id`)
  ).map((row) => row.contact_id);

/** Who said no, or was erased, and still has a masked text: nobody, when all goes well. */
export const objectorsWithTexts = async (work: Work): Promise<string[]> =>
  (
    await work.rows(sql<{ person_id: string }>`
      select distinct v.sealed_for as person_id
      from situation_masked m
      join situation_verbatim v on v.commissioner_id = m.commissioner_id and v.contact_id = m.contact_id
      join person p on p.commissioner_id = v.commissioner_id and p.id = v.sealed_for
      where m.commissioner_id = ${work.commissionerId}
        and (p.erased_at is not null or not coalesce((
          select o.answer = 'yes' and o.withdrawn_at is null
          from person_consent o
          where o.commissioner_id = v.commissioner_id and o.person_id = v.sealed_for and o.purpose = 'verbatim_observatory' and o.recipient is null
          order by o.given_at desc, o.id desc
          limit 1), true))`)
  ).map((row) => row.person_id);
