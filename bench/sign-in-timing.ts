import { createHash } from "node:crypto";
import fs from "node:fs";
import { sql } from "kysely";
import { pino } from "pino";
import {
  connect,
  drawBytes,
  hashPassword,
  inShared,
  keysFrom,
  migrate,
  prepareJobs,
  signIn,
  startPostgres,
  type Ground,
} from "#ground/server";

// Whether an account exists must not show in the time that a refusal takes. Both are measured in one run, in turn:
//
//   node bench/sign-in-timing.ts

const rounds = 20;
const folder = fs.mkdtempSync("/tmp/tu-bench-");
fs.chmodSync(folder, 0o755);
const postgres = await startPostgres({ dataDir: `${folder}/pg`, throwaway: true });
const database = connect(postgres.url, 4);
try {
  await migrate(database);
  await prepareJobs({ database });
  let seconds = 0;
  const ground: Ground = {
    database,
    keys: keysFrom(createHash("sha256").update("bench").digest()),
    log: pino({ level: "silent" }),
    baseUrl: () => "http://127.0.0.1",
    // An hour later at each look, so that no account gets locked.
    clock: () => new Date(Date.UTC(2026, 10, 20) + 3_600_000 * seconds++),
    draw: drawBytes,
  };
  const kept = await hashPassword("the right password");
  await inShared(ground, (work) =>
    work.run(sql`insert into ground_staff (name, mail, password_hash) values ('Essai', 'connue@bench.example', ${kept})`),
  );
  const refuse = async (mail: string): Promise<number> => {
    const began = performance.now();
    await signIn(ground, { mail, password: "a wrong password", origin: "198.51.100.1" });
    return performance.now() - began;
  };
  await refuse("connue@bench.example");
  await refuse("premiere@bench.example");
  const times = { known: [] as number[], unknown: [] as number[] };
  for (let round = 0; round < rounds; round++) {
    times.known.push(await refuse("connue@bench.example"));
    times.unknown.push(await refuse(`inconnue${round}@bench.example`));
  }
  const median = (list: readonly number[]): number => list.toSorted((a, b) => a - b)[Math.floor(list.length / 2)] ?? 0;
  const [known, unknown] = [median(times.known), median(times.unknown)];
  console.log(
    `a refusal, median of ${rounds}: account known ${known.toFixed(1)} ms, unknown ${unknown.toFixed(1)} ms, ratio ${(unknown / known).toFixed(2)}`,
  );
} finally {
  await database.close();
  await postgres.stop();
  fs.rmSync(folder, { recursive: true, force: true });
}
