import { sql } from "kysely";
import type { Work } from "#ground/server";
import { diagnosesOf } from "./diagnosis.store.ts";
import { emotionsOfSituation } from "./emotion.store.ts";
import { fragilityLines, type Fragility, type FragilityLine, type FragilityVerdict, type Said, type SaidFact } from "./fragility.ts";
import { needsOf } from "./need.store.ts";
import { urgenciesOf } from "./urgency.store.ts";

/** What humans said of each fragility of a situation, the newest first. */
export const fragilityVerdictsOf = async (work: Work, situationId: string): Promise<FragilityVerdict[]> => {
  const rows = await work.rows(sql<{
    fragility: Fragility;
    verdict: FragilityVerdict["verdict"];
    facts: readonly SaidFact[];
    noted_at: Date;
    noted_by: string;
  }>`
    select fragility, verdict, facts, noted_at, noted_by from situation_fragility
    where commissioner_id = ${work.commissionerId} and situation_id = ${situationId}
    order by noted_at desc, id desc
    limit 200`);
  return rows.map((row) => ({
    fragility: row.fragility,
    verdict: row.verdict,
    facts: row.facts,
    notedAt: row.noted_at,
    notedBy: row.noted_by,
  }));
};

/** What was noted of a situation by humans, in this exchange and the others. */
const saidIn = async (work: Work, situationId: string): Promise<Said> => ({
  needs: await needsOf(work, situationId),
  tour: (await diagnosesOf(work, situationId))[0]?.answers ?? {},
  motives: (await urgenciesOf(work, situationId))[0]?.motives ?? [],
  emotions: await emotionsOfSituation(work, situationId),
});

/** Ce qui fragilise, with the facts said. */
export const fragilitiesOf = async (work: Work, situationId: string): Promise<readonly FragilityLine[]> =>
  fragilityLines(await saidIn(work, situationId), await fragilityVerdictsOf(work, situationId));

/** Keeps a human's word; a row is never changed. */
export const keepFragility = async (
  work: Work,
  given: {
    readonly situationId: string;
    readonly staffId: string;
    readonly fragility: Fragility;
    readonly verdict: FragilityVerdict["verdict"];
    readonly facts: readonly SaidFact[];
  },
): Promise<void> => {
  await work.run(sql`
    insert into situation_fragility (commissioner_id, situation_id, fragility, verdict, facts, noted_at, noted_by)
    values (${work.commissionerId}, ${given.situationId}, ${given.fragility}, ${given.verdict}, ${JSON.stringify(given.facts)}, ${work.now},
      ${given.staffId})`);
};
