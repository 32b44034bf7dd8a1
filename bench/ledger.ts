import { spawn, type ChildProcess } from "node:child_process";
import { createHash, randomBytes, randomUUID } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import pg from "pg";
import { runningPostgres } from "#ground/server";

// Nothing acknowledged is lost (TRUST.md, promise 1). The real server is started, contacts are written through its interface by
// several clients, and server and PostgreSQL are killed with -9 together, again and again. What was acknowledged is held outside
// the database; after each restart it must all be there, once. The control runs with synchronous_commit off: it must lose some,
// or the drill proves nothing.
//
//   node --import ./house/jsx.mjs bench/ledger.ts [--kills 6] [--clients 8] [--seconds 3]

const root = path.resolve(import.meta.dirname, "..");

export interface Drill {
  readonly kills: number;
  readonly clients: number;
  readonly secondsBetweenKills: number;
  /** The control: PostgreSQL answers before its log is on the disk. */
  readonly answersTooSoon: boolean;
}

export interface Ledger {
  readonly acknowledged: number;
  readonly lost: number;
  readonly twice: number;
  readonly kills: number;
  /** Seconds from each kill to the first write acknowledged after it. */
  readonly backInSeconds: readonly number[];
}

/** A house of its own in a folder of its own, removed at the end. */
export const runDrill = async (drill: Drill): Promise<Ledger> => {
  const folder = fs.mkdtempSync("/tmp/tu-ledger-");
  fs.chmodSync(folder, 0o755);
  const port = 22_000 + Math.floor(Math.random() * 2000);
  const ledger = new Set<string>();
  const backInSeconds: number[] = [];
  let house = await startHouse(folder, port);
  try {
    const access = await openAccess(folder, drill.answersTooSoon);
    if (drill.answersTooSoon) {
      killAll(house, folder);
      await gone(house);
      house = await startHouse(folder, port);
    }
    for (let kill = 0; kill < drill.kills; kill++) {
      await write(port, access, ledger, drill);
      killAll(house, folder);
      const killedAt = performance.now();
      await gone(house);
      house = await startHouse(folder, port);
      await writeOne(port, access, ledger);
      backInSeconds.push((performance.now() - killedAt) / 1000);
    }
    const kept = await keptKeys(folder);
    const counts = new Map<string, number>();
    for (const key of kept) counts.set(key, (counts.get(key) ?? 0) + 1);
    return {
      acknowledged: ledger.size,
      lost: [...ledger].filter((key) => !counts.has(key)).length,
      twice: [...counts.values()].filter((count) => count > 1).length,
      kills: drill.kills,
      backInSeconds,
    };
  } finally {
    killAll(house, folder);
    await gone(house);
    fs.rmSync(folder, { recursive: true, force: true });
  }
};

const startHouse = async (folder: string, port: number): Promise<ChildProcess> => {
  const house = spawn(process.execPath, [path.join(root, "house/start.mjs")], {
    cwd: root,
    env: { ...process.env, TU_PORT: String(port), TU_DATA_DIR: folder, TU_DATABASE_URL: "", TU_DEMO: "0", TU_LOG: "silent" },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let told = "";
  house.stderr.on("data", (bytes: Buffer) => (told += bytes.toString()));
  await new Promise<void>((ready, failed) => {
    house.stdout.on("data", (bytes: Buffer) => {
      told += bytes.toString();
      if (told.includes("Ctrl-C")) ready();
    });
    house.on("exit", () => {
      failed(new Error(`the house ended: ${told}`));
    });
  });
  return house;
};

const postgresFolder = (folder: string): string => path.join(folder, "postgres");

const databaseUrl = (folder: string): string => {
  const url = runningPostgres(postgresFolder(folder));
  if (url === undefined) throw new Error(`no PostgreSQL runs in ${folder}`);
  return url;
};

const onDatabase = async <Result>(folder: string, ask: (client: pg.Client) => Promise<Result>): Promise<Result> => {
  const client = new pg.Client(databaseUrl(folder));
  await client.connect();
  try {
    return await ask(client);
  } finally {
    await client.end();
  }
};

interface Access {
  readonly cookie: string;
  readonly commissionerId: string;
}

/** One commissioner, one counsellor, one session: what a client needs to write. */
const openAccess = (folder: string, answersTooSoon: boolean): Promise<Access> =>
  onDatabase(folder, async (client) => {
    if (answersTooSoon) await client.query("alter system set synchronous_commit = off");
    const commissioner = await client.query<{ id: string }>(
      `insert into ground_commissioner (slug, kind, name, color, phone, opening_hours) values ('drill', 'association', 'Exercice', '#0b5c6b', '01 99 00 00 00', '{}') returning id`,
    );
    const staff = await client.query<{ id: string }>(
      `insert into ground_staff (name, mail, password_hash) values ('Exercice', 'drill@drill.example', 'none') returning id`,
    );
    const token = randomBytes(32).toString("base64url");
    const [commissionerId, staffId] = [commissioner.rows[0]?.id ?? "", staff.rows[0]?.id ?? ""];
    await client.query("insert into ground_membership (staff_id, commissioner_id, role) values ($1, $2, 'counsellor')", [
      staffId,
      commissionerId,
    ]);
    await client.query("insert into ground_session (token_hash, staff_id, created_at, seen_at) values ($1, $2, now(), now())", [
      createHash("sha256").update(token).digest(),
      staffId,
    ]);
    return { cookie: `tu_session=${token}`, commissionerId };
  });

/** Each write carries its key; the key stands in ground_once beside what was written, in the same transaction. */
const keptKeys = (folder: string): Promise<readonly string[]> =>
  onDatabase(folder, async (client) => {
    const { rows } = await client.query<{ key: string }>(`
      select o.key from ground_once o
      join contact c on c.commissioner_id = o.commissioner_id and c.id = (o.answer->>'id')::uuid`);
    return rows.map((row) => row.key);
  });

const writeOne = async (port: number, access: Access, ledger: Set<string>): Promise<boolean> => {
  const key = randomUUID();
  try {
    const response = await fetch(`http://127.0.0.1:${port}/api/contacts`, {
      method: "POST",
      headers: { "content-type": "application/json", "idempotency-key": key, cookie: access.cookie },
      body: JSON.stringify({ commissionerId: access.commissionerId, channel: "call", direction: "in" }),
      signal: AbortSignal.timeout(5000),
    });
    if (response.status >= 500) return false;
    if (!response.ok) throw new Error(`the drill is refused: ${response.status} ${await response.text()}`);
    ledger.add(key);
    return true;
  } catch (error) {
    if (error instanceof Error && error.message.startsWith("the drill is refused")) throw error;
    return false;
  }
};

const write = async (port: number, access: Access, ledger: Set<string>, drill: Drill): Promise<void> => {
  const until = performance.now() + drill.secondsBetweenKills * 1000;
  const client = async (): Promise<void> => {
    while (performance.now() < until) await writeOne(port, access, ledger);
  };
  await Promise.race([
    Promise.all(Array.from({ length: drill.clients }, client)),
    new Promise((done) => setTimeout(done, drill.secondsBetweenKills * 1000)),
  ]);
};

/** The server, the postmaster and each of its processes, at once, with nothing said before. */
const killAll = (house: ChildProcess, folder: string): void => {
  const pidFile = path.join(postgresFolder(folder), "postmaster.pid");
  const postmaster = fs.existsSync(pidFile) ? Number(fs.readFileSync(pidFile, "utf8").split("\n")[0]) : 0;
  const children = postmaster > 0 ? childrenOf(postmaster) : [];
  for (const pid of [house.pid ?? 0, postmaster, ...children]) if (pid > 0) kill(pid);
};

const kill = (pid: number): void => {
  try {
    process.kill(pid, "SIGKILL");
  } catch {
    // It had ended already.
  }
};

const childrenOf = (pid: number): readonly number[] =>
  fs
    .readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .filter((name) => {
      try {
        return (
          Number(
            fs
              .readFileSync(`/proc/${name}/stat`, "utf8")
              .replace(/^.*\) \S /, "")
              .split(" ")[0],
          ) === pid
        );
      } catch {
        return false;
      }
    })
    .map(Number);

const gone = async (house: ChildProcess): Promise<void> => {
  if (house.exitCode === null && house.signalCode === null) await new Promise((done) => house.once("exit", done));
  await new Promise((done) => setTimeout(done, 300));
};

if (process.argv[1] === import.meta.filename) {
  const option = (name: string, usual: number): number => Number(process.argv[process.argv.indexOf(`--${name}`) + 1]) || usual;
  const drill = { kills: option("kills", 6), clients: option("clients", 8), secondsBetweenKills: option("seconds", 3) };
  const held = await runDrill({ ...drill, answersTooSoon: false });
  console.log(
    `as it runs:   ${held.acknowledged} writes acknowledged, ${held.kills} kills, ${held.lost} lost, ${held.twice} twice; back in ${held.backInSeconds.map((s) => s.toFixed(1)).join(", ")} s`,
  );
  const control = await runDrill({ ...drill, answersTooSoon: true });
  console.log(
    `the control:  ${control.acknowledged} writes acknowledged, ${control.kills} kills, ${control.lost} lost, ${control.twice} twice`,
  );
  if (held.lost > 0 || held.twice > 0) process.exitCode = 1;
  if (control.lost === 0) console.log("The control lost nothing this time: the drill proves nothing; run it again with more kills.");
}
