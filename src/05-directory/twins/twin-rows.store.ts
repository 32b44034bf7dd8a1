import { sql, type RawBuilder } from "kysely";
import type { Day } from "#engines/calendar";
import type { Point } from "#engines/places";
import type { SharedWork } from "#ground/server";
import { codeWords } from "../record/code-lists.words.ts";
import type { ComparedFieldName } from "./twins.contract.ts";
import type { TwinKind } from "./twin.ts";

/** Ligne à montrer : who it is, and what it says in texts that may be set side by side. */
export interface TwinRow {
  readonly id: string;
  readonly name: string;
  readonly sourceName: string;
  readonly updatedOn: Day;
  readonly serviceId: string | undefined;
  readonly point: Point | undefined;
  readonly fields: Readonly<Partial<Record<ComparedFieldName, string>>>;
}

interface Read {
  readonly id: string;
  readonly name: string;
  readonly source_name: string;
  readonly updated_on: Day;
  readonly service_id: string | null;
  readonly structure_name: string | null;
  readonly address: string | null;
  readonly address_extra: string | null;
  readonly postal_code: string | null;
  readonly commune_name: string | null;
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly is_point: boolean | null;
  readonly phone: string | null;
  readonly mail: string | null;
  readonly website: string | null;
  readonly siret: string | null;
  readonly opening_hours: string | null;
  readonly themes: string[];
  readonly services: string[];
  readonly description: string | null;
}

export const readTwinRows = async (work: SharedWork, kind: TwinKind, ids: readonly string[]): Promise<ReadonlyMap<string, TwinRow>> => {
  const rows = await (kind === "structure" ? structures(work, ids) : services(work, ids));
  return new Map(rows.map((row) => [row.id, shown(row)]));
};

/** A national file holds the rows of many producers: each is named beside it. */
const sourceNameOf = (row: RawBuilder<unknown>) => sql`case
    when position('--' in ${row}.source_key) > 1 and split_part(${row}.source_key, '--', 1) <> o.id
    then o.name || ' (' || split_part(${row}.source_key, '--', 1) || ')'
    else o.name end`;

const structures = (work: SharedWork, ids: readonly string[]): Promise<Read[]> =>
  work.rows(sql<Read>`
    select t.id, t.name, ${sourceNameOf(sql`t`)} as source_name, t.updated_on, null as structure_name, t.address, t.address_extra, t.postal_code, t.commune_name,
      t.latitude, t.longitude, t.point_from = 'source' as is_point, t.phone, t.mail, t.website, t.siret, t.opening_hours, t.description,
      (select min(s.id::text)::uuid from directory_service s where s.structure_id = t.id and s.gone_at is null) as service_id,
      array(select distinct theme from directory_service s, unnest(s.themes) as theme
        where s.structure_id = t.id and s.gone_at is null order by theme limit 12) as themes,
      array(select distinct s.name from directory_service s where s.structure_id = t.id and s.gone_at is null order by s.name limit 8) as services
    from directory_structure t
    join directory_source o on o.id = t.source_id
    where t.id = any(${[...ids]}::uuid[])`);

const services = (work: SharedWork, ids: readonly string[]): Promise<Read[]> =>
  work.rows(sql<Read>`
    select s.id, s.name, ${sourceNameOf(sql`s`)} as source_name, s.updated_on, t.name as structure_name, coalesce(s.address, t.address) as address,
      s.address_extra, coalesce(s.postal_code, t.postal_code) as postal_code, coalesce(s.commune_name, t.commune_name) as commune_name,
      s.latitude, s.longitude, s.point_from in ('source', 'structure') as is_point, coalesce(s.phone, t.phone) as phone,
      coalesce(s.mail, t.mail) as mail, t.website, null as siret, coalesce(s.opening_hours, t.opening_hours) as opening_hours, s.description,
      s.id as service_id, s.themes, '{}'::text[] as services
    from directory_service s
    join directory_structure t on t.id = s.structure_id
    join directory_source o on o.id = s.source_id
    where s.id = any(${[...ids]}::uuid[])`);

const shown = (row: Read): TwinRow => ({
  id: row.id,
  name: row.name,
  sourceName: row.source_name,
  updatedOn: row.updated_on,
  serviceId: row.service_id ?? undefined,
  point:
    row.latitude === null || row.longitude === null || row.is_point !== true
      ? undefined
      : { latitude: row.latitude, longitude: row.longitude },
  fields: known({
    name: row.name,
    structure: row.structure_name ?? "",
    address: [row.address, row.address_extra].filter((part) => part !== null).join(", "),
    commune: [row.postal_code, row.commune_name].filter((part) => part !== null).join(" "),
    phone: row.phone ?? "",
    mail: row.mail ?? "",
    website: row.website ?? "",
    siret: row.siret ?? "",
    hours: row.opening_hours ?? "",
    themes: row.themes.map(codeWords.theme).toSorted().join(", "),
    services: row.services.join(", "),
    description: (row.description ?? "").slice(0, longestDescription),
  }),
});

/** Enough to see whether two texts speak of one thing. */
const longestDescription = 280;

const known = (fields: Readonly<Record<ComparedFieldName, string>>): TwinRow["fields"] =>
  Object.fromEntries(Object.entries(fields).filter(([, text]) => text.trim() !== ""));
