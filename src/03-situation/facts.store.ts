import { sql } from "kysely";
import { idOf, type Id } from "#ground";
import type { Work } from "#ground/server";
import type { Population } from "#person";
import { emotionsOfSituation, type NotedEmotion } from "./emotion.store.ts";
import type { NeedOrigin, Severity } from "./need.ts";
import { needsOf } from "./need.store.ts";
import type { NeedId, ThemeId } from "./taxonomy.ts";

/** Faits d'une situation : what a human confirmed and nobody withdrew, without a word of what was said. */
export interface SituationFacts {
  readonly situationId: Id<"Situation">;
  readonly personId: Id<"Person">;
  readonly openedAt: Date;
  readonly communeCode?: string;
  readonly population?: Population;
  readonly demands: readonly { readonly theme: ThemeId }[];
  readonly needs: readonly { readonly theme: ThemeId; readonly need: NeedId; readonly origin: NeedOrigin; readonly severity: Severity }[];
  readonly emotions: readonly NotedEmotion[];
}

/** The facts of a situation, for the observatory. */
export const factsOfSituation = async (work: Work, id: string): Promise<SituationFacts | undefined> => {
  const row = await work.first(sql<{ person_id: string; opened_at: Date; commune_code: string | null; population: Population | null }>`
    select s.person_id, s.opened_at, p.commune_code, p.population
    from situation s
    join person p on p.commissioner_id = s.commissioner_id and p.id = s.person_id
    where s.commissioner_id = ${work.commissionerId} and s.id = ${id}`);
  if (!row) return undefined;
  const demands = await work.rows(sql<{ theme: ThemeId }>`
    select theme from situation_demand
    where commissioner_id = ${work.commissionerId} and situation_id = ${id} and withdrawn_at is null
    order by noted_at, id`);
  return {
    situationId: idOf<"Situation">(id),
    personId: idOf<"Person">(row.person_id),
    openedAt: row.opened_at,
    ...(row.commune_code === null ? {} : { communeCode: row.commune_code }),
    ...(row.population === null ? {} : { population: row.population }),
    demands,
    needs: (await needsOf(work, id)).map(({ theme, need, origin, severity }) => ({ theme, need, origin, severity })),
    emotions: await emotionsOfSituation(work, id),
  };
};
