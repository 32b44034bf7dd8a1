import { sql } from "kysely";
import { blindIndex, type Work } from "#ground/server";
import type { Machine } from "./suggestion.contract.ts";

/** Avis d'un humain : what was answered to a suggestion, or done by hand while a machine was reading. */
export interface Verdict {
  readonly contactId: string;
  readonly situationId: string;
  readonly kind: "need" | "emotion" | "danger";
  /** A need, an emotion, or the gravest reason of a danger. */
  readonly label: string;
  readonly verdict: "kept" | "refused" | "added" | "withdrawn";
  /** Nothing when the human found it alone. */
  readonly confidence?: number;
  readonly machine: Machine;
  /** Whether the machine had proposed it; otherwise it only stood by. */
  readonly wasProposed: boolean;
  /** Of a danger: the pairs of words that told it. */
  readonly pairs?: readonly string[];
}

/** Keeps a verdict, with who gave it and which machine had spoken. A danger's words are kept as keyed prints only. */
export const keepVerdict = async (work: Work, given: Verdict): Promise<void> => {
  if (work.actor.kind !== "staff") throw new Error(`verdict on ${given.label}: only a human gives one`);
  const { machine } = given;
  await work.run(sql`
    insert into situation_verdict (commissioner_id, situation_id, contact_id, kind, label, verdict, confidence, proposed_by, model_version,
      taxonomy_version, told_prints, given_at, given_by)
    values (${work.commissionerId}, ${given.situationId}, ${given.contactId}, ${given.kind}, ${given.label}, ${given.verdict},
      ${given.confidence ?? null}, ${given.wasProposed ? machine.path : null}, ${machine.model}, ${machine.taxonomy},
      ${printsOf(work, given.situationId, given.pairs ?? [])}::text[], ${work.now}, ${work.actor.staffId})`);
};

const printsOf = (work: Work, situationId: string, pairs: readonly string[]): string[] =>
  [...new Set(pairs)].map((pair) => printOf(work, situationId, pair));
const printOf = (work: Work, situationId: string, pair: string): string =>
  blindIndex(work.ground.keys.lookup, `${work.commissionerId} danger ${situationId} ${pair}`).toString("base64url").slice(0, 16);

/** Of these pairs of words, those with which a danger was already answered no in this situation. */
export const answeredPairs = async (work: Work, situationId: string, pairs: readonly string[]): Promise<ReadonlySet<string>> => {
  const rows = await work.rows(sql<{ print: string }>`
    select distinct unnest(told_prints) as print from situation_verdict
    where commissioner_id = ${work.commissionerId} and situation_id = ${situationId} and kind = 'danger' and verdict = 'refused'`);
  const prints = new Set(rows.map((row) => row.print));
  return new Set(pairs.filter((pair) => prints.has(printOf(work, situationId, pair))));
};

/** Needs that are not proposed in a situation: noted already, withdrawn as mistaken, or refused. */
export const settledNeeds = async (work: Work, situationId: string): Promise<ReadonlySet<string>> => {
  const rows = await work.rows(sql<{ need: string }>`
    select need from situation_need
    where commissioner_id = ${work.commissionerId} and situation_id = ${situationId}
    union
    select label from situation_verdict
    where commissioner_id = ${work.commissionerId} and situation_id = ${situationId} and kind = 'need' and verdict = 'refused'`);
  return new Set(rows.map((row) => row.need));
};

/** Whether a machine had proposed this need here, and a human had kept it. */
export const wasKept = async (work: Work, situationId: string, need: string): Promise<boolean> =>
  (await work.first(sql`
    select 1 from situation_verdict
    where commissioner_id = ${work.commissionerId} and situation_id = ${situationId} and kind = 'need' and label = ${need}
      and verdict = 'kept'`)) !== undefined;

/** Takes back the refusals of a need given in this exchange: it may be proposed again. @returns whether there was one */
export const takeBackRefusal = async (work: Work, contactId: string, need: string): Promise<boolean> =>
  (await work.run(sql`
    delete from situation_verdict
    where commissioner_id = ${work.commissionerId} and contact_id = ${contactId} and kind = 'need' and label = ${need}
      and verdict = 'refused'`)) > 0;
