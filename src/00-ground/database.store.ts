import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { Kysely, PostgresDialect, sql } from "kysely";
import pg from "pg";

// Whole numbers up to 2^53 are enough for counts and cents; days stay texts ("AAAA-MM-JJ"), so that no time zone touches them.
pg.types.setTypeParser(pg.types.builtins.INT8, Number);
pg.types.setTypeParser(pg.types.builtins.NUMERIC, Number);
pg.types.setTypeParser(pg.types.builtins.DATE, (value) => value);

/** We write SQL as SQL: Kysely brings pool, transactions and safe parameters, and knows no table. */
export type Tables = Record<string, never>;
export interface Database {
  readonly db: Kysely<Tables>;
  readonly pool: pg.Pool;
  readonly url: string;
  close(): Promise<void>;
}

/** Opens a pool. A client that loses PostgreSQL must not take the process down: every client has a listener. */
export const connect = (url: string, size = 10): Database => {
  const pool = new pg.Pool({
    connectionString: url,
    max: size,
    statement_timeout: 15_000,
    idle_in_transaction_session_timeout: 15_000,
    lock_timeout: 5_000,
    connectionTimeoutMillis: 5_000,
    keepAlive: true,
    application_name: "trait-dunion",
  });
  pool.on("error", () => undefined);
  pool.on("connect", (client) => {
    client.on("error", () => undefined);
  });
  const dialect = new PostgresDialect({
    pool: { options: pool.options, connect: () => pool.connect().catch(asPassing), end: () => pool.end() },
  });
  const db = new Kysely<Tables>({ dialect });
  return { db, pool, url, close: () => db.destroy() };
};

/** A database that does not answer in time: the pool says so in a sentence, without a code. */
const asPassing = (failure: unknown): never => {
  throw failure instanceof Error && !("code" in failure) ? Object.assign(failure, { code: "ETIMEDOUT" }) : failure;
};

// SQLSTATE classes 08 (connection), 53 (disk, memory, connections), 57P (shutting down), and waits that were cut short.
const passingStates = /^(08...|53...|57P..|57014|55P03|40P01|40001|ECONNREFUSED|ECONNRESET|ETIMEDOUT|EPIPE|ENOTFOUND)$/;

/** Whether the database could not answer just now: doing the same thing again a moment later may succeed. */
export const isPassing = (failure: unknown): boolean =>
  typeof failure === "object" &&
  failure !== null &&
  "code" in failure &&
  typeof failure.code === "string" &&
  passingStates.test(failure.code);

const folder = path.resolve(import.meta.dirname, "../../db/migrations");

const migrationFiles = (): string[] =>
  readdirSync(folder)
    .filter((file) => file.endsWith(".sql"))
    .toSorted();

/** The migrations of this version that the database has not had: the code beside it would ask for what is not there. */
export const missingMigrations = async (database: Database): Promise<readonly string[]> => {
  const known = await sql<{ name: string }>`select name from ground_migration`.execute(database.db);
  const done = new Set(known.rows.map((row) => row.name));
  return migrationFiles().filter((name) => !done.has(name));
};

/**
 * Brings the database to the newest shape: each file of db/migrations once, in order, each in its own transaction.
 * @returns the names of the files that were run now. Throws when a file already run has changed since.
 */
export const migrate = async (database: Database): Promise<readonly string[]> => {
  const done: string[] = [];
  await sql`create table if not exists ground_migration (name text primary key, hash text not null, at timestamptz not null default now())`.execute(
    database.db,
  );
  await sql`comment on table ground_migration is 'Migration faite. shared. kept: name hash at'`.execute(database.db);
  const known = await sql<{ name: string; hash: string }>`select name, hash from ground_migration`.execute(database.db);
  const before = new Map(known.rows.map((row) => [row.name, row.hash]));
  for (const name of migrationFiles()) {
    const text = readFileSync(path.join(folder, name), "utf8");
    const hash = createHash("sha256").update(text).digest("hex");
    if (before.get(name) === hash) continue;
    if (before.has(name))
      throw new Error(`La migration ${name} a changé depuis qu’elle a été appliquée : cette base vient d’une autre version.`);
    await runFile(database, name, text, hash);
    done.push(name);
  }
  return done;
};

/** The roles are made by the account that connects; everything else belongs to tu_owner, that nobody signs in as. */
const runFile = (database: Database, name: string, text: string, hash: string): Promise<void> =>
  database.db.transaction().execute(async (transaction) => {
    await sql`set local statement_timeout = '5min'`.execute(transaction);
    if (!name.startsWith("0000")) await sql`set local role tu_owner`.execute(transaction);
    await sql.raw(text).execute(transaction);
    await sql`reset role`.execute(transaction);
    await sql`insert into ground_migration (name, hash) values (${name}, ${hash})`.execute(transaction);
  });
