import { sql } from "kysely";
import { z } from "zod";
import { idOf, type Id } from "#ground";
import type { Work } from "#ground/server";
import { vaultOf, type Vault } from "#person/server";
import type { Facts, FactValue, QuestionId } from "../facts/fact.ts";
import type { KeptFact, WrittenSource } from "./kept-fact.ts";

const place = (id: string) => ({ table: "rights_fact", id, column: "value" });

/** What was sealed by ourselves, opened again. */
const ValueContract: z.ZodType<FactValue> = z.union([z.string(), z.number(), z.boolean(), z.array(z.string()), z.null()]);
const opened = (vault: Vault, row: { readonly id: string; readonly value: Buffer }): FactValue =>
  ValueContract.parse(JSON.parse(vault.open(place(row.id), row.value)));

/** Of whom and of what a fact is kept. */
interface Owner {
  readonly personId: string;
  readonly situationId: string;
}

/** Garder un fait : one more line; what was said before stays under it. */
export const keepFact = async (
  work: Work,
  owner: Owner,
  fact: { readonly question: QuestionId; readonly value: FactValue; readonly source: Exclude<WrittenSource, "simulator"> },
): Promise<Id<"Fact">> => {
  const vault = await vaultOf(work, owner.personId);
  const { id } = await work.one(sql<{ id: string }>`select uuidv7() as id`);
  await work.run(sql`
    insert into rights_fact (commissioner_id, id, sealed_for, situation_id, question, value, source, said_at, said_by)
    values (${work.commissionerId}, ${id}, ${owner.personId}, ${owner.situationId}, ${fact.question},
      ${vault.seal(place(id), JSON.stringify(fact.value))}, ${fact.source}, ${work.now},
      ${work.actor.kind === "staff" ? work.actor.staffId : null})`);
  return idOf<"Fact">(id);
};

/** Reprendre la dernière réponse : the line before is in force again. @returns whether there was one */
export const takeBackFact = async (work: Work, situationId: string, question: QuestionId): Promise<boolean> =>
  (await work.run(sql`
    update rights_fact
    set withdrawn_at = ${work.now}, withdrawn_by = ${work.actor.kind === "staff" ? work.actor.staffId : null}
    where commissioner_id = ${work.commissionerId}
      and id = (
        select id from rights_fact
        where commissioner_id = ${work.commissionerId} and situation_id = ${situationId} and question = ${question} and withdrawn_at is null
        order by id desc
        limit 1)`)) > 0;

interface Row {
  readonly id: string;
  readonly question: string;
  readonly value: Buffer;
  readonly source: WrittenSource;
  readonly said_at: Date;
  readonly said_by: string | null;
}

/** What was answered in a situation and not taken back, the newest first, older lines included. */
export const answeredFactsOf = async (work: Work, owner: Owner): Promise<readonly KeptFact[]> => {
  await takeAlong(work, owner);
  const rows = await work.rows(sql<Row>`
    select id, question, value, source, said_at, said_by from rights_fact
    where commissioner_id = ${work.commissionerId} and situation_id = ${owner.situationId} and withdrawn_at is null
    order by id desc
    limit 2000`);
  if (rows.length === 0) return [];
  const vault = await vaultOf(work, owner.personId);
  return rows.map((row) => ({
    question: row.question,
    value: opened(vault, row),
    source: row.source,
    saidAt: row.said_at,
    saidBy: row.said_by === null ? undefined : idOf<"Staff">(row.said_by),
  }));
};

/**
 * What this situation takes along: what she brought from the simulator and that waits for a situation, while hers is open; and, when it
 * turned out to be about somebody else than was thought, its own lines, sealed again with the key of whom it is about.
 */
const takeAlong = async (work: Work, { personId, situationId }: Owner): Promise<void> => {
  await work.run(sql`
    update rights_fact f
    set situation_id = ${situationId}
    from situation s
    where f.commissioner_id = ${work.commissionerId} and f.sealed_for = ${personId} and f.situation_id is null
      and s.commissioner_id = f.commissioner_id and s.id = ${situationId} and s.closed_at is null`);
  const strangers = await work.rows(sql<{ id: string; value: Buffer; sealed_for: string }>`
    select id, value, sealed_for from rights_fact
    where commissioner_id = ${work.commissionerId} and situation_id = ${situationId} and sealed_for <> ${personId}`);
  if (strangers.length === 0) return;
  const to = await vaultOf(work, personId);
  for (const row of strangers) {
    const value = (await vaultOf(work, row.sealed_for)).open(place(row.id), row.value);
    await work.run(sql`
      update rights_fact set sealed_for = ${personId}, value = ${to.seal(place(row.id), value)}
      where commissioner_id = ${work.commissionerId} and id = ${row.id}`);
  }
};

/** Who brought answers, with which request to be called back. */
interface Bringer {
  readonly personId: string;
  readonly callbackId: string;
}

/**
 * Garder ce qu'une personne apporte du simulateur, with her yes, for whoever calls her back: her next open situation takes it. Sent again
 * with the same request, it takes the place of the first.
 */
export const keepSimulatorFacts = async (work: Work, bringer: Bringer, facts: Facts): Promise<void> => {
  await forgetSimulatorFacts(work, bringer);
  const vault = await vaultOf(work, bringer.personId);
  for (const [question, value] of Object.entries(facts)) {
    const { id } = await work.one(sql<{ id: string }>`select uuidv7() as id`);
    await work.run(sql`
      insert into rights_fact (commissioner_id, id, sealed_for, question, value, source, said_at, callback_id)
      values (${work.commissionerId}, ${id}, ${bringer.personId}, ${question}, ${vault.seal(place(id), JSON.stringify(value))},
        'simulator', ${work.now}, ${bringer.callbackId})`);
  }
  await work.tell("rights.brought", { personId: bringer.personId, callbackId: bringer.callbackId });
};

/** Whose they are: everything of a person, or what came with one request, when whoever follows it did not prove who they are. */
interface BroughtBy {
  readonly personId: string;
  readonly callbackId: string | undefined;
}

/** When she said yes to keeping them, without opening them. The request they came with names them. */
export const simulatorAgreementsOf = (
  work: Work,
  owner: BroughtBy,
): Promise<readonly { readonly id: string; readonly agreed_at: Date }[]> =>
  work.rows(sql<{ id: string; agreed_at: Date }>`
    select callback_id as id, min(said_at) as agreed_at from rights_fact
    where commissioner_id = ${work.commissionerId} and sealed_for = ${owner.personId}
      and callback_id = coalesce(${owner.callbackId ?? null}::uuid, callback_id)
    group by callback_id
    order by agreed_at desc, callback_id`);

/** Erases what came with a request, even from the situation that took it. @returns whether it was there */
export const forgetSimulatorFacts = async (
  work: Work,
  { personId, callbackId }: { readonly personId?: string; readonly callbackId: string },
): Promise<boolean> => {
  const situations = await work.rows(sql<{ situation_id: string | null }>`
    delete from rights_fact
    where commissioner_id = ${work.commissionerId} and callback_id = ${callbackId}
      and (${personId ?? null}::uuid is null or sealed_for = ${personId ?? null})
    returning situation_id`);
  for (const situationId of new Set(situations.flatMap(({ situation_id }) => situation_id ?? [])))
    await work.tell("rights.changed", { situationId });
  return situations.length > 0;
};

const daysWaiting = 90;

/** Erases what waited 90 days for a situation that never came. @returns how many lines */
export const purgeWaitingFacts = (work: Work): Promise<number> =>
  work.run(sql`
    delete from rights_fact
    where commissioner_id = ${work.commissionerId} and situation_id is null
      and said_at <= ${new Date(work.now.getTime() - daysWaiting * 86_400_000)}`);
