import { sql } from "kysely";
import { day, type Day } from "#engines/calendar";
import type { Work } from "#ground/server";
import type { ThemeId } from "#situation";
import { keeperOf, type BenefitReader } from "./benefit.store.ts";
import type { CoverageStatement } from "./coverage.ts";
import type { Territory, TerritoryKind } from "./territory.ts";

export interface KeptStatement extends CoverageStatement {
  readonly said: "complete" | "nothing";
  readonly byName: string;
}

/** What was last said of each theme in these territories; what was taken back counts no more. @param keys "departement:38"; all when absent */
export const statementsFor = async (reader: BenefitReader, keys?: readonly string[]): Promise<readonly KeptStatement[]> => {
  const rows = await reader.rows(sql<{
    territory_kind: TerritoryKind;
    territory_code: string;
    theme: ThemeId;
    said: "complete" | "nothing" | "taken-back";
    with_inside: boolean;
    looked_on: string;
    name: string;
  }>`
    select distinct on (c.territory_kind, c.territory_code, c.theme)
      c.territory_kind, c.territory_code, c.theme, c.said, c.with_inside, c.looked_on, s.name
    from rights_benefit_coverage c
    join ground_staff s on s.id = c.by_staff
    where ${
      keys === undefined
        ? sql`true`
        : sql`(c.territory_kind, c.territory_code) in (select split_part(k, ':', 1), split_part(k, ':', 2) from unnest(${[...keys]}::text[]) as k)`
    }
    order by c.territory_kind, c.territory_code, c.theme, c.at desc, c.id desc`);
  return rows.flatMap((row) =>
    row.said === "taken-back"
      ? []
      : [
          {
            territory: { kind: row.territory_kind, code: row.territory_code },
            theme: row.theme,
            said: row.said,
            withInside: row.with_inside,
            lookedOn: day(row.looked_on),
            byName: row.name,
          },
        ],
  );
};

export const addStatement = (
  work: Work,
  given: {
    readonly territory: Territory;
    readonly theme: ThemeId;
    readonly said: "complete" | "nothing" | "taken-back";
    readonly withInside: boolean;
    readonly lookedOn: Day;
  },
): Promise<number> =>
  work.run(sql`
    insert into rights_benefit_coverage (territory_kind, territory_code, theme, said, with_inside, looked_on, at, by_staff)
    values (${given.territory.kind}, ${given.territory.code}, ${given.theme}, ${given.said}, ${given.withInside}, ${given.lookedOn}, ${work.now}, ${keeperOf(work)})`);

/** How many benefits each territory of a level offers on a day, by theme. */
export const countsByTerritory = async (
  reader: BenefitReader,
  today: Day,
  which: { readonly kind: TerritoryKind } | { readonly territory: Territory },
): Promise<readonly { readonly code: string; readonly theme: string; readonly count: number }[]> =>
  reader.rows(sql<{ code: string; theme: string; count: number }>`
    select v.territory_code as code, v.theme, count(*)::int as count
    from rights_benefit_version v
    join rights_benefit b on b.id = v.benefit_id
    where v.state = 'published' and b.withdrawn_at is null
      and (v.starts_on is null or v.starts_on <= ${today}) and (v.ends_on is null or v.ends_on >= ${today})
      and ${
        "kind" in which
          ? sql`v.territory_kind = ${which.kind}`
          : sql`v.territory_kind = ${which.territory.kind} and v.territory_code = ${which.territory.code}`
      }
    group by v.territory_code, v.theme`);
