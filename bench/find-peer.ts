// The open directory's way to search, for comparison: PostgreSQL 15 with PostGIS, tables, indexes and query of the shape that its public API
// has (written by us). The server is started here, on a free port, in a folder of its own, and ended here.
import { spawn, spawnSync, type ChildProcess } from "node:child_process";
import { chownSync, closeSync, existsSync, mkdirSync, openSync, readFileSync, rmSync, writeSync } from "node:fs";
import { createServer } from "node:net";
import path from "node:path";
import pg from "pg";
import { zoneCodesOf, type Question, type Town, type WorldService } from "./find-world.ts";

const binaries = "/usr/lib/postgresql/15/bin";

export const isPeerHere = (): boolean =>
  existsSync(`${binaries}/initdb`) && existsSync("/usr/share/postgresql/15/extension/postgis.control");

export interface PeerAnswer {
  readonly ids: readonly string[];
  readonly total: number;
  readonly milliseconds: number;
}

export interface Peer {
  search(question: Question): Promise<PeerAnswer>;
  /** Names that hold these words, by the peer's own full text. */
  readonly named: (words: string) => Promise<readonly string[]>;
  end(): Promise<void>;
}

export const startPeer = async (services: Iterable<WorldService>, towns: readonly Town[]): Promise<Peer> => {
  const folder = path.resolve(import.meta.dirname, `../var/find-peer-${process.pid}`);
  mkdirSync(folder, { recursive: true });
  const owner = ownerOf();
  if (owner) chownSync(folder, owner.uid, owner.gid);
  const made = spawnSync(`${binaries}/initdb`, ["-D", `${folder}/data`, "-U", "bench", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8"], {
    ...owner,
  });
  if (made.status !== 0) throw new Error(`initdb: ${made.stderr.toString()}`);
  const port = await freePort();
  const server = spawn(
    `${binaries}/postgres`,
    [
      "-D",
      `${folder}/data`,
      "-p",
      String(port),
      "-k",
      folder,
      "-c",
      "shared_buffers=2GB",
      "-c",
      "work_mem=64MB",
      "-c",
      "jit=off",
      "-c",
      "fsync=off",
    ],
    { ...owner, stdio: "ignore" },
  );
  process.once("exit", () => server.kill("SIGINT"));
  const client = await connected(port);
  await fill(client, folder, services, towns);
  return {
    search: (question) => searched(client, question),
    named: async (words) => (await client.query<{ id: string }>(nameQuery, [words])).rows.map(({ id }) => id),
    end: async () => {
      await client.end();
      await ended(server);
      rmSync(folder, { recursive: true, force: true });
    },
  };
};

/** PostgreSQL refuses to run as root. */
const ownerOf = (): { uid: number; gid: number } | undefined => {
  if (process.getuid?.() !== 0) return undefined;
  const line = readFileSync("/etc/passwd", "utf8")
    .split("\n")
    .map((each) => each.split(":"))
    .find(([name]) => name === "postgres" || name === "nobody");
  return line && { uid: Number(line[2]), gid: Number(line[3]) };
};

const freePort = (): Promise<number> =>
  new Promise((found) => {
    const probe = createServer().listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => {
        found(typeof address === "object" && address ? address.port : 0);
      });
    });
  });

const connected = async (port: number): Promise<pg.Client> => {
  for (let turn = 0; ; turn++) {
    const client = new pg.Client({ host: "127.0.0.1", port, user: "bench", database: "postgres" });
    try {
      await client.connect();
      return client;
    } catch (error) {
      if (turn > 100) throw error;
      await new Promise((done) => setTimeout(done, 100));
    }
  }
};

const ended = async (server: ChildProcess): Promise<void> => {
  if (server.exitCode !== null) return;
  const gone = new Promise((done) => server.once("exit", done));
  server.kill("SIGINT");
  await gone;
};

const fill = async (client: pg.Client, folder: string, services: Iterable<WorldService>, towns: readonly Town[]): Promise<void> => {
  await client.query(`
    create extension postgis;
    create table commune (code text primary key, nom text, departement text, siren_epci text, centre geography(point, 4326));
    create table structure (id text primary key, nom text, _cluster_id text, score_qualite double precision, date_maj date);
    create table service (
      id text primary key, structure_id text not null, nom text, description text, thematiques text[], publics text[], frais text,
      modes_accueil text[], zone_eligibilite text[], code_insee text, latitude double precision, longitude double precision, date_maj date)`);
  const [structures, rows, communes] = ["structures", "services", "communes"].map((name) =>
    openSync(`${folder}/${name}.tsv`, "w", 0o644),
  ) as [number, number, number];
  const known = new Set<string>();
  let lines = "";
  for (const service of services) {
    const { structure } = service;
    if (!known.has(structure.id)) {
      known.add(structure.id);
      writeSync(structures, line([structure.id, structure.name, structure.cluster, structure.score, structure.updatedOn]));
    }
    lines += line([
      service.id, structure.id, service.name, service.description, list(service.themes), list(service.publics), service.cost, list(service.modes),
      service.zone && list(service.zone), structure.town.code, structure.latitude, structure.longitude, service.updatedOn,
    ]); // prettier-ignore
    if (lines.length > 1 << 20) {
      writeSync(rows, lines);
      lines = "";
    }
  }
  writeSync(rows, lines);
  for (const town of towns)
    writeSync(
      communes,
      line([town.code, town.name, town.departement, town.epci || undefined, `POINT(${town.longitude} ${town.latitude})`]),
    );
  for (const file of [structures, rows, communes]) closeSync(file);
  await client.query(`copy structure from '${folder}/structures.tsv'`);
  await client.query(`copy service from '${folder}/services.tsv'`);
  await client.query(`copy commune from '${folder}/communes.tsv'`);
  await client.query(`
    alter table service add foreign key (structure_id) references structure;
    create index on service (structure_id);
    create index on service (code_insee);
    create index on service using gin (thematiques);
    create index on service using gin (publics);
    create index on service using gin (modes_accueil);
    create index on service using gist (geography(st_makepoint(longitude, latitude)));
    create index on structure (_cluster_id);
    create index on service using gin (to_tsvector('french', nom))`);
  await client.query("vacuum analyze");
};

const line = (values: readonly (string | number | undefined)[]): string =>
  `${values.map((value) => (value === undefined ? "\\N" : String(value).replace(/[\t\n\r\\]/g, " "))).join("\t")}\n`;

const list = (values: readonly string[]): string => `{${values.map((value) => `"${value}"`).join(",")}}`;

/** $1 code of the commune, $2 codes of its zones, $3 themes. */
const matching = `
  from service s
  join structure t on t.id = s.structure_id
  where (s.zone_eligibilite is null or s.zone_eligibilite && $2::text[])
    and (
      st_dwithin(geography(st_makepoint(s.longitude, s.latitude)), (select c.centre from commune c where c.code = $1), 50000)
      or s.modes_accueil @> array['a-distance'])
    and s.thematiques && $3::text[]`;

const withoutTwins = `${matching}
    and s.id in (
      select ranked.id
      from (
        select s.id, dense_rank() over (
          partition by coalesce(t._cluster_id, t.id)
          order by t.score_qualite desc, t.date_maj desc nulls last) as place
        ${matching}) as ranked
      where ranked.place = 1)`;

// The peer cuts distances to whole kilometres; metres are kept here, so that orders can be compared.
const page = `
  select s.id, s.structure_id, s.nom, s.description, s.thematiques, s.publics, s.frais, s.modes_accueil, s.zone_eligibilite, s.code_insee,
    s.latitude, s.longitude, s.date_maj, t.nom as structure_nom, t.score_qualite,
    case
      when s.modes_accueil @> array['en-presentiel']
        and st_dwithin(geography(st_makepoint(s.longitude, s.latitude)), (select c.centre from commune c where c.code = $1), 50000)
      then st_distance(geography(st_makepoint(s.longitude, s.latitude)), (select c.centre from commune c where c.code = $1))
    end as distance
  ${withoutTwins}
  order by distance nulls last, s.id
  limit 50`;

const total = `select count(*)::int as total ${withoutTwins}`;

const nameQuery = `select s.id from service s where to_tsvector('french', s.nom) @@ plainto_tsquery('french', $1) order by ts_rank(to_tsvector('french', s.nom), plainto_tsquery('french', $1)) desc, s.id limit 20`;

const searched = async (client: pg.Client, { town, themes }: Question): Promise<PeerAnswer> => {
  const values = [town.code, [...zoneCodesOf(town)], themes];
  const from = performance.now();
  const shown = await client.query<{ id: string }>(page, values);
  const counted = await client.query<{ total: number }>(total, values);
  return { milliseconds: performance.now() - from, ids: shown.rows.map(({ id }) => id), total: counted.rows[0]?.total ?? 0 };
};
