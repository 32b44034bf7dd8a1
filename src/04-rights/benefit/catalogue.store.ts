import { sql } from "kysely";
import { day, dayOf, type Day } from "#engines/calendar";
import { stateOf, type BenefitState } from "./benefit.ts";
import type { BenefitReader } from "./benefit.store.ts";
import type { Territory, TerritoryKind } from "./territory.ts";

/** Ligne du catalogue : what the list shows of a benefit. */
export interface CatalogueLine {
  readonly id: string;
  readonly key: string;
  readonly name: string;
  readonly theme: string;
  readonly territory: Territory;
  readonly state: BenefitState;
  readonly pending: "draft" | "to-review" | undefined;
  readonly verifiedOn: Day;
  readonly keeperId: string | undefined;
  readonly isDemonstration: boolean;
}

/** A whole country has some tens of thousands of them; a list longer than this is narrowed by its filters. */
const mostLines = 5_000;

/**
 * The catalogue, withdrawn ones and drafts included: for those who keep it only. A benefit shows the version that people see, or, while
 * none is published, the one being written. Its state is derived from the day, so that it is chosen after reading.
 */
export const catalogueLines = async (
  reader: BenefitReader,
  asked: { readonly keys?: readonly string[]; readonly theme?: string; readonly words?: string },
): Promise<readonly CatalogueLine[]> => {
  const today = dayOf(reader.now);
  const rows = await reader.rows(sql<{
    id: string;
    key: string;
    name: string;
    theme: string;
    territory_kind: TerritoryKind;
    territory_code: string;
    version_state: "draft" | "to-review" | "published";
    pending: "draft" | "to-review" | null;
    verified_on: string;
    ends_on: string | null;
    keeper_id: string | null;
    is_withdrawn: boolean;
    is_demonstration: boolean;
  }>`
    select b.id, b.key, v.name, v.theme, v.territory_kind, v.territory_code, v.state as version_state, v.ends_on,
      case when v.state = 'published' then o.state end as pending,
      coalesce(case when v.state = 'published' then b.verified_on end, v.verified_on) as verified_on,
      b.keeper_id, b.withdrawn_at is not null as is_withdrawn, b.is_demonstration
    from rights_benefit b
    join lateral (
      select name, theme, territory_kind, territory_code, state, verified_on, ends_on
      from rights_benefit_version
      where benefit_id = b.id and state <> 'replaced'
      order by state = 'published' desc
      limit 1) v on true
    left join rights_benefit_version o on o.benefit_id = b.id and o.state in ('draft', 'to-review')
    where (${asked.theme ?? null}::text is null or v.theme = ${asked.theme ?? null})
      and (${asked.words ?? null}::text is null or strpos(ground_plain(v.name), ground_plain(${asked.words ?? ""})) > 0)
      and ${
        asked.keys === undefined
          ? sql`true`
          : sql`(v.territory_kind, v.territory_code) in (select split_part(k, ':', 1), split_part(k, ':', 2) from unnest(${[...asked.keys]}::text[]) as k)`
      }
    order by ground_plain(v.name), b.id
    limit ${mostLines}`);
  return rows.map((row) => ({
    id: row.id,
    key: row.key,
    name: row.name,
    theme: row.theme,
    territory: { kind: row.territory_kind, code: row.territory_code },
    state: stateOf(
      {
        isWithdrawn: row.is_withdrawn,
        version: row.version_state,
        verifiedOn: day(row.verified_on),
        endsOn: row.ends_on === null ? null : day(row.ends_on),
      },
      today,
    ),
    pending: row.pending ?? undefined,
    verifiedOn: day(row.verified_on),
    keeperId: row.keeper_id ?? undefined,
    isDemonstration: row.is_demonstration,
  }));
};
