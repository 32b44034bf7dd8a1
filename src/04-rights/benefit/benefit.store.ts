import { sql } from "kysely";
import { day, type Day } from "#engines/calendar";
import { idOf, type Id } from "#ground";
import type { SharedWork, Work } from "#ground/server";
import type { ThemeId } from "#situation";
import { BenefitContentContract, type BenefitContent } from "./benefit.contract.ts";
import type { TerritoryKind } from "./territory.ts";

/** Benefits are shared: they are read with or without a commissioner. */
export type BenefitReader = Pick<SharedWork | Work, "rows" | "first" | "one" | "now">;

/** Aide locale, as it is kept. */
export interface Benefit {
  readonly id: Id<"Benefit">;
  readonly key: string;
  readonly isDemonstration: boolean;
  readonly isWithdrawn: boolean;
  /** When what people see was last looked at; absent before it is published. */
  readonly verified: { readonly on: Day; readonly byName: string } | undefined;
}

/** Version d'une aide locale : what was written, and how far it went. */
export interface BenefitVersion {
  readonly benefitId: Id<"Benefit">;
  readonly version: number;
  readonly state: "draft" | "to-review" | "published" | "replaced";
  readonly content: BenefitContent;
  readonly writers: readonly string[];
  readonly writerNames: readonly string[];
  readonly writtenAt: Date;
  readonly publishedAt: Date | undefined;
  readonly publisherName: string | undefined;
}

export interface VersionRow {
  benefit_id: string;
  version: number;
  state: BenefitVersion["state"];
  name: string;
  theme: string;
  gives: string;
  amount: unknown;
  territory_kind: TerritoryKind;
  territory_code: string;
  conditions: unknown;
  other_conditions: string;
  ask: unknown;
  bring: string[];
  source_url: string;
  verified_on: string;
  starts_on: string | null;
  ends_on: string | null;
}

/** The columns of what is written, to be read with the alias v. */
export const contentColumns = sql.raw(
  "v.benefit_id, v.version, v.state, v.name, v.theme, v.gives, v.amount, v.territory_kind, v.territory_code, v.conditions, v.other_conditions, v.ask, v.bring, v.source_url, v.verified_on, v.starts_on, v.ends_on",
);

/** What was kept is read by the same contract by which it came in: a condition that the code no longer knows would be an error of ours. */
export const contentOf = (row: VersionRow): BenefitContent =>
  BenefitContentContract.parse({
    name: row.name,
    theme: row.theme,
    gives: row.gives,
    amount: row.amount,
    territory: { kind: row.territory_kind, code: row.territory_code },
    conditions: row.conditions,
    otherConditions: row.other_conditions,
    ask: row.ask,
    bring: row.bring,
    sourceUrl: row.source_url,
    verifiedOn: row.verified_on,
    startsOn: row.starts_on,
    endsOn: row.ends_on,
  });

/** One benefit, by its identifier; locked when it is about to change, so that two gestures at once follow one another. */
export const findBenefit = async (
  reader: BenefitReader,
  id: string,
  options: { readonly isToChange?: boolean } = {},
): Promise<Benefit | undefined> => {
  const row = await reader.first(sql<{
    id: string;
    key: string;
    is_demonstration: boolean;
    verified_on: string | null;
    verifier: string | null;
    withdrawn_at: Date | null;
  }>`
    select b.id, b.key, b.is_demonstration, b.verified_on, s.name as verifier, b.withdrawn_at
    from rights_benefit b
    left join ground_staff s on s.id = b.verified_by
    where b.id = ${id}
    ${options.isToChange === true ? sql.raw("for update of b") : sql.raw("")}`);
  return (
    row && {
      id: idOf<"Benefit">(row.id),
      key: row.key,
      isDemonstration: row.is_demonstration,
      isWithdrawn: row.withdrawn_at !== null,
      verified: row.verified_on === null ? undefined : { on: day(row.verified_on), byName: row.verifier ?? "" },
    }
  );
};

/** All versions of a benefit, the newest first. */
export const versionsOf = async (reader: BenefitReader, id: string): Promise<readonly BenefitVersion[]> => {
  const rows = await reader.rows(sql<
    VersionRow & { writers: string[]; writer_names: string[]; written_at: Date; published_at: Date | null; publisher: string | null }
  >`
    select ${contentColumns}, v.writers, v.written_at, v.published_at, p.name as publisher,
      array(select s.name from unnest(v.writers) with ordinality as w (id, rank) join ground_staff s on s.id = w.id order by w.rank) as writer_names
    from rights_benefit_version v
    left join ground_staff p on p.id = v.published_by
    where v.benefit_id = ${id}
    order by v.version desc`);
  return rows.map((row) => ({
    benefitId: idOf<"Benefit">(row.benefit_id),
    version: row.version,
    state: row.state,
    content: contentOf(row),
    writers: row.writers,
    writerNames: row.writer_names,
    writtenAt: row.written_at,
    publishedAt: row.published_at ?? undefined,
    publisherName: row.publisher ?? undefined,
  }));
};

/** Événement dans la vie d'une aide : who did what, and why when a reason is asked for. */
export interface BenefitEvent {
  readonly version: number;
  readonly kind: "written" | "sent" | "returned" | "published" | "verified" | "withdrawn" | "restored";
  readonly at: Date;
  readonly byName: string;
  readonly reason: string | undefined;
}

export const eventsOf = async (reader: BenefitReader, id: string): Promise<readonly BenefitEvent[]> => {
  const rows = await reader.rows(sql<{ version: number; kind: BenefitEvent["kind"]; at: Date; name: string; reason: string | null }>`
    select e.version, e.kind, e.at, s.name, e.reason
    from rights_benefit_event e
    join ground_staff s on s.id = e.by_staff
    where e.benefit_id = ${id}
    order by e.at desc, e.id desc
    limit 200`);
  return rows.map((row) => ({ version: row.version, kind: row.kind, at: row.at, byName: row.name, reason: row.reason ?? undefined }));
};

export const noteEvent = (
  work: Work,
  staffId: string,
  event: { readonly benefitId: string; readonly version: number; readonly kind: BenefitEvent["kind"]; readonly reason?: string },
): Promise<number> =>
  work.run(sql`
    insert into rights_benefit_event (benefit_id, version, kind, at, by_staff, reason)
    values (${event.benefitId}, ${event.version}, ${event.kind}, ${work.now}, ${staffId}, ${event.reason ?? null})`);

/** Who stands behind a gesture on the catalogue. @throws when it is not a member of staff: roles are checked at the door */
export const keeperOf = (work: Work): Id<"Staff"> => {
  if (work.actor.kind !== "staff") throw new Error(`a benefit is kept by staff, not by ${work.actor.kind}`);
  return work.actor.staffId;
};

export const addBenefit = async (
  work: Work,
  given: { readonly key: string; readonly isDemonstration: boolean },
): Promise<Id<"Benefit">> => {
  const staffId = keeperOf(work);
  const row = await work.one(sql<{ id: string }>`
    insert into rights_benefit (key, is_demonstration, created_at, created_by, keeper_id)
    values (${given.key}, ${given.isDemonstration}, ${work.now}, ${staffId}, ${staffId})
    returning id`);
  return idOf<"Benefit">(row.id);
};

export const benefitOfKey = async (reader: BenefitReader, key: string): Promise<string | undefined> =>
  (await reader.first(sql<{ id: string }>`select id from rights_benefit where key = ${key}`))?.id;

export const addVersion = (
  work: Work,
  benefitId: string,
  version: number,
  content: BenefitContent,
  writers: readonly string[],
): Promise<number> =>
  work.run(sql`
    insert into rights_benefit_version (benefit_id, version, state, name, theme, gives, amount, territory_kind, territory_code, conditions,
      other_conditions, ask, bring, source_url, verified_on, starts_on, ends_on, writers, written_at)
    values (${benefitId}, ${version}, 'draft', ${content.name}, ${content.theme}, ${content.gives},
      ${content.amount === null ? null : JSON.stringify(content.amount)}, ${content.territory.kind}, ${content.territory.code},
      ${JSON.stringify(content.conditions)}, ${content.otherConditions}, ${JSON.stringify(content.ask)}, ${[...content.bring]}::text[],
      ${content.sourceUrl}, ${content.verifiedOn}, ${content.startsOn}, ${content.endsOn}, ${[...writers]}::uuid[], ${work.now})`);

/** Writes again in a draft: all who wrote in it stay named. */
export const rewriteVersion = (
  work: Work,
  benefitId: string,
  version: number,
  content: BenefitContent,
  writers: readonly string[],
): Promise<number> =>
  work.run(sql`
    update rights_benefit_version set
      name = ${content.name}, theme = ${content.theme}, gives = ${content.gives},
      amount = ${content.amount === null ? null : JSON.stringify(content.amount)},
      territory_kind = ${content.territory.kind}, territory_code = ${content.territory.code},
      conditions = ${JSON.stringify(content.conditions)}, other_conditions = ${content.otherConditions}, ask = ${JSON.stringify(content.ask)},
      bring = ${[...content.bring]}::text[], source_url = ${content.sourceUrl}, verified_on = ${content.verifiedOn},
      starts_on = ${content.startsOn}, ends_on = ${content.endsOn}, writers = ${[...writers]}::uuid[], written_at = ${work.now}
    where benefit_id = ${benefitId} and version = ${version} and state = 'draft'`);

export const setVersionState = (work: Work, benefitId: string, version: number, state: "draft" | "to-review"): Promise<number> =>
  work.run(sql`
    update rights_benefit_version set state = ${state}
    where benefit_id = ${benefitId} and version = ${version} and state in ('draft', 'to-review')`);

/** The version published until now gives its place; whoever publishes must not have written it, and the database refuses otherwise. */
export const publishVersion = async (work: Work, benefitId: string, version: number, publisherId: string): Promise<void> => {
  await work.run(sql`update rights_benefit_version set state = 'replaced' where benefit_id = ${benefitId} and state = 'published'`);
  await work.run(sql`
    update rights_benefit_version set state = 'published', published_at = ${work.now}, published_by = ${publisherId}
    where benefit_id = ${benefitId} and version = ${version} and state = 'to-review'`);
  await work.run(sql`
    update rights_benefit b set verified_on = v.verified_on, verified_by = v.writers[cardinality(v.writers)], keeper_id = v.writers[cardinality(v.writers)]
    from rights_benefit_version v
    where b.id = ${benefitId} and v.benefit_id = b.id and v.version = ${version}`);
};

export const setVerified = (work: Work, benefitId: string, on: Day, staffId: string): Promise<number> =>
  work.run(sql`update rights_benefit set verified_on = ${on}, verified_by = ${staffId}, keeper_id = ${staffId} where id = ${benefitId}`);

export const setWithdrawn = (work: Work, benefitId: string, at: Date | null): Promise<number> =>
  work.run(sql`update rights_benefit set withdrawn_at = ${at} where id = ${benefitId}`);

/** Aide publiée: what people see. */
export interface PublishedBenefit {
  readonly id: Id<"Benefit">;
  readonly content: BenefitContent;
  readonly isDemonstration: boolean;
  readonly verifiedOn: Day;
}

/** The benefits published for any of these codes, or one of them by its identifier. Withdrawn ones and drafts never come out of here. */
export const publishedBenefits = async (
  reader: BenefitReader,
  which: { readonly id: string } | { readonly keys: readonly string[]; readonly theme?: ThemeId },
): Promise<readonly PublishedBenefit[]> => {
  const rows = await reader.rows(sql<VersionRow & { is_demonstration: boolean; looked_on: string }>`
    select ${contentColumns}, b.is_demonstration, b.verified_on as looked_on
    from rights_benefit_version v
    join rights_benefit b on b.id = v.benefit_id
    where v.state = 'published' and b.withdrawn_at is null
      and ${
        "id" in which
          ? sql`v.benefit_id = ${which.id}`
          : sql`(v.territory_kind, v.territory_code) in (select split_part(k, ':', 1), split_part(k, ':', 2) from unnest(${[...which.keys]}::text[]) as k)
              and (${which.theme ?? null}::text is null or v.theme = ${which.theme ?? null})`
      }
    order by v.name, v.benefit_id
    limit 500`);
  return rows.map((row) => ({
    id: idOf<"Benefit">(row.benefit_id),
    content: contentOf(row),
    isDemonstration: row.is_demonstration,
    verifiedOn: day(row.looked_on),
  }));
};
