import { Logger as WorkerLogger, parseCronItems, run, runMigrations, runOnce, type Runner, type TaskList } from "graphile-worker";
import { sql } from "kysely";
import { z } from "zod";
import { idOf, type Id } from "./id.ts";
import { inCommissioner, type Ground, type Work } from "./work.store.ts";

/** Nouvelle : what `work.tell` said, when it reaches those who listen. */
export interface GroundEvent {
  readonly outboxId: number;
  readonly commissionerId: Id<"Commissioner">;
  readonly topic: string;
  readonly ids: Readonly<Record<string, string>>;
}

/** Who listens to a topic. May be told the same thing twice: doing it again must change nothing. */
export interface Subscriber {
  readonly topic: string;
  readonly name: string;
  hear(ground: Ground, event: GroundEvent): Promise<void>;
}

/** Travail en arrière-plan : done for one commissioner when it is asked for with `work.later`. */
export interface Job {
  readonly name: string;
  run(ground: Ground, payload: Readonly<Record<string, unknown>> & { readonly commissionerId: Id<"Commissioner"> }): Promise<void>;
}

/** Ronde : done for every commissioner, every so many minutes counted from midnight UTC. */
export interface Round {
  readonly name: string;
  /** A divisor of a day: 1, 5, 15, 60, 360, 1440… */
  readonly everyMinutes: number;
  run(work: Work): Promise<void>;
}

export interface Duties {
  readonly jobs: readonly Job[];
  readonly subscribers: readonly Subscriber[];
  readonly rounds: readonly Round[];
}

const silent = new WorkerLogger(() => () => undefined);

/** Makes the tables of the queue, and the one function by which the application role may fill it. */
export const prepareJobs = async (ground: Pick<Ground, "database">): Promise<void> => {
  const { db, pool } = ground.database;
  await runMigrations({ pgPool: pool, logger: silent });
  await sql`
    create or replace function ground_later(task text, payload json, at timestamptz, key text) returns void
    language sql security definer set search_path = ''
    as $$ select graphile_worker.add_job(task, payload, run_at => coalesce(at, now()), job_key => key, max_attempts => 12) $$`.execute(db);
  await sql`revoke all on function ground_later(text, json, timestamptz, text) from public`.execute(db);
  await sql`grant execute on function ground_later(text, json, timestamptz, text) to tu_app`.execute(db);
};

const EventContract = z.object({
  outboxId: z.number(),
  commissionerId: z.uuid(),
  topic: z.string(),
  ids: z.record(z.string(), z.string()),
});
const JobContract = z.looseObject({ commissionerId: z.uuid() });

const roundName = (round: Round): string => `round.${round.name}`;

/** Each job under its name, all events under one, each round under its own. What fails is logged, then tried again later. */
const tasksOf = (ground: Ground, duties: Duties): TaskList =>
  Object.fromEntries(
    Object.entries(plainTasks(ground, duties)).map(([name, task]) => [name, (payload: unknown) => logged(ground, name, task(payload))]),
  );

const logged = async (ground: Ground, task: string, done: Promise<void>): Promise<void> => {
  try {
    await done;
  } catch (failure) {
    // The payload is not logged: it names persons by their identifiers.
    ground.log.error({
      task,
      error: failure instanceof Error ? { name: failure.name, message: failure.message, stack: failure.stack } : String(failure),
    });
    throw failure;
  }
};

const plainTasks = (ground: Ground, duties: Duties): Record<string, (payload: unknown) => Promise<void>> => ({
  ...Object.fromEntries(
    duties.jobs.map((job) => [
      job.name,
      async (payload: unknown) => {
        const read = JobContract.parse(payload);
        await job.run(ground, { ...read, commissionerId: idOf<"Commissioner">(read.commissionerId) });
      },
    ]),
  ),
  ...Object.fromEntries(duties.rounds.map((round) => [roundName(round), () => goRound(ground, round)])),
  event: async (payload: unknown) => {
    const event = EventContract.parse(payload);
    for (const subscriber of duties.subscribers.filter((each) => each.topic === event.topic))
      await subscriber.hear(ground, { ...event, commissionerId: idOf<"Commissioner">(event.commissionerId) });
  },
});

/** One transaction a commissioner: what fails for one is tried again without holding back the others. */
export const goRound = async (ground: Ground, round: Round): Promise<void> => {
  const open = await sql<{ id: string }>`select id from ground_commissioner where closed_at is null order by id`.execute(
    ground.database.db,
  );
  const failures: unknown[] = [];
  for (const { id } of open.rows) {
    const actor = { kind: "system", commissionerId: idOf<"Commissioner">(id) } as const;
    await inCommissioner(ground, actor, (work) => round.run(work)).catch((failure: unknown) => {
      failures.push(failure);
    });
  }
  if (failures.length > 0)
    throw new AggregateError(failures, `round ${round.name}: ${failures.length} of ${open.rows.length} commissioners failed`);
};

/** Whether a round begins at this minute of the day. */
export const isDue = (round: Pick<Round, "everyMinutes">, hour: number, minute: number): boolean =>
  (hour * 60 + minute) % round.everyMinutes === 0;

/** Starts working. Several processes may do so side by side: each job is taken by one. */
export const startWorking = (ground: Ground, duties: Duties): Promise<Runner> =>
  run({
    pgPool: ground.database.pool,
    concurrency: 4,
    noHandleSignals: true,
    pollInterval: 2000,
    logger: silent,
    taskList: tasksOf(ground, duties),
    parsedCronItems: parseCronItems(
      duties.rounds.map((round) => ({
        task: roundName(round),
        match: ({ hour, min }) => isDue(round, hour, min),
        identifier: roundName(round),
        // Its own queue: a round that lasts is not begun again beside itself.
        options: { backfillPeriod: 0, maxAttempts: 3, queueName: roundName(round) },
      })),
    ),
  });

/** Does all the jobs that are due, then stops: for tests and for the command line. */
export const workOnce = (ground: Ground, duties: Duties): Promise<void> =>
  runOnce({ pgPool: ground.database.pool, noHandleSignals: true, logger: silent, taskList: tasksOf(ground, duties) });
