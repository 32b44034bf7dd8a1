import { sql } from "kysely";
import { idOf, type Id } from "#ground";
import type { Work } from "#ground/server";
import { vaultOf } from "#person/server";
import { SaidContract, type Said } from "./kept-answers.contract.ts";

const place = (id: string) => ({ table: "content_answers", id, column: "said" });
const daysKept = 90;

/** Réponses gardées : a quiz that a person let us keep for whoever calls her back. */
export interface KeptAnswers {
  readonly id: Id<"Answers">;
  readonly personId: Id<"Person">;
  readonly quiz: string;
  readonly agreedAt: Date;
  readonly said: Said;
}

export interface AnswersToKeep {
  readonly personId: string;
  readonly callbackId: string;
  readonly quiz: string;
  /** The version of the question she said yes to. */
  readonly wording: number;
  readonly said: Said;
}

/** Keeps them sealed with her own key, for 90 days. What she sends again with the same callback takes the place of the first. */
export const keepAnswers = async (work: Work, given: AnswersToKeep): Promise<Id<"Answers">> => {
  await forgetAnswersOfCallback(work, given.callbackId);
  const vault = await vaultOf(work, given.personId);
  const { id } = await work.one(sql<{ id: string }>`select uuidv7() as id`);
  await work.run(sql`
    insert into content_answers (commissioner_id, id, person_id, callback_id, quiz, said, wording, agreed_at, purge_at)
    values (${work.commissionerId}, ${id}, ${given.personId}, ${given.callbackId}, ${given.quiz},
      ${vault.seal(place(id), JSON.stringify(given.said))}, ${given.wording}, ${work.now},
      ${new Date(work.now.getTime() + daysKept * 86_400_000)})`);
  await work.tell("answers.kept", { answersId: id, personId: given.personId });
  return idOf<"Answers">(id);
};

/** The answers of a person, the newest first. */
export const keptAnswersOf = async (work: Work, personId: string): Promise<readonly KeptAnswers[]> => {
  const rows = await work.rows(sql<{ id: string; person_id: string; quiz: string; said: Buffer; agreed_at: Date }>`
    select id, person_id, quiz, said, agreed_at from content_answers
    where commissioner_id = ${work.commissionerId} and person_id = ${personId}
    order by agreed_at desc, id desc
    limit 20`);
  if (rows.length === 0) return [];
  const vault = await vaultOf(work, personId);
  return rows.map((row) => ({
    id: idOf<"Answers">(row.id),
    personId: idOf<"Person">(row.person_id),
    quiz: row.quiz,
    agreedAt: row.agreed_at,
    said: SaidContract.parse(JSON.parse(vault.open(place(row.id), row.said))),
  }));
};

/** Whose answers these are; undefined when they are not kept, or not here. */
export const ownerOfAnswers = async (work: Work, id: string): Promise<Id<"Person"> | undefined> => {
  const row = await work.first(sql<{ person_id: string }>`
    select person_id from content_answers where commissioner_id = ${work.commissionerId} and id = ${id}`);
  return row && idOf<"Person">(row.person_id);
};

/** When she said yes, without opening what she said: of everything, or of what came with one callback. */
export const agreementsOf = (
  work: Work,
  owner: { readonly personId: string; readonly callbackId: string | undefined },
): Promise<readonly { readonly id: string; readonly agreed_at: Date }[]> =>
  work.rows(sql<{ id: string; agreed_at: Date }>`
    select id, agreed_at from content_answers
    where commissioner_id = ${work.commissionerId} and person_id = ${owner.personId}
      and callback_id = coalesce(${owner.callbackId ?? null}::uuid, callback_id)
    order by agreed_at desc, id desc`);

/** Erases them. @returns whether they were there */
export const forgetAnswers = async (work: Work, id: string): Promise<boolean> => {
  const personId = await ownerOfAnswers(work, id);
  if (personId === undefined) return false;
  await work.run(sql`delete from content_answers where commissioner_id = ${work.commissionerId} and id = ${id}`);
  work.audit({ action: "forget quiz answers", objectKind: "person", objectId: personId, purpose: "request" });
  await work.tell("answers.forgotten", { answersId: id, personId });
  return true;
};

/** Erases what came with a callback. @returns how many */
export const forgetAnswersOfCallback = (work: Work, callbackId: string): Promise<number> =>
  work.run(sql`delete from content_answers where commissioner_id = ${work.commissionerId} and callback_id = ${callbackId}`);

/** Erases those whose 90 days are over. @returns how many */
export const purgeAnswers = (work: Work): Promise<number> =>
  work.run(sql`delete from content_answers where commissioner_id = ${work.commissionerId} and purge_at <= ${work.now}`);
