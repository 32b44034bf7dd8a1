import { sql } from "kysely";
import type { Day } from "#engines/calendar";
import { idOf, looksLikeId } from "#ground";
import type { SharedWork } from "#ground/server";
import type { AccessMode, Cost, MobilisationMode, Mobiliser, Network, Public, ServiceKind } from "./code-lists.ts";
import type { Service, ServiceNature } from "./service.ts";

/** The directory is shared: a commissioner's work and a shared work read it alike. */
export type DirectoryReader = Pick<SharedWork, "rows" | "first">;

interface Row {
  readonly id: string;
  readonly name: string;
  readonly description: string | null;
  readonly kind: ServiceKind | null;
  readonly themes: string[];
  readonly publics: Public[];
  readonly publics_details: string | null;
  readonly conditions: string | null;
  readonly cost: Cost | null;
  readonly cost_details: string | null;
  readonly access_modes: AccessMode[];
  readonly mobilisation_modes: MobilisationMode[];
  readonly mobilisable_by: Mobiliser[];
  readonly mobilisation_details: string | null;
  readonly mobilisation_url: string | null;
  readonly zone: string[] | null;
  readonly address: string | null;
  readonly address_extra: string | null;
  readonly postal_code: string | null;
  readonly commune_name: string | null;
  readonly commune_code: string | null;
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly point_from: "source" | "structure" | "commune" | null;
  readonly phone: string | null;
  readonly mail: string | null;
  readonly opening_hours: string | null;
  readonly weekly_hours: number | null;
  readonly weeks: number | null;
  readonly source_url: string | null;
  readonly updated_on: Day;
  readonly age_from: number | null;
  readonly age_to: number | null;
  readonly languages: string[];
  readonly alert: string | null;
  readonly alert_until: Day | null;
  readonly checked_on: Day | null;
  readonly checked_by: "structure" | "staff" | null;
  readonly nature: ServiceNature;
  readonly folded_into: string | null;
  readonly gone_at: Date | null;
  readonly structure_id: string;
  readonly structure_name: string;
  readonly siret: string | null;
  readonly website: string | null;
  readonly accessibility_url: string | null;
  readonly networks: Network[];
  readonly source_id: string;
  readonly source_name: string;
  readonly licence: string;
  readonly url: string | null;
  readonly is_demonstration: boolean;
}

/** A service that says nothing of where it is stands at its structure's address. */
const placeColumn = (name: string) =>
  sql`case when s.address is null and s.commune_code is null and s.postal_code is null then t.${sql.ref(name)} else s.${sql.ref(name)} end as ${sql.ref(name)}`;

/**
 * Services by their identifiers, in the order of the identifiers; those that do not exist are left out. One that several sources describe shows
 * what each knows best (`directory_shown`); asked by the identifier of a row that is folded, it keeps that identifier and shows the same.
 */
export const findServices = async (work: DirectoryReader, ids: readonly string[]): Promise<Service[]> => {
  const rows = await work.rows(sql<Row>`
    select asked.id, s.name, s.description, s.kind, s.themes, s.publics, s.publics_details, s.conditions, s.cost, s.cost_details,
      s.access_modes, s.mobilisation_modes, s.mobilisable_by, s.mobilisation_details, s.mobilisation_url, s.zone,
      ${placeColumn("address")}, ${placeColumn("address_extra")}, ${placeColumn("postal_code")}, ${placeColumn("commune_name")}, ${placeColumn("commune_code")},
      s.latitude, s.longitude, s.point_from,
      coalesce(s.phone, t.phone) as phone, coalesce(s.mail, t.mail) as mail, coalesce(s.opening_hours, t.opening_hours) as opening_hours,
      s.weekly_hours, s.weeks, coalesce(s.source_url, t.source_url) as source_url, s.updated_on, s.gone_at,
      s.age_from, s.age_to, s.languages, s.alert, s.alert_until, s.checked_on, s.checked_by, s.nature, asked.folded_into,
      t.id as structure_id, t.name as structure_name, t.siret, t.website, t.accessibility_url, t.networks,
      o.id as source_id, o.name as source_name, o.licence, o.url, o.is_demonstration
    from directory_service asked
    join directory_service stored on stored.id = coalesce(asked.folded_into, asked.id)
    cross join lateral directory_shown(stored) s
    join directory_structure own on own.id = s.structure_id
    join directory_structure standing on standing.id = coalesce(own.folded_into, own.id)
    cross join lateral directory_shown(standing) t
    join directory_source o on o.id = s.source_id
    where asked.id = any(${ids.filter(looksLikeId)}::uuid[])`);
  const found = new Map(rows.map((row) => [row.id, fromRow(row)]));
  return ids.flatMap((id) => found.get(id) ?? []);
};

/** One service, even if its source no longer lists it (`goneAt`). */
export const findService = async (work: DirectoryReader, id: string): Promise<Service | undefined> => (await findServices(work, [id]))[0];

const fromRow = (row: Row): Service => ({
  id: idOf<"Service">(row.id),
  name: row.name,
  description: row.description ?? undefined,
  kind: row.kind ?? undefined,
  themes: row.themes,
  publics: row.publics,
  publicsDetails: row.publics_details ?? undefined,
  conditions: row.conditions ?? undefined,
  cost: row.cost ?? undefined,
  costDetails: row.cost_details ?? undefined,
  accessModes: row.access_modes,
  mobilisationModes: row.mobilisation_modes,
  mobilisableBy: row.mobilisable_by,
  mobilisationDetails: row.mobilisation_details ?? undefined,
  mobilisationUrl: row.mobilisation_url ?? undefined,
  zone: row.zone ?? undefined,
  address: {
    street: row.address ?? undefined,
    extra: row.address_extra ?? undefined,
    postalCode: row.postal_code ?? undefined,
    communeName: row.commune_name ?? undefined,
    communeCode: row.commune_code ?? undefined,
  },
  point: pointOf(row),
  phone: row.phone ?? undefined,
  mail: row.mail ?? undefined,
  openingHours: row.opening_hours ?? undefined,
  weeklyHours: row.weekly_hours ?? undefined,
  weeks: row.weeks ?? undefined,
  sourceUrl: row.source_url ?? undefined,
  updatedOn: row.updated_on,
  ageFrom: row.age_from ?? undefined,
  ageTo: row.age_to ?? undefined,
  languages: row.languages,
  alert: row.alert === null ? undefined : { text: row.alert, until: row.alert_until ?? undefined },
  checked: row.checked_on === null || row.checked_by === null ? undefined : { on: row.checked_on, by: row.checked_by },
  nature: row.nature,
  foldedInto: row.folded_into === null ? undefined : idOf<"Service">(row.folded_into),
  goneAt: row.gone_at ?? undefined,
  structure: {
    id: idOf<"Structure">(row.structure_id),
    name: row.structure_name,
    siret: row.siret ?? undefined,
    website: row.website ?? undefined,
    accessibilityUrl: row.accessibility_url ?? undefined,
    networks: row.networks,
  },
  source: {
    id: row.source_id,
    name: row.source_name,
    licence: row.licence,
    url: row.url ?? undefined,
    isDemonstration: row.is_demonstration,
  },
});

const pointOf = ({ latitude, longitude, point_from }: Row): Service["point"] =>
  latitude === null || longitude === null || point_from === null ? undefined : { latitude, longitude, from: point_from };
