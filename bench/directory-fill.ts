// Fills the directory of a scratch database with services generated from a seed: `node bench/directory-fill.ts URL SIZE`, in a process of its
// own, so that the memory of the server is measured without it.
import { themes } from "#directory";
import { connect, type Database } from "#ground/server";
import { isCopy, readTowns, themes as worldThemes, worldOf, type WorldService } from "./find-world.ts";

/** The codes of the world are made up; those of the national format are put in their place, one for one. */
export const themeOf = (code: string): string => themes[worldThemes.indexOf(code) % themes.length] as string;

const hours = ["Mo-Fr 09:00-12:00,14:00-17:00", "Mo-Fr 08:00-18:00; PH off", "We 09:30-12:30; Sa 10:00-12:00", "24/7"];
const atOnce = 500;

const serviceRow = (service: WorldService, at: number, importId: string): object => {
  const { structure } = service;
  const isThere = service.modes.includes("en-presentiel");
  return {
    id: uuidOf(2, at),
    source_id: "banc",
    source_key: service.id,
    import_id: importId,
    structure_id: structure.id,
    name: service.name,
    description: service.description,
    kind: "accompagnement",
    themes: [...new Set(service.themes.map(themeOf))],
    publics: service.publics,
    cost: service.cost ?? null,
    access_modes: service.modes,
    mobilisation_modes: at % 10 === 7 ? ["se-presenter", "telephoner"] : ["telephoner"],
    mobilisable_by: ["usagers", "professionnels"],
    zone: service.zone ?? null,
    address: `${1 + (at % 90)} rue des Tilleuls`,
    commune_name: structure.town.name,
    commune_code: structure.town.code,
    latitude: isThere ? structure.latitude : null,
    longitude: isThere ? structure.longitude : null,
    point_from: isThere ? "source" : null,
    phone: "01 99 00 12 34",
    mail: "accueil@annuaire.example",
    opening_hours: service.hours ? hours[at % hours.length] : null,
    source_url: `https://annuaire.example/services/${at}`,
    updated_on: service.updatedOn,
    search_words: `${service.name} ${structure.name}`.toLowerCase(),
    row_hash: "\\x00",
    raw: { id: service.id, nom: service.name, presentation: service.description, commune: structure.town.name },
  };
};

const structureRow = ({ structure }: WorldService, id: string, importId: string): object => ({
  id,
  source_id: "banc",
  source_key: structure.id,
  import_id: importId,
  name: structure.name,
  commune_name: structure.town.name,
  commune_code: structure.town.code,
  latitude: structure.latitude,
  longitude: structure.longitude,
  point_from: "source",
  phone: "01 99 00 12 34",
  networks: [],
  updated_on: structure.updatedOn,
  row_hash: "\\x00",
  raw: { id: structure.id, nom: structure.name },
});

const uuidOf = (kind: number, at: number): string => `0192${kind}000-0000-7000-8000-${at.toString(16).padStart(12, "0")}`;

/** Columns named by the first row: those that it leaves out have their usual value. */
const insertAll = async ({ pool }: Database, table: string, rows: readonly object[]): Promise<void> => {
  const [first] = rows;
  if (!first) return;
  const columns = Object.keys(first).join(", ");
  await pool.query(`insert into ${table} (${columns}) select ${columns} from json_populate_recordset(null::${table}, $1)`, [
    JSON.stringify(rows),
  ]);
};

/** Without the triggers: a house that already stands is measured, not the import that filled it. */
const fill = async (database: Database, size: number): Promise<void> => {
  const { pool } = database;
  await pool.query("alter table directory_service disable trigger user; alter table directory_structure disable trigger user");
  await pool.query("insert into directory_source (id, name, licence) values ('banc', 'Banc d’essai', 'Licence Ouverte 2.0')");
  const made = await pool.query<{ id: string }>(
    "insert into directory_import (source_id, file_name, file_hash, started_at, progressed_at) values ('banc', 'banc.json', '\\x00', now(), now()) returning id",
  );
  const importId = made.rows[0]?.id ?? "";
  const structures = new Map<string, string>();
  let [structureRows, serviceRows]: [object[], object[]] = [[], []];
  let at = 0;
  const write = async (): Promise<void> => {
    await insertAll(database, "directory_structure", structureRows);
    await insertAll(database, "directory_service", serviceRows);
    [structureRows, serviceRows] = [[], []];
  };
  for (const service of worldOf(size, readTowns())) {
    // Copies are twins that the room folds before: they are shown nowhere.
    if (isCopy(service)) continue;
    let structure = structures.get(service.structure.id);
    if (structure === undefined) {
      structure = uuidOf(1, structures.size);
      structures.set(service.structure.id, structure);
      structureRows.push(structureRow(service, structure, importId));
    }
    serviceRows.push({ ...serviceRow(service, at++, importId), structure_id: structure });
    if (serviceRows.length === atOnce) await write();
  }
  await write();
  await pool.query("alter table directory_service enable trigger user; alter table directory_structure enable trigger user");
  await pool.query("analyze directory_structure; analyze directory_service");
};

if (import.meta.main) {
  const database = connect(process.argv[2] ?? "", 2);
  await fill(database, Number(process.argv[3]));
  await database.close();
}
