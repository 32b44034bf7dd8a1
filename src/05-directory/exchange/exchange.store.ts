import { sql } from "kysely";
import { inShared, type Ground, type SharedWork } from "#ground/server";
import { nameWords } from "../intake/name-words.source.ts";
import { isPersonalMail } from "../intake/private-address.ts";
import {
  lineId,
  serviceLine,
  structureLine,
  type ServiceLine,
  type StoredService,
  type StoredStructure,
  type StructureLine,
} from "./data-inclusion-line.source.ts";

type Reader = Pick<SharedWork, "rows">;

/** Lines read at once: the memory of an export does not grow with the directory. */
const readAtOnce = 500;
const beforeAll = "00000000-0000-0000-0000-000000000000";

/** Enregistrements de l'échange : `services`, or `structures`. */
export const exchangedKinds = ["services", "structures"] as const;
export type ExchangedKind = (typeof exchangedKinds)[number];
export type ExchangedLine = StructureLine | ServiceLine;

/** All that may be given to others, in the order of identifiers; rows that are gone or folded into another are left out. */
export async function* exchangedLines(ground: Ground, kind: ExchangedKind): AsyncGenerator<ExchangedLine> {
  let after = beforeAll;
  for (;;) {
    const rows = await inShared(ground, (work) =>
      kind === "services" ? services(work, sql`stored.id > ${after}::uuid`) : structures(work, sql`stored.id > ${after}::uuid`),
    );
    for (const { line } of rows) yield line;
    const last = rows.at(-1);
    if (!last || rows.length < readAtOnce) return;
    after = last.id;
  }
}

interface Exchanged {
  readonly id: string;
  readonly line: ExchangedLine;
}

const isPersonal = (mail: string): boolean => isPersonalMail(mail, nameWords().firstNames);

const structures = async (work: Reader, which: ReturnType<typeof sql>): Promise<Exchanged[]> => {
  const rows = await work.rows(sql<StoredStructure>`
    select stored.id, stored.source_id, stored.source_key, o.licence, o.is_demonstration, t.name, t.description, t.address, t.address_extra, t.postal_code,
      t.commune_name, t.commune_code, t.latitude, t.longitude, t.phone, t.mail, t.opening_hours, t.source_url, t.updated_on,
      t.siret, t.website, t.accessibility_url, t.networks
    from directory_structure stored
    cross join lateral directory_shown(stored) t
    join directory_source o on o.id = stored.source_id
    where stored.gone_at is null
      and stored.folded_into is null
      and ${which}
    order by stored.id
    limit ${readAtOnce}`);
  return rows.map((row) => ({ id: row.id, line: structureLine(row, isPersonal) }));
};

const services = async (work: Reader, which: ReturnType<typeof sql>): Promise<Exchanged[]> => {
  const rows = await work.rows(sql<StoredService>`
    select stored.id, stored.source_id, stored.source_key, o.licence, o.is_demonstration, s.name, s.description, s.address, s.address_extra, s.postal_code,
      s.commune_name, s.commune_code, s.latitude, s.longitude, s.phone, s.mail, s.opening_hours, s.source_url, s.updated_on,
      standing.source_id as structure_source_id, standing.source_key as structure_key,
      s.kind, s.themes, s.publics, s.publics_details, s.conditions, s.cost, s.cost_details, s.access_modes, s.mobilisation_modes, s.mobilisable_by,
      s.mobilisation_details, s.mobilisation_url, s.zone, s.weekly_hours, s.weeks, s.age_from, s.age_to, s.languages, s.alert, s.alert_until,
      s.checked_on, s.nature
    from directory_service stored
    cross join lateral directory_shown(stored) s
    join directory_source o on o.id = stored.source_id
    join directory_structure own on own.id = stored.structure_id
    join directory_structure standing on standing.id = coalesce(own.folded_into, own.id)
    where stored.gone_at is null
      and stored.folded_into is null
      and ${which}
    order by stored.id
    limit ${readAtOnce}`);
  return rows.map((row) => ({ id: row.id, line: serviceLine(row, isPersonal) }));
};

/** The lines of some records, by the identifier of their row; those that are not shown any more are missing. */
export const linesById = async (work: Reader, kind: ExchangedKind, ids: readonly string[]): Promise<ReadonlyMap<string, ExchangedLine>> => {
  if (ids.length === 0) return new Map();
  const which = sql`stored.id = any(${[...ids]}::uuid[])`;
  const rows = await (kind === "services" ? services(work, which) : structures(work, which));
  return new Map(rows.map(({ id, line }) => [id, line]));
};

/** The identifiers by which others know some records, gone or folded ones too: a tombstone bears the name that was given. */
export const namesById = async (work: Reader, kind: ExchangedKind, ids: readonly string[]): Promise<ReadonlyMap<string, string>> => {
  const table = kind === "services" ? sql`directory_service` : sql`directory_structure`;
  const rows = await work.rows(sql<{ id: string; source_id: string; source_key: string }>`
    select id, source_id, source_key
    from ${table}
    where id = any(${[...ids]}::uuid[])`);
  return new Map(rows.map(({ id, source_id, source_key }) => [id, lineId(source_id, source_key)]));
};
