import { listenTo, type Ground, type Listening } from "#ground/server";
import { gazetteer } from "../record/gazetteer.source.ts";
import { zoneCodesOf } from "../record/zone.ts";
import { findAskedOf, foundFrom } from "./find-record.ts";
import { nothingFound } from "./found-cards.ts";
import { openIndexKeeper, type IndexKeeper } from "./index-keeper.store.ts";
import { databaseSearch, type ServiceSearch } from "./service-search.store.ts";
import { readCursor, type SearchAsked } from "./search.ts";

/** Index des services : held by each process, built at the start, then kept fresh by the log of changes. */
export interface ServiceIndex extends ServiceSearch {
  /** For whoever watches the server: « ready, 213000, lag 0.2 s ». */
  told(): string;
  /** Once all that was written before this call is in the index. */
  caughtUp(): Promise<void>;
  close(): Promise<void>;
}

/** Begins at once, and returns at once: until the index is ready, the database answers. */
export const openServiceIndex = (ground: Ground, options: { readonly pollMilliseconds?: number } = {}): ServiceIndex => {
  const fallback = databaseSearch(ground);
  const keeper = openIndexKeeper(ground);
  const rounds = keepFresh(ground, keeper, options.pollMilliseconds ?? 1000);
  return {
    search: (asked) => {
      const index = keeper.index();
      // A page begun in the database goes on there: its cursor holds another order.
      const isDatabases = asked.after !== undefined && readCursor(asked.after) !== undefined;
      if (!index || isDatabases) return fallback.search(asked);
      const noCategory = asked.themes?.length === 0;
      if (noCategory && (asked.words ?? "").trim() === "") return Promise.resolve({ ...nothingFound, noCategory });
      return Promise.resolve(foundFrom(index.search(findAskedOf(asked, zoneCodesAt(asked), ground.clock())), noCategory));
    },
    told: () => {
      const size = keeper.index()?.size;
      const lag = rounds.lagSeconds();
      return size === undefined || lag === undefined ? "building" : `ready, ${size}, lag ${lag.toFixed(1)} s`;
    },
    caughtUp: () => rounds.caughtUp(),
    close: () => rounds.close(),
  };
};

const zoneCodesAt = ({ near, communeCode }: SearchAsked): ReadonlySet<string> => {
  if (!near) return new Set();
  const commune = (communeCode === undefined ? undefined : gazetteer().byCode(communeCode)) ?? gazetteer().nearest(near)?.commune;
  return commune ? zoneCodesOf(commune) : new Set();
};

interface Rounds {
  /** How long ago the index was last known to hold all that is written; undefined before the first time. */
  lagSeconds(): number | undefined;
  caughtUp(): Promise<void>;
  close(): Promise<void>;
}

/** Round after round: at each word of the database, and every second, for words get lost when a connection is. */
const keepFresh = (ground: Ground, keeper: IndexKeeper, pollMilliseconds: number): Rounds => {
  let isClosed = false;
  let freshAt: number | undefined;
  let listening: Listening | undefined;
  let mustGoOn = false;
  let endPause = (): void => undefined;
  const wake = (): void => {
    mustGoOn = true;
    endPause();
  };
  const pause = async (): Promise<void> => {
    if (!mustGoOn)
      await new Promise<void>((done) => {
        const timer = setTimeout(done, pollMilliseconds);
        timer.unref();
        endPause = () => {
          clearTimeout(timer);
          done();
        };
      });
    mustGoOn = false;
  };
  const oneRound = async (): Promise<void> => {
    const began = performance.now();
    listening ??= await listenTo(ground, "tu_directory", { onNotice: wake, onCut: () => undefined });
    await keeper.follow(() => isClosed);
    freshAt = began;
  };
  const isOpen = (): boolean => !isClosed;
  const running = (async () => {
    while (isOpen()) {
      await oneRound().catch((failure: unknown) => {
        // The database is away: what is known goes on answering, and the next round tries again.
        if (isOpen()) ground.log.warn({ task: "directory index", error: failure instanceof Error ? failure.message : String(failure) });
      });
      await pause();
    }
  })();
  return {
    lagSeconds: () => (freshAt === undefined ? undefined : (performance.now() - freshAt) / 1000),
    caughtUp: async () => {
      const asked = performance.now();
      while (isOpen() && (freshAt === undefined || freshAt < asked)) {
        wake();
        await new Promise((done) => setTimeout(done, 2));
      }
    },
    close: async () => {
      isClosed = true;
      wake();
      await running;
      await listening?.close();
    },
  };
};
