// Imports, each in a process of its own: `npm run bench -- directory-import [--mb 500] [--no-generated] [--no-data] [--no-triggers] [--profile FOLDER]`.
// A list of the size asked, drawn from a seed, then each file that has a mapping of the house, twice: the second time changes nothing.
import { spawnSync } from "node:child_process";
import { createHash, randomBytes } from "node:crypto";
import { once } from "node:events";
import { chmodSync, createWriteStream, existsSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import path from "node:path";
import { pino } from "pino";
import { day } from "#engines/calendar";
import { builtInMapping, importDirectory, readMapping, type Mapping } from "#directory/server";
import { connect, keysFrom, migrate, prepareJobs, startPostgres, type Database, type Ground } from "#ground/server";
import { readTowns } from "./find-world.ts";

const has = (name: string): boolean => process.argv.includes(`--${name}`);
const argument = (name: string): string | undefined => (has(name) ? process.argv[process.argv.indexOf(`--${name}`) + 1] : undefined);

const data = path.join(import.meta.dirname, "../../shared/directory/data");
const ownFiles: readonly (readonly [mapping: string, file: string])[] = [
  ["lieux", "places.csv"],
  ["mairies", "mairies.csv"],
  ["france-services", "raw/france-services-2024.csv"],
  ["hub-lo", "raw/hub-lo.json"],
  ["gironde", "raw/gironde.json"],
  ["maine-et-loire", "raw/maine-et-loire.json"],
];

/** One import, in this process and no other: what is printed is its own. */
const importOne = async (url: string, file: string, name: string): Promise<void> => {
  const ground: Ground = {
    database: connect(url, 4),
    keys: keysFrom(createHash("sha256").update("a master key for the bench").digest()),
    log: pino({ level: "silent" }),
    baseUrl: () => "http://127.0.0.1",
    clock: () => new Date(),
    draw: randomBytes,
  };
  const began = performance.now();
  let readSeconds = 0;
  const answer = await importDirectory(ground, {
    path: file,
    source: { id: `banc-${name}`, name, licence: "Licence Ouverte 2.0" },
    mapping: name === "generated" ? generatedMapping : houseMapping(name),
    dataDate: day("2026-11-01"),
    onProgress: () => (readSeconds = (performance.now() - began) / 1000),
  });
  const seconds = (performance.now() - began) / 1000;
  const { user, system } = process.cpuUsage();
  const said = answer.kind === "done" ? answer.counts : answer;
  await ground.database.close();
  console.log(
    `${name}: ${seconds.toFixed(1)} s (${readSeconds.toFixed(1)} s to read and put aside), ${((user + system) / 1e6).toFixed(1)} s of its processor, ` +
      `${Math.round(process.resourceUsage().maxRSS / 1024)} MB at most, ${JSON.stringify(said)}`,
  );
};

const mappingOf = (text: string | undefined): Mapping => {
  const read = readMapping(text ?? "");
  if (read.kind === "wrong") throw new Error(read.sentences.join(" "));
  return read.mapping;
};
const houseMapping = (name: string): Mapping => mappingOf(builtInMapping(name));
const generatedMapping = mappingOf(
  JSON.stringify({
    format: "trait-dunion/correspondance@1",
    name: "Banc",
    separator: ";",
    structure: {
      id: { column: "id" },
      nom: { column: "nom" },
      adresse: { column: "rue" },
      code_postal: { column: "cp" },
      commune: { column: "commune" },
      code_insee: { column: "insee" },
      telephone: { column: "tel" },
      horaires_accueil: { column: "horaires" },
      date_maj: { column: "maj" },
    },
    service: {
      nom: { column: "nom" },
      description: { column: "texte" },
      thematiques: { all: [{ column: "theme" }] },
    },
  }),
);

const streets = ["rue des Tilleuls", "place du Marché", "avenue de la Gare", "chemin du Lavoir", "rue Haute"];
const names = ["Relais", "Maison des familles", "Atelier", "Épicerie solidaire", "Garage associatif", "Accueil de jour"];
const hours = ["Mo-Fr 09:00-12:00,14:00-17:00", `"We 09:30-12:30; Sa 10:00-12:00"`, ""];
const themes = ["famille--garde-denfants", "mobilite--acceder-a-un-vehicule", "equipement-et-alimentation--alimentation", ""];

/** Written as it is drawn: never whole in memory. @returns how many lines */
const generate = async (file: string, bytes: number): Promise<number> => {
  const towns = readTowns();
  const out = createWriteStream(file);
  out.write("id;nom;texte;rue;cp;commune;insee;tel;horaires;maj;theme\n");
  let [written, lines] = [0, 0];
  while (written < bytes) {
    let chunk = "";
    for (let each = 0; each < 500; each++, lines++) {
      const town = towns[(lines * 7919) % towns.length] as (typeof towns)[number];
      const name = `${names[lines % names.length] ?? ""} ${lines}`;
      const text = `On y répond aux questions de ${town.name} et des environs, on y prête ce qu’il faut. `.repeat(1 + (lines % 4));
      const number = `01 99 00 ${String(lines % 100).padStart(2, "0")} ${String(Math.floor(lines / 100) % 100).padStart(2, "0")}`;
      chunk += `${lines};${name};${text};${1 + (lines % 90)} ${streets[lines % streets.length] ?? ""};;${town.name};${town.code};${number};${hours[lines % hours.length] ?? ""};2026-10-0${1 + (lines % 9)};${themes[lines % themes.length] ?? ""}\n`;
    }
    written += Buffer.byteLength(chunk);
    if (!out.write(chunk)) await once(out, "drain");
  }
  out.end();
  await once(out, "finish");
  return lines;
};

const inItsProcess = (url: string, file: string, name: string): void => {
  const profile = argument("profile");
  const profiled = profile === undefined ? [] : ["--cpu-prof", `--cpu-prof-dir=${profile}`];
  const { status } = spawnSync(process.execPath, [...process.execArgv, ...profiled, import.meta.filename, "one", url, file, name], {
    stdio: "inherit",
  });
  if (status !== 0) throw new Error(`${name}: the import stopped`);
};

const withoutTriggers = (database: Database) =>
  database.pool.query("alter table directory_service disable trigger user; alter table directory_structure disable trigger user");

const bench = async (): Promise<void> => {
  const folder = mkdtempSync("/tmp/tu-bench-");
  chmodSync(folder, 0o755);
  const postgres = await startPostgres({ dataDir: path.join(folder, "pg"), throwaway: true });
  const database = connect(postgres.url, 4);
  const made = path.join(import.meta.dirname, "../var/directory-import-bench.csv");
  try {
    await migrate(database);
    await prepareJobs({ database });
    if (has("no-triggers")) await withoutTriggers(database);
    for (const [name, file] of has("no-data") ? [] : ownFiles) {
      if (argument("only") !== undefined && argument("only") !== name) continue;
      const whole = path.join(data, file);
      if (!existsSync(whole)) console.log(`${name}: ${whole} is not here, left out`);
      else for (let twice = 0; twice < 2; twice++) inItsProcess(postgres.url, whole, name);
    }
    if (!has("no-generated")) {
      const mb = Number(argument("mb") ?? 500);
      mkdirSync(path.dirname(made), { recursive: true });
      console.log(`generated: ${mb} MB, ${await generate(made, mb * 1e6)} lines`);
      inItsProcess(postgres.url, made, "generated");
    }
  } finally {
    rmSync(made, { force: true });
    await database.close();
    await postgres.stop();
    rmSync(folder, { recursive: true, force: true });
  }
};

const [, , deed, url, file, name] = process.argv;
if (deed === "one") await importOne(url ?? "", file ?? "", name ?? "");
else await bench();
