import { sql } from "kysely";
import pg from "pg";
import { z } from "zod";
import type { Id } from "./id.ts";
import { inCommissioner, type Ground, type SharedWork, type Work } from "./work.store.ts";

/** What goes through the channel `tu_live`: news of a commissioner, or that somebody's access has changed. */
const NoticeContract = z.union([
  z.object({ id: z.number(), commissionerId: z.string(), topic: z.string(), ids: z.record(z.string(), z.string()) }),
  z.object({ accessOf: z.string() }),
]);
export type Notice = z.infer<typeof NoticeContract>;
export type News = Extract<Notice, { topic: string }>;

export interface Listening {
  close(): Promise<void>;
}

const pauseMilliseconds = 1000;

/** Listens to the news of every commissioner, and to changes of access. When it is cut off, those who listen must read the outbox again. */
export const listenToNotices = (ground: Ground, hear: { onNotice(notice: Notice): void; onCut(): void }): Promise<Listening> =>
  listenTo(ground, "tu_live", {
    onNotice: (payload) => {
      const read = NoticeContract.safeParse(parsed(payload));
      if (read.success) hear.onNotice(read.data);
    },
    onCut: () => {
      hear.onCut();
    },
  });

/**
 * Listens to a channel on one connection of its own, and connects again when it is lost. What was told meanwhile is not heard: `onCut` is
 * called then, and those who listen must read again what is written.
 */
export const listenTo = async (
  ground: Ground,
  channel: "tu_live" | "tu_directory",
  hear: { onNotice(payload: string): void; onCut(): void },
): Promise<Listening> => {
  let client: pg.Client | undefined;
  let timer: NodeJS.Timeout | undefined;
  let isClosed = false;
  const lost = (): void => {
    if (isClosed || timer) return;
    client = undefined;
    hear.onCut();
    timer = setTimeout(() => {
      timer = undefined;
      open().catch(lost);
    }, pauseMilliseconds);
  };
  const open = async (): Promise<void> => {
    const next = new pg.Client({
      connectionString: ground.database.url,
      keepAlive: true,
      connectionTimeoutMillis: 5000,
      application_name: "trait-dunion live",
    });
    next.on("error", () => undefined);
    next.on("end", lost);
    next.on("notification", ({ payload }) => {
      hear.onNotice(payload ?? "");
    });
    await next.connect();
    await next.query(`listen ${channel}`);
    if (isClosed) await next.end();
    else client = next;
  };
  await open();
  return {
    close: async () => {
      if (isClosed) return;
      isClosed = true;
      clearTimeout(timer);
      await client?.end();
    },
  };
};

const parsed = (payload: string): unknown => {
  try {
    return JSON.parse(payload);
  } catch {
    return undefined;
  }
};

/** Says to every process that what somebody may do has changed: their open screens are closed, and ask again. */
export const tellAccessChanged = (work: Pick<SharedWork, "run">, staffId: string): Promise<number> =>
  work.run(sql`select pg_notify('tu_live', ${JSON.stringify({ accessOf: staffId })})`);

const replayedAtMost = 1000;
/** Numbers are given before a work ends: one that lasted may come out after a later number. Longer than any work may last. */
const overlapSeconds = 30;

/** What was told since this number, the oldest first. Some of it may already be known: hearing it again must change nothing. */
export const newsSince = async (ground: Ground, commissionerIds: readonly Id<"Commissioner">[], last: number): Promise<News[]> => {
  const inEach = async <Result>(deed: (work: Work) => Promise<Result>): Promise<Result[]> => {
    const results: Result[] = [];
    for (const commissionerId of commissionerIds) results.push(await inCommissioner(ground, { kind: "system", commissionerId }, deed));
    return results;
  };
  const known = await inEach((work) =>
    work.first(sql<{ at: Date }>`select at from ground_outbox where commissioner_id = ${work.commissionerId} and id = ${last}`),
  );
  const since = known.find((row) => row !== undefined)?.at;
  if (!since) return [];
  const found = await inEach((work) =>
    work.rows(sql<News>`
      select id, commissioner_id as "commissionerId", topic, ids
      from ground_outbox
      where commissioner_id = ${work.commissionerId}
        and id <> ${last}
        and at >= ${new Date(since.getTime() - overlapSeconds * 1000)}
      order by id desc
      limit ${replayedAtMost}`),
  );
  return found
    .flat()
    .toSorted((a, b) => a.id - b.id)
    .slice(-replayedAtMost);
};
