import { sql } from "kysely";
import type { Day } from "#engines/calendar";
import { looksLikeId } from "#ground";
import { findService, type DirectoryReader } from "../record/service.store.ts";
import type { Service } from "../record/service.ts";

/** What one source says of a field, as it is kept. */
export interface SourceValue {
  readonly sourceId: string;
  readonly serviceId: string;
  readonly value: unknown;
  /** What the page shows; several sources may say it. */
  readonly isChosen: boolean;
}

/** Champ vu par plusieurs sources. */
export interface FieldOfSources {
  /** Name of the column: « phone », « opening_hours », « address »… */
  readonly field: string;
  readonly values: readonly SourceValue[];
  /** Two sources at least say something, and not the same. */
  readonly differs: boolean;
}

export interface ServiceSource {
  readonly serviceId: string;
  readonly id: string;
  readonly name: string;
  readonly licence: string;
  readonly url: string | undefined;
  readonly updatedOn: Day;
}

/** Sources d'un service : who describes it, the one that stands first, and what each says field by field. */
export interface SourcesOfService {
  readonly sources: readonly ServiceSource[];
  readonly fields: readonly FieldOfSources[];
}

/** What the page shows of each field, once rows are merged. */
const shownOn: Readonly<Record<string, (service: Service) => unknown>> = {
  name: ({ name }) => name,
  description: ({ description }) => description,
  address: ({ address }) => address.street,
  postal_code: ({ address }) => address.postalCode,
  commune_name: ({ address }) => address.communeName,
  phone: ({ phone }) => phone,
  mail: ({ mail }) => mail,
  opening_hours: ({ openingHours }) => openingHours,
  cost: ({ cost }) => cost,
  cost_details: ({ costDetails }) => costDetails,
  conditions: ({ conditions }) => conditions,
  publics_details: ({ publicsDetails }) => publicsDetails,
  mobilisation_details: ({ mobilisationDetails }) => mobilisationDetails,
};
const shownFields = Object.keys(shownOn);

/** @returns nothing to say when one source alone describes the service */
export const sourcesOf = async (work: DirectoryReader, serviceId: string): Promise<SourcesOfService> => {
  if (!looksLikeId(serviceId)) return { sources: [], fields: [] };
  const values = sql.join(shownFields.map((field) => sql`${sql.lit(field)}, ${fieldValue(field)}`));
  const rows = await work.rows(sql<{
    id: string;
    source_id: string;
    source_name: string;
    licence: string;
    url: string | null;
    updated_on: Day;
    values: Record<string, unknown>;
  }>`
    with asked as (select coalesce(folded_into, id) as standing from directory_service where id = ${serviceId})
    select s.id, o.id as source_id, o.name as source_name, o.licence, coalesce(s.source_url, o.url) as url, s.updated_on,
      jsonb_build_object(${values}) as values
    from asked
    join directory_service s on s.id = asked.standing or s.folded_into = asked.standing
    join directory_structure t on t.id = s.structure_id
    join directory_source o on o.id = s.source_id
    where s.gone_at is null
    order by s.folded_into is null desc, s.updated_on desc, s.id`);
  const service = await findService(work, serviceId);
  return {
    sources: rows.map((row) => ({
      serviceId: row.id,
      id: row.source_id,
      name: row.source_name,
      licence: row.licence,
      url: row.url ?? undefined,
      updatedOn: row.updated_on,
    })),
    fields: shownFields.flatMap((field) => {
      const said = rows.flatMap((row): SourceValue[] => {
        const value = row.values[field];
        if (value === null || value === undefined || value === "") return [];
        const isChosen = service !== undefined && plain(shownOn[field]?.(service) ?? "") === plain(value);
        return [{ sourceId: row.source_id, serviceId: row.id, value, isChosen }];
      });
      return said.length === 0 ? [] : [{ field, values: said, differs: new Set(said.map(({ value }) => plain(value))).size > 1 }];
    }),
  };
};

/** Where it is and how to call it are those of its structure when the service says nothing. */
const ownOrStructure = new Set<string>(["address", "postal_code", "commune_name", "phone", "mail", "opening_hours"]);
const fieldValue = (field: string) =>
  ownOrStructure.has(field) ? sql`coalesce(s.${sql.ref(field)}, t.${sql.ref(field)})` : sql`s.${sql.ref(field)}`;

/** « 3 RUE DE LA GARE » and « 3, rue de la Gare » are no difference to be told. */
const plain = (value: unknown): string =>
  String(value)
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, " ")
    .trim();
