// The search of the directory in the real server: `npm run bench -- directory-http [--size 213000] [--seconds 8] [--folder FOLDER] [--profile FILE]`.
import { spawnSync } from "node:child_process";
import { createHash, randomBytes } from "node:crypto";
import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { Session } from "node:inspector/promises";
import path from "node:path";
import { monitorEventLoopDelay } from "node:perf_hooks";
import { pino } from "pino";
import { openServices } from "#directory/server";
import { buildWeb, connect, keysFrom, migrate, prepareJobs, startPostgres, type Ground, type Web } from "#ground/server";
import { buildApp } from "../apps/server/app.ts";
import { themeOf } from "./directory-fill.ts";
import { dataFolder, hasData, questionsOf, readTowns } from "./find-world.ts";
import { askPaths, type HttpFigures } from "./http-clients.ts";

const argument = (name: string): string | undefined =>
  process.argv.includes(`--${name}`) ? process.argv[process.argv.indexOf(`--${name}`) + 1] : undefined;
const size = Number(argument("size") ?? 213_000);
const seconds = Number(argument("seconds") ?? 8);
const profileFile = argument("profile");
if (!hasData()) {
  console.error(`${dataFolder} is not here: the bench needs communes.csv and places.csv.`);
  process.exit(1);
}

/** A folder given is kept, filled, for the next time. */
const kept = argument("folder");
if (kept !== undefined) mkdirSync(kept, { recursive: true });
const folder = kept ?? mkdtempSync("/tmp/tu-bench-");
chmodSync(folder, 0o755);
const isFilled = existsSync(path.join(folder, `filled-${size}`));
const postgres = await startPostgres({ dataDir: path.join(folder, "pg"), throwaway: true });
const database = connect(postgres.url, 16);
if (!isFilled) {
  await migrate(database);
  await prepareJobs({ database });
  const filled = spawnSync(
    process.execPath,
    [...process.execArgv, path.join(import.meta.dirname, "directory-fill.ts"), postgres.url, String(size)],
    {
      stdio: "inherit",
    },
  );
  if (filled.status !== 0) throw new Error("the directory could not be filled");
  writeFileSync(path.join(folder, `filled-${size}`), "");
}

const ground: Ground = {
  database,
  keys: keysFrom(createHash("sha256").update("a master key for the bench").digest()),
  log: pino({ level: "silent" }),
  baseUrl: () => "http://127.0.0.1",
  clock: () => new Date(),
  draw: randomBytes,
};

/** The longest time for which this thread answered nobody, in milliseconds. */
const watchPauses = (): (() => number) => {
  const delays = monitorEventLoopDelay({ resolution: 1 });
  delays.enable();
  return () => {
    delays.disable();
    return delays.max / 1e6;
  };
};
/** What this thread itself has worked: on a machine that others keep busy, it says more than answers a second. */
const watchOwnTime = (): (() => string) => {
  const [before, answersBefore] = [process.threadCpuUsage(), answers];
  return () => {
    const { user, system } = process.threadCpuUsage(before);
    return `${((user + system) / 1000 / (answers - answersBefore)).toFixed(3)} ms of the processor each`;
  };
};
const listening = async (web: Web): Promise<number> => {
  await web.app.listen({ port: 0, host: "127.0.0.1" });
  const address = web.app.server.address();
  return typeof address === "object" && address ? address.port : 0;
};
const healthOf = async (port: number): Promise<string> => {
  const answer = (await (await fetch(`http://127.0.0.1:${port}/sante`)).json()) as { readonly directory: string };
  return answer.directory;
};
const until = async (isDone: () => Promise<boolean>): Promise<void> => {
  while (!(await isDone())) await new Promise((done) => setTimeout(done, 50));
};
const megabytes = (): string => `${Math.round(process.memoryUsage().rss / 1e6)} MB`;
const told = ({ perSecond, p50, p99, longest, bytes }: HttpFigures): string =>
  `${Math.round(perSecond)} answers/s, p50 ${p50.toFixed(1)} ms, p99 ${p99.toFixed(1)} ms, longest ${longest.toFixed(1)} ms, ${Math.round(bytes / 1024)} kB each`;

const paths = questionsOf(2000, readTowns()).map(
  ({ town, themes }) => `/api/services?commune=${town.code}&theme=${themeOf(themes[0] ?? "")}&rayon=50&nombre=50`,
);
const ask = (port: number, forSeconds: number): Promise<HttpFigures> =>
  askPaths({ port, paths, clients: 8, seconds: forSeconds, addresses: 4000 });

let answers = 0;
const web = await buildApp(ground, { deskFolder: folder, auditHeadsFile: path.join(folder, "heads"), requestsPerMinute: 1e9 });
web.app.server.on("request", () => answers++);
const began = performance.now();
const buildPauses = watchPauses();
const port = await listening(web);
await until(async () => (await healthOf(port)).startsWith("ready"));
console.log(
  `ready     ${((performance.now() - began) / 1000).toFixed(1)} s, longest pause ${buildPauses().toFixed(0)} ms, memory ${megabytes()}: ${await healthOf(port)}`,
);

const profile = profileFile === undefined ? undefined : new Session();
profile?.connect();
await profile?.post("Profiler.enable");
await profile?.post("Profiler.start");
const ownTime = watchOwnTime();
console.log(`index     ${told(await ask(port, seconds))}; ${ownTime()}`);
if (profile && profileFile !== undefined) writeFileSync(profileFile, JSON.stringify((await profile.post("Profiler.stop")).profile));
console.log(`memory    ${megabytes()}`);

const patchPauses = watchPauses();
const patchBegan = performance.now();
await database.pool.query(
  "update directory_service set phone = '01 99 00 ' || (random() * 8999 + 1000)::int::text where id in (select id from directory_service order by id limit 2000)",
);
const written = performance.now();
// A lag of less than the time since the write: what was written is in the index.
await until(async () => Number(/lag ([\d.]+)/.exec(await healthOf(port))?.[1]) < (performance.now() - written) / 1000 - 0.1);
console.log(
  `2000 rows changed: written ${((written - patchBegan) / 1000).toFixed(2)} s, known ${((performance.now() - written) / 1000).toFixed(2)} s after, longest pause ${patchPauses().toFixed(0)} ms`,
);
await web.app.close();

const plain = await buildWeb(ground, { requestsPerMinute: 1e9 });
openServices(plain);
console.log(`database  ${told(await ask(await listening(plain), seconds))}`);
await plain.app.close();
await database.close();
await postgres.stop();
if (kept === undefined) rmSync(folder, { recursive: true, force: true });
