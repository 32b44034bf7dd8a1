import { sql } from "kysely";
import { idOf, type Id } from "#ground";
import type { Work } from "#ground/server";
import { vaultOf } from "#person/server";
import type { Demand } from "./demand.ts";
import { notedBy } from "./need.store.ts";
import { tellChanged } from "./situation.store.ts";
import { taxonomyVersion, type ThemeId } from "./taxonomy.ts";

export const wordsPlace = (demandId: string) => ({ table: "situation_demand", id: demandId, column: "words" });

const personOf = async (work: Work, situationId: string): Promise<string> => {
  const row = await work.one(sql<{ person_id: string }>`
    select person_id from situation where commissioner_id = ${work.commissionerId} and id = ${situationId}`);
  return row.person_id;
};

/** Noter une demande : her words are sealed with her key; the theme stays readable, for counting. */
export const addDemand = async (
  work: Work,
  given: { readonly situationId: string; readonly theme: ThemeId; readonly words: string },
): Promise<Id<"Demand">> => {
  const vault = await vaultOf(work, await personOf(work, given.situationId));
  const { id } = await work.one(sql<{ id: string }>`select uuidv7() as id`);
  await work.run(sql`
    insert into situation_demand (commissioner_id, id, situation_id, words, theme, taxonomy_version, noted_at, noted_by)
    values (${work.commissionerId}, ${id}, ${given.situationId}, ${vault.seal(wordsPlace(id), given.words)}, ${given.theme}, ${taxonomyVersion},
      ${work.now}, ${await notedBy(work, given.situationId)})`);
  await tellChanged(work, given.situationId);
  return idOf<"Demand">(id);
};

interface Row {
  readonly id: string;
  readonly situation_id: string;
  readonly theme: ThemeId;
  readonly words: Buffer | null;
  readonly noted_at: Date;
  readonly answered: "yes" | "no" | null;
}

/** The demands of a situation that were not withdrawn, in the order in which they were made. */
export const demandsOf = async (work: Work, situationId: string): Promise<Demand[]> => {
  const rows = await work.rows(sql<Row>`
    select id, situation_id, theme, words, noted_at, answered from situation_demand
    where commissioner_id = ${work.commissionerId} and situation_id = ${situationId} and withdrawn_at is null
    order by noted_at, id`);
  if (rows.length === 0) return [];
  const vault = await vaultOf(work, await personOf(work, situationId));
  return rows.map((row) => ({
    id: idOf<"Demand">(row.id),
    situationId: idOf<"Situation">(row.situation_id),
    theme: row.theme,
    words: row.words === null ? "" : vault.open(wordsPlace(row.id), row.words),
    notedAt: row.noted_at,
    answered: row.answered ?? undefined,
  }));
};

export const demandIsHere = async (work: Work, id: string): Promise<boolean> =>
  (await work.first(
    sql`select 1 from situation_demand where commissioner_id = ${work.commissionerId} and id = ${id} and withdrawn_at is null`,
  )) !== undefined;

const change = async (work: Work, id: string, set: ReturnType<typeof sql>): Promise<boolean> => {
  const row = await work.first(sql<{ situation_id: string }>`
    update situation_demand set ${set}
    where commissioner_id = ${work.commissionerId} and id = ${id} and withdrawn_at is null
    returning situation_id`);
  if (row) await tellChanged(work, row.situation_id);
  return row !== undefined;
};

/** Whether the demand was answered during the exchange. */
export const answerDemand = (work: Work, id: string, answered: "yes" | "no"): Promise<boolean> =>
  change(work, id, sql`answered = ${answered}`);

/** Takes back a demand noted by mistake. */
export const withdrawDemand = (work: Work, id: string): Promise<boolean> => change(work, id, sql`withdrawn_at = ${work.now}`);
