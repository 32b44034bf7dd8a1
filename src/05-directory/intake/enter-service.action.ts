import { sql } from "kysely";
import { idOf, type Id } from "#ground";
import type { SharedWork } from "#ground/server";
import type { AccessMode, Cost, MobilisationMode, Mobiliser, Public, ServiceKind } from "../record/code-lists.ts";
import type { ServiceNature } from "../record/service.ts";

/** Saisie : a service written by hand, with what is needed to find and to call it. */
export interface ServiceEntered {
  readonly source: { readonly id: string; readonly name: string; readonly licence: string; readonly isDemonstration?: boolean };
  /** Unique in its source: entering it again changes it. */
  readonly key: string;
  readonly structureName: string;
  readonly name: string;
  /** A service unless told. */
  readonly nature?: ServiceNature;
  readonly kind?: ServiceKind;
  readonly description?: string;
  readonly themes: readonly string[];
  readonly publics?: readonly Public[];
  readonly publicsDetails?: string;
  readonly conditions?: string;
  readonly ageFrom?: number;
  readonly ageTo?: number;
  readonly languages?: readonly string[];
  readonly cost?: Cost;
  readonly costDetails?: string;
  readonly accessModes?: readonly AccessMode[];
  readonly mobilisationModes?: readonly MobilisationMode[];
  readonly mobilisableBy?: readonly Mobiliser[];
  readonly mobilisationDetails?: string;
  readonly mobilisationUrl?: string;
  readonly zone?: readonly string[];
  readonly street?: string;
  readonly addressExtra?: string;
  readonly postalCode?: string;
  readonly communeName?: string;
  readonly communeCode?: string;
  readonly point?: { readonly latitude: number; readonly longitude: number };
  /** « source » unless told: the centre of a commune is said « environ ». */
  readonly pointFrom?: "source" | "commune";
  readonly phone?: string;
  readonly mail?: string;
  readonly website?: string;
  readonly openingHours?: string;
  readonly alert?: { readonly text: string; readonly until?: string };
  readonly checked?: { readonly on: string; readonly by: "structure" | "staff" };
  /** AAAA-MM-JJ. */
  readonly updatedOn: string;
}

type Writer = Pick<SharedWork, "one" | "first" | "run" | "now">;

/** Saisir un service : for what no file gives, and for the demonstration. Entered again under its key, it is written again whole. */
export const enterService = async (work: Writer, entered: ServiceEntered): Promise<Id<"Service">> => {
  const importId = await openEntry(work, entered.source);
  const pointFrom = entered.point ? (entered.pointFrom ?? "source") : null;
  const { id: structureId } = await work.one(sql<{ id: string }>`
    insert into directory_structure (source_id, source_key, import_id, name, address, address_extra, postal_code, commune_name, commune_code,
      latitude, longitude, point_from, phone, mail, website, opening_hours, updated_on, row_hash, raw)
    values (${entered.source.id}, ${entered.key}, ${importId}, ${entered.structureName}, ${entered.street ?? null}, ${entered.addressExtra ?? null},
      ${entered.postalCode ?? null}, ${entered.communeName ?? null}, ${entered.communeCode ?? null}, ${entered.point?.latitude ?? null},
      ${entered.point?.longitude ?? null}, ${pointFrom}, ${entered.phone ?? null}, ${entered.mail ?? null}, ${entered.website ?? null},
      ${entered.openingHours ?? null}, ${entered.updatedOn}, '', '{}')
    on conflict on constraint structure_of_source_once do update set
      name = excluded.name, address = excluded.address, address_extra = excluded.address_extra, postal_code = excluded.postal_code,
      commune_name = excluded.commune_name, commune_code = excluded.commune_code, latitude = excluded.latitude, longitude = excluded.longitude,
      point_from = excluded.point_from, phone = excluded.phone, mail = excluded.mail, website = excluded.website,
      opening_hours = excluded.opening_hours, updated_on = excluded.updated_on, gone_at = null
    returning id`);
  const { id } = await work.one(sql<{ id: string }>`
    insert into directory_service (source_id, source_key, import_id, structure_id, name, nature, kind, description, themes, publics, publics_details,
      conditions, age_from, age_to, languages, cost, cost_details, access_modes, mobilisation_modes, mobilisable_by, mobilisation_details,
      mobilisation_url, zone, address, address_extra, postal_code, commune_name, commune_code, latitude, longitude, point_from, phone, mail,
      opening_hours, alert, alert_until, checked_on, checked_by, updated_on, search_words, row_hash, raw)
    values (${entered.source.id}, ${entered.key}, ${importId}, ${structureId}, ${entered.name}, ${entered.nature ?? "service"}, ${entered.kind ?? null},
      ${entered.description ?? null}, ${[...entered.themes]}::text[], ${[...(entered.publics ?? [])]}::text[], ${entered.publicsDetails ?? null},
      ${entered.conditions ?? null}, ${entered.ageFrom ?? null}, ${entered.ageTo ?? null}, ${[...(entered.languages ?? [])]}::text[],
      ${entered.cost ?? null}, ${entered.costDetails ?? null}, ${[...(entered.accessModes ?? ["en-presentiel"])]}::text[],
      ${[...(entered.mobilisationModes ?? [])]}::text[], ${[...(entered.mobilisableBy ?? [])]}::text[], ${entered.mobilisationDetails ?? null},
      ${entered.mobilisationUrl ?? null}, ${entered.zone ? [...entered.zone] : null}::text[], ${entered.street ?? null}, ${entered.addressExtra ?? null},
      ${entered.postalCode ?? null}, ${entered.communeName ?? null}, ${entered.communeCode ?? null}, ${entered.point?.latitude ?? null},
      ${entered.point?.longitude ?? null}, ${pointFrom}, ${entered.phone ?? null}, ${entered.mail ?? null}, ${entered.openingHours ?? null},
      ${entered.alert?.text ?? null}, ${entered.alert?.until ?? null}, ${entered.checked?.on ?? null}, ${entered.checked?.by ?? null},
      ${entered.updatedOn}, ground_plain(${`${entered.name} ${entered.structureName}`}), '', '{}')
    on conflict on constraint service_of_source_once do update set
      name = excluded.name, nature = excluded.nature, kind = excluded.kind, description = excluded.description, themes = excluded.themes,
      publics = excluded.publics, publics_details = excluded.publics_details, conditions = excluded.conditions, age_from = excluded.age_from,
      age_to = excluded.age_to, languages = excluded.languages, cost = excluded.cost, cost_details = excluded.cost_details,
      access_modes = excluded.access_modes, mobilisation_modes = excluded.mobilisation_modes, mobilisable_by = excluded.mobilisable_by,
      mobilisation_details = excluded.mobilisation_details, mobilisation_url = excluded.mobilisation_url, zone = excluded.zone,
      address = excluded.address, address_extra = excluded.address_extra, postal_code = excluded.postal_code, commune_name = excluded.commune_name,
      commune_code = excluded.commune_code, latitude = excluded.latitude, longitude = excluded.longitude, point_from = excluded.point_from,
      phone = excluded.phone, mail = excluded.mail, opening_hours = excluded.opening_hours, alert = excluded.alert,
      alert_until = excluded.alert_until, checked_on = excluded.checked_on, checked_by = excluded.checked_by,
      updated_on = excluded.updated_on, search_words = excluded.search_words, gone_at = null
    returning id`);
  return idOf<"Service">(id);
};

/** What is entered by hand belongs to one import of its source, that stays. */
const openEntry = async (work: Writer, source: ServiceEntered["source"]): Promise<string> => {
  await work.run(sql`
    insert into directory_source (id, name, licence, is_demonstration)
    values (${source.id}, ${source.name}, ${source.licence}, ${source.isDemonstration ?? false})
    on conflict (id) do nothing`);
  const known = await work.first(
    sql<{ id: string }>`select id from directory_import where source_id = ${source.id} and file_name = 'saisie'`,
  );
  if (known) return known.id;
  const { id } = await work.one(sql<{ id: string }>`
    insert into directory_import (source_id, file_name, file_hash, state, started_at, progressed_at, ended_at)
    values (${source.id}, 'saisie', '', 'done', ${work.now}, ${work.now}, ${work.now})
    returning id`);
  return id;
};
