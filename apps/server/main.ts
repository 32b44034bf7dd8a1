import path from "node:path";
import { pino } from "pino";
import {
  checkMasterKey,
  drawBytes,
  FolderTaken,
  connect,
  loadKeys,
  migrate,
  prepareJobs,
  readSettings,
  startPostgres,
  startWorking,
  type Ground,
  type Postgres,
} from "#ground/server";
import { makeRegisters } from "#rights/server";
import { chooseModel, makeLanguageModel, words as readWords } from "#situation/server";
import { buildApp } from "./app.ts";
import { buildDesk } from "./build-desk.ts";
import { listenOn } from "./listen.ts";
import { loadDemonstration } from "./demonstration.ts";
import { auditHeadsFile, duties } from "./rooms.ts";
import { prepareDataFolder } from "./data-folder.ts";
import { StartRefused } from "./start-refused.ts";
import { startWords as words } from "./start.words.ts";

// The start, told step by step. The port is opened last: who gets an answer gets a right one.

const began = performance.now();
const root = path.resolve(import.meta.dirname, "../..");
let ending = false;
let isReady = false;
const closers: (() => Promise<unknown>)[] = [];

/** Ends in the order opposite to the start; what hangs is cut after 8 seconds. */
const end = async (code: number): Promise<never> => {
  if (ending) return new Promise(() => undefined);
  ending = true;
  setTimeout(() => process.exit(code === 0 ? 1 : code), 8000).unref();
  for (const close of closers.toReversed()) await close().catch(() => undefined);
  process.exit(code);
};
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => void end(0));
for (const accident of ["uncaughtException", "unhandledRejection"] as const)
  process.on(accident, (error: unknown) => {
    // Asked to stop: what was under way fails, and there is nothing to tell.
    if (ending) return;
    if (error instanceof StartRefused) console.error(error.message);
    else console.error(words.failed, error);
    void end(1);
  });

/** A file that holds no key is the administrator's to put right. */
const openKeys = (file: string): ReturnType<typeof loadKeys> => {
  try {
    return loadKeys(file);
  } catch (error) {
    throw new StartRefused(error instanceof Error ? error.message : String(error));
  }
};

const say = (sentence: string): void => {
  console.log(`${((performance.now() - began) / 1000).toFixed(1).padStart(6)} s  ${sentence}`);
};

const read = readSettings(process.env, root);
if (read.kind === "wrong") {
  console.error([words.settingsWrong, ...read.sentences.map((sentence) => `  ${sentence}`)].join("\n"));
  process.exit(1);
}
const settings = read.settings;
prepareDataFolder(settings.dataDir);
const deskBuilt = buildDesk();

let own: Postgres | undefined;
if (settings.databaseUrl === undefined) {
  own = await startPostgres({ dataDir: path.join(settings.dataDir, "postgres") }).catch((error: unknown) => {
    throw error instanceof FolderTaken ? new StartRefused(words.alreadyStarted(settings.dataDir)) : error;
  });
  closers.push(() => own?.stop() ?? Promise.resolve());
  void own.died.then((log) => {
    console.error(words.databaseDied(log.slice(-500)));
    void end(1);
  });
}
say(own ? words.postgres : words.ownPostgres);
const model = chooseModel(settings.dataDir);
if (model.kind !== "house") say(model.kind === "trained" ? words.trainedModel(model.version) : words.modelLeftAside[model.because]);

const database = connect(settings.databaseUrl ?? own?.url ?? "", 16);
// A start that is cut short does not wait for what it was doing: PostgreSQL is stopped under it, and undoes what was not finished.
closers.push(() => (isReady ? database.close() : Promise.resolve()));
await database.pool.query("select 1").catch((error: unknown) => {
  throw new StartRefused(words.databaseUnreachable(error instanceof Error ? error.message : String(error)));
});
const migrations = await migrate(database);
await prepareJobs({ database });
say(words.migrations(migrations.length));

const { keys, isNew } = openKeys(settings.masterKeyFile);
if (isNew) say(words.newKey(settings.masterKeyFile));

let address = settings.baseUrl ?? "http://127.0.0.1";
const ground: Ground = {
  database,
  keys,
  log: pino({ level: settings.logLevel }),
  baseUrl: () => settings.baseUrl ?? address,
  clock: () => new Date(),
  draw: drawBytes,
};

if ((await checkMasterKey(ground)) === "other") {
  console.error(words.otherKey(settings.masterKeyFile));
  await end(1);
}

const demonstration = await loadDemonstration(ground, settings, { isEmbedded: own !== undefined, say });

const desk = await deskBuilt;
say(words.desk[desk.kind]);
if (desk.kind === "failed") console.error(desk.log);

const runner = await startWorking(ground, duties(ground, settings));
closers.push(() => runner.stop());
say(words.jobs);

const web = await buildApp(ground, {
  deskFolder: desk.folder,
  auditHeadsFile: auditHeadsFile(settings),
  ...(settings.plugIn ? { plugIn: makeLanguageModel(settings.plugIn) } : {}),
  ...(settings.registers ? { registers: makeRegisters(settings.registers) } : {}),
});
closers.push(() => web.app.close());
// The first notes of the day do not wait for the model to be read.
readWords().analyse("Un mois de loyer de retard.");
address = await listenOn(web.app, settings.port);
isReady = true;
say(words.ready(ground.baseUrl()));

const at = (place: string): string => `${ground.baseUrl()}${place}`;
const lines: readonly (readonly [string, string])[] = [
  [words.places.services, at("/")],
  ...(demonstration.portal === undefined ? [] : [[words.places.portal, at(`/s/${demonstration.portal}/`)] as const]),
  [words.places.desk, at("/bureau")],
  [words.places.directory, at("/annuaire")],
  [words.places.observatory, at("/observatoire")],
  [words.places.administration, at("/administration")],
  [words.places.health, at("/sante")],
];
console.log(`\n${words.addresses}`);
for (const [name, url] of lines) console.log(`  ${name.padEnd(28)} ${url}`);
if (demonstration.kind === "loaded") {
  console.log(`\n${words.accounts}`);
  for (const account of demonstration.accounts) console.log(`  ${account.role.padEnd(28)} ${account.mail.padEnd(44)} ${account.password}`);
} else if (demonstration.kind === "kept") console.log(`\n${words.accountsAgain}`);
console.log(`\n${words.stop}`);
