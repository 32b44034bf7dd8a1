import { sql } from "kysely";
import { missingMigrations } from "./database.store.ts";
import { healthWords as words } from "./health.words.ts";
import type { Round } from "./jobs.store.ts";
import type { Web } from "./site.http.ts";
import { inShared, type Ground } from "./work.store.ts";

/** Contrôle de santé : looks at one thing. @returns nothing when all is well, otherwise the reason, in French. */
export type HealthCheck = () => Promise<string | undefined>;

const limitMilliseconds = 3000;

/** `GET /sante`: 200 when all is well, 503 with the reasons otherwise. For whoever watches the server; tells nothing of anybody. @param told what else is worth knowing: a version in use */
export const openHealth = (web: Web, checks: readonly HealthCheck[], told: () => Readonly<Record<string, string>> = () => ({})): void => {
  web.app.get("/sante", { schema: { hide: true }, config: { everywhere: true, rateLimit: false } }, async (_request, reply) => {
    const reasons = (await Promise.all(checks.map(limited))).filter((reason) => reason !== undefined);
    void reply.header("cache-control", "no-store");
    return reasons.length === 0 ? { state: "ok", ...told() } : reply.code(503).send({ state: "unwell", reasons: [...new Set(reasons)] });
  });
};

/** A check that does not answer in time is answered for. */
const limited = async (check: HealthCheck): Promise<string | undefined> => {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<string>((done) => {
    timer = setTimeout(() => {
      done(words.tooLong);
    }, limitMilliseconds);
  });
  try {
    return await Promise.race([check(), tooLate]);
  } catch {
    return words.database;
  } finally {
    clearTimeout(timer);
  }
};

/** The database answers, and has had all the migrations of this version. */
export const databaseCheck =
  (ground: Ground): HealthCheck =>
  async () => {
    const missing = await missingMigrations(ground.database);
    return missing.length === 0 ? undefined : words.migrations(missing);
  };

const heartbeatFact = "jobs-heartbeat";
const lateAfterMinutes = 5;

/** Every minute, writes that the jobs run. */
export const heartbeatRound: Round = {
  name: "heartbeat",
  everyMinutes: 1,
  run: async (work) => {
    await work.run(sql`
      insert into ground_fact (name, value, at)
      values (${heartbeatFact}, 'true', ${work.now})
      on conflict (name) do update set at = excluded.at`);
  },
};

/**
 * The jobs run: their heart has beaten for less than five minutes. At the start they are given five minutes to begin; a house without any
 * service has no round to make.
 */
export const jobsCheck = (ground: Ground): HealthCheck => {
  const startedAt = ground.clock();
  return () =>
    inShared(ground, async (work) => {
      const { beat, services } = await work.one(sql<{ beat: Date | null; services: number }>`
        select (select at from ground_fact where name = ${heartbeatFact}) as beat,
               (select count(*) from ground_commissioner where closed_at is null) as services`);
      const last = Math.max(startedAt.getTime(), beat?.getTime() ?? 0);
      const minutes = Math.floor((work.now.getTime() - last) / 60_000);
      return services > 0 && minutes >= lateAfterMinutes ? words.jobs(minutes) : undefined;
    });
};
