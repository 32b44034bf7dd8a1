import { randomBytes } from "node:crypto";
import { sql, type RawBuilder, type Transaction } from "kysely";
import type { Logger } from "pino";
import type { Database, Tables } from "./database.store.ts";
import type { Id } from "./id.ts";
import type { Keys } from "./keys.source.ts";
import type { Role } from "./role.ts";

/** Sol : what every room stands on. Clock and chance come from here, so that a test can hold them. */
export interface Ground {
  readonly database: Database;
  readonly keys: Keys;
  readonly log: Logger;
  /** Where people reach the server, without a slash at the end: links in messages begin with it. */
  readonly baseUrl: () => string;
  readonly clock: () => Date;
  readonly draw: (bytes: number) => Buffer;
  /**
   * When the past is told again (the demonstration): no news leaves and no job is asked for, since what they would lead to has had its
   * time. Messages of long ago are not written either; those of the last days are kept, to be read.
   */
  readonly quiet?: "without-messages" | "messages-kept";
}

/** Acteur : in whose name something is done, for which commissioner. */
export type Actor = { readonly commissionerId: Id<"Commissioner"> } & (
  | { readonly kind: "staff"; readonly staffId: Id<"Staff">; readonly roles: readonly Role[] }
  | { readonly kind: "person"; readonly personId?: Id<"Person"> }
  | { readonly kind: "provider"; readonly providerId?: Id<"Provider"> }
  | { readonly kind: "system" }
);

export interface AuditLine {
  /** A verb and a noun: "read file", "accept offer". */
  readonly action: string;
  readonly objectKind: string;
  readonly objectId: string;
  readonly purpose?: string;
}

/**
 * Travail : one transaction, for one commissioner, in somebody's name, at one instant.
 * Everything that touches a person goes through it; the database refuses the rows of any other commissioner.
 */
export interface Work {
  readonly ground: Ground;
  readonly actor: Actor;
  readonly commissionerId: Id<"Commissioner">;
  readonly now: Date;
  /** All rows of a query. */
  rows<Row>(query: RawBuilder<Row>): Promise<Row[]>;
  /** The first row, if any. */
  first<Row>(query: RawBuilder<Row>): Promise<Row | undefined>;
  /** The row that must exist: throws when there is none. */
  one<Row>(query: RawBuilder<Row>): Promise<Row>;
  /** How many rows a write changed. */
  run(query: RawBuilder<unknown>): Promise<number>;
  /** Adds a line to the log, written when the work ends. Reads of a file are logged too. */
  audit(line: AuditLine): void;
  /** Tells the later rooms and the open screens: a topic and identifiers, never a personal datum. Leaves only if the work succeeds. */
  tell(topic: string, ids: Readonly<Record<string, string>>): Promise<void>;
  /** Asks for a job, now or later. The same `key` replaces the job that waits. */
  later(job: string, payload: Readonly<Record<string, unknown>>, when?: { readonly at?: Date; readonly key?: string }): Promise<void>;
}

/** Does one thing for one commissioner, in one transaction: all of it is kept, or nothing. */
export const inCommissioner = <Result>(ground: Ground, actor: Actor, deed: (work: Work) => Promise<Result>): Promise<Result> =>
  ground.database.db.transaction().execute(async (transaction) => {
    await sql`select set_config('role', 'tu_app', true), set_config('tu.commissioner', ${actor.commissionerId}, true)`.execute(transaction);
    const lines: AuditLine[] = [];
    const result = await deed(makeWork(ground, actor, transaction, lines));
    await writeAudit(transaction, writtenLines(actor, ground.clock(), lines));
    return result;
  });

/** Moment passé : what somebody did at an instant, to be told again. */
export interface PastMoment {
  readonly at: Date;
  readonly actor: Actor;
  readonly deed: (work: Work) => Promise<void>;
}

/**
 * Does many things of the past for one commissioner in one transaction, each at its own instant and in its own actor's name: a
 * transaction each would take three times as long. Only for a ground that is quiet; all moments are of the same commissioner.
 */
export const inPastMoments = (ground: Ground, commissionerId: Id<"Commissioner">, moments: readonly PastMoment[]): Promise<void> =>
  ground.database.db.transaction().execute(async (transaction) => {
    if (ground.quiet === undefined) throw new Error("the past is told again by a quiet ground only");
    await sql`select set_config('role', 'tu_app', true), set_config('tu.commissioner', ${commissionerId}, true)`.execute(transaction);
    const written: WrittenLine[] = [];
    for (const { at, actor, deed } of moments) {
      const lines: AuditLine[] = [];
      await deed(makeWork({ ...ground, clock: () => at }, actor, transaction, lines));
      written.push(...writtenLines(actor, at, lines));
    }
    await writeAudit(transaction, written);
  });

/** What may be asked in the vault: statements, and nothing that reaches out of it. */
export type VaultWork = Pick<Work, "commissionerId" | "now" | "rows" | "first" | "one" | "run">;

/**
 * Coffre des mots : for the time of one task, the transaction steps into the role that alone reads and writes raw words, then back,
 * even when the task fails. That role can do nothing else, so that what runs beside the task by mistake is refused.
 */
export const inVault = async <Result>(work: Work, task: (vault: VaultWork) => Promise<Result>): Promise<Result> => {
  const step = (role: "tu_vault" | "tu_app") => work.run(sql`select set_config('role', ${role}, true)`);
  await step("tu_vault");
  let result: Result;
  try {
    result = await task(work);
  } catch (failure) {
    // A statement that failed has already undone the whole transaction, the step included: stepping back is then refused, and not needed.
    await step("tu_app").catch(() => undefined);
    throw failure;
  }
  await step("tu_app");
  return result;
};

/** What may be asked of the tables shared by all commissioners: services offered, staff, directory. Sees no person. */
export interface SharedWork extends Pick<Work, "ground" | "now" | "rows" | "first" | "one" | "run"> {
  readonly kind: "shared";
}

/** Reads or writes the shared tables only: with no commissioner set, row-level security shows no isolated row. */
export const inShared = <Result>(ground: Ground, deed: (work: SharedWork) => Promise<Result>): Promise<Result> =>
  ground.database.db.transaction().execute(async (transaction) => {
    await sql`select set_config('role', 'tu_app', true), set_config('tu.commissioner', '', true)`.execute(transaction);
    return deed({ kind: "shared", ground, now: ground.clock(), ...queries(transaction) });
  });

const queries = (transaction: Transaction<Tables>): Pick<Work, "rows" | "first" | "one" | "run"> => ({
  rows: async (query) => (await query.execute(transaction)).rows,
  first: async (query) => (await query.execute(transaction)).rows[0],
  one: async (query) => {
    const row = (await query.execute(transaction)).rows[0];
    if (row === undefined) throw new Error("a row that must exist was not found");
    return row;
  },
  run: async (query) => Number((await query.execute(transaction)).numAffectedRows ?? 0n),
});

const makeWork = (ground: Ground, actor: Actor, transaction: Transaction<Tables>, lines: AuditLine[]): Work => {
  const asked = queries(transaction);
  const now = ground.clock();
  const later: Work["later"] = async (job, payload, when = {}) => {
    if (ground.quiet !== undefined) return;
    const all = { ...payload, commissionerId: actor.commissionerId };
    await asked.run(sql`select ground_later(${job}, ${JSON.stringify(all)}::json, ${when.at ?? null}, ${when.key ?? null})`);
  };
  return {
    ...asked,
    ground,
    actor,
    commissionerId: actor.commissionerId,
    now,
    later,
    audit: (line) => {
      lines.push(line);
    },
    tell: async (topic, ids) => {
      if (ground.quiet !== undefined) return;
      const { id } = await asked.one(sql<{ id: number }>`
        insert into ground_outbox (commissioner_id, topic, ids, at)
        values (${actor.commissionerId}, ${topic}, ${JSON.stringify(ids)}, ${now})
        returning id`);
      await later("event", { outboxId: id, topic, ids });
      await asked.run(sql`select pg_notify('tu_live', ${JSON.stringify({ id, commissionerId: actor.commissionerId, topic, ids })})`);
    },
  };
};

const actorId = (actor: Actor): string | null => {
  if (actor.kind === "staff") return actor.staffId;
  if (actor.kind === "person") return actor.personId ?? null;
  if (actor.kind === "provider") return actor.providerId ?? null;
  return null;
};

type WrittenLine = AuditLine & { readonly at: string; readonly actorKind: Actor["kind"]; readonly actorId: string | null };

const writtenLines = (actor: Actor, now: Date, lines: readonly AuditLine[]): readonly WrittenLine[] =>
  lines.map((line) => ({ ...line, at: now.toISOString(), actorKind: actor.kind, actorId: actorId(actor) }));

const writeAudit = async (transaction: Transaction<Tables>, lines: readonly WrittenLine[]): Promise<void> => {
  if (lines.length === 0) return;
  await sql`select ground_write_audit(${JSON.stringify(lines)}::jsonb)`.execute(transaction);
};

/** The name of the constraint that refused a write, when the database did; rooms answer to these names. */
export const constraintOf = (error: unknown): string | undefined =>
  typeof error === "object" && error !== null && "constraint" in error && typeof error.constraint === "string"
    ? error.constraint
    : undefined;

/** Chance for real: tests put their own in its place. */
export const drawBytes = (bytes: number): Buffer => randomBytes(bytes);
