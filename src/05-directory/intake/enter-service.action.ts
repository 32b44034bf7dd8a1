import { sql } from "kysely";
import { idOf, type Id } from "#ground";
import type { SharedWork } from "#ground/server";
import type { AccessMode, Cost, Public } from "../record/code-lists.ts";

/** Saisie : a service written by hand, with what is needed to find and to call it. */
export interface ServiceEntered {
  readonly source: { readonly id: string; readonly name: string; readonly licence: string; readonly isDemonstration?: boolean };
  /** Unique in its source: entering it again changes it. */
  readonly key: string;
  readonly structureName: string;
  readonly name: string;
  readonly description?: string;
  readonly themes: readonly string[];
  readonly publics?: readonly Public[];
  readonly cost?: Cost;
  readonly accessModes?: readonly AccessMode[];
  readonly zone?: readonly string[];
  readonly street?: string;
  readonly postalCode?: string;
  readonly communeName?: string;
  readonly communeCode?: string;
  readonly point?: { readonly latitude: number; readonly longitude: number };
  readonly phone?: string;
  readonly mail?: string;
  readonly openingHours?: string;
  /** AAAA-MM-JJ. */
  readonly updatedOn: string;
}

type Writer = Pick<SharedWork, "one" | "first" | "run" | "now">;

/** Saisir un service : for what no file gives, and for the demonstration. */
export const enterService = async (work: Writer, entered: ServiceEntered): Promise<Id<"Service">> => {
  const importId = await openEntry(work, entered.source);
  const { id: structureId } = await work.one(sql<{ id: string }>`
    insert into directory_structure (source_id, source_key, import_id, name, address, postal_code, commune_name, commune_code, latitude, longitude,
      point_from, phone, mail, opening_hours, updated_on, row_hash, raw)
    values (${entered.source.id}, ${entered.key}, ${importId}, ${entered.structureName}, ${entered.street ?? null}, ${entered.postalCode ?? null},
      ${entered.communeName ?? null}, ${entered.communeCode ?? null}, ${entered.point?.latitude ?? null}, ${entered.point?.longitude ?? null},
      ${entered.point ? "source" : null}, ${entered.phone ?? null}, ${entered.mail ?? null}, ${entered.openingHours ?? null}, ${entered.updatedOn}, '', '{}')
    on conflict on constraint structure_of_source_once do update set name = excluded.name
    returning id`);
  const { id } = await work.one(sql<{ id: string }>`
    insert into directory_service (source_id, source_key, import_id, structure_id, name, description, themes, publics, cost, access_modes, zone, address,
      postal_code, commune_name, commune_code, latitude, longitude, point_from, phone, mail, opening_hours, updated_on, search_words, row_hash, raw)
    values (${entered.source.id}, ${entered.key}, ${importId}, ${structureId}, ${entered.name}, ${entered.description ?? null}, ${[...entered.themes]}::text[],
      ${[...(entered.publics ?? [])]}::text[], ${entered.cost ?? null}, ${[...(entered.accessModes ?? ["en-presentiel"])]}::text[],
      ${entered.zone ? [...entered.zone] : null}::text[], ${entered.street ?? null}, ${entered.postalCode ?? null}, ${entered.communeName ?? null},
      ${entered.communeCode ?? null}, ${entered.point?.latitude ?? null}, ${entered.point?.longitude ?? null}, ${entered.point ? "source" : null},
      ${entered.phone ?? null}, ${entered.mail ?? null}, ${entered.openingHours ?? null}, ${entered.updatedOn},
      ground_plain(${`${entered.name} ${entered.structureName}`}), '', '{}')
    on conflict on constraint service_of_source_once do update set
      name = excluded.name, description = excluded.description, themes = excluded.themes, publics = excluded.publics, cost = excluded.cost,
      access_modes = excluded.access_modes, zone = excluded.zone, phone = excluded.phone, mail = excluded.mail,
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
