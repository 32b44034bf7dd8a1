import { sql } from "kysely";
import type { Month } from "#engines/calendar";
import type { SharedWork, Work } from "#ground/server";
import { factsFrom, monthOfFacts, type KnownSituation } from "./fact.ts";
import { keyBytes, pseudonymWith } from "./pseudonym.ts";

/** "kept", or "closed": the month has its edition, and nothing changes any more. */
export type KeptFacts = { readonly kind: "kept" } | { readonly kind: "closed"; readonly months: readonly Month[] };

/** How many situations go to the database at once. */
const batchSize = 500;

/**
 * Garder les faits : replaces what the observatory knows of these situations, each in the month in which it was opened.
 * Doing it twice changes nothing. The fast way for many situations already known; `keepFacts` reads one by its identifier.
 */
export const keepGivenFacts = async (work: Work, situations: readonly KnownSituation[]): Promise<KeptFacts> => {
  const closed: Month[] = [];
  for (const [month, ofMonth] of Map.groupBy(situations, monthOfFacts)) {
    const key = await keyOfMonth(work, month);
    const isKept = key !== undefined && (await keepUnder(work, month, key, ofMonth));
    if (!isKept) closed.push(month);
  }
  return closed.length === 0 ? { kind: "kept" } : { kind: "closed", months: closed };
};

/** The key that makes the pseudonyms of a month, drawn the first time; undefined once destroyed. */
const keyOfMonth = async (work: Work, month: Month): Promise<Buffer | undefined> => {
  const { key } = await work.one(sql<{ key: Buffer | null }>`
    select observatory.key_of_month(${month}, ${work.ground.draw(keyBytes)}, ${work.now}) as key`);
  return key ?? undefined;
};

const keepUnder = async (work: Work, month: Month, key: Buffer, situations: readonly KnownSituation[]): Promise<boolean> => {
  const pseudonym = pseudonymWith(key);
  for (let at = 0; at < situations.length; at += batchSize) {
    const facts = situations.slice(at, at + batchSize).flatMap((known) => factsFrom(known, pseudonym));
    const kept = [...new Set(facts.map(({ situation }) => Buffer.from(situation, "hex")))];
    const { is_kept } = await work.one(sql<{ is_kept: boolean }>`
      select observatory.keep_facts(${month}, ${kept}::bytea[], ${JSON.stringify(facts)}::jsonb) as is_kept`);
    if (!is_kept) return false;
  }
  return true;
};

/** Months up to this one that still have their key: those that wait to be closed. */
export const monthsOpen = async (work: Pick<Work | SharedWork, "rows">, until: Month): Promise<Month[]> =>
  (await work.rows(sql<{ month: Month }>`select m as month from observatory.months_open(${until}) m`)).map(({ month }) => month);

export const destroyMonthKey = async (work: Pick<Work | SharedWork, "run">, month: Month, now: Date): Promise<void> => {
  await work.run(sql`select observatory.destroy_month_key(${month}, ${now})`);
};
