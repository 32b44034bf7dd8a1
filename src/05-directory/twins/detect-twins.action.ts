import type { TwinClass, TwinLevel } from "#engines/twins";
import { inShared, type Ground, type Job, type Round } from "#ground/server";
import { compareApart, type Comparing } from "./compare-apart.source.ts";
import { countToCompare, endCompare, hasToCompare, nextToCompare, readNeighbours, type Asked } from "./compare-queue.store.ts";
import { holdFolds } from "./fold.store.ts";
import { mergeFound } from "./merge-found.action.ts";
import { countPairs, countWaiting } from "./pair.store.ts";

/** Ce qui a été trouvé : structures compared just now, then all the pairs of the directory. */
export interface TwinsDetected {
  readonly compared: number;
  /** Pairs that are one, and pairs that need a human, at each level. */
  readonly found: Readonly<Record<TwinLevel, Readonly<Record<TwinClass, number>>>>;
  readonly waiting: number;
}

export interface DetectOptions {
  readonly onProgress?: (progress: { readonly compared: number; readonly left: number }) => void;
}

/**
 * Chercher les doublons : compares whatever changed since the last time with all that stands near, one département after the other, each kept in
 * its own transaction: a server that stops goes on from there, and the memory holds one département whatever the size of the directory.
 */
export const detectTwins = async (ground: Ground, { onProgress }: DetectOptions = {}): Promise<TwinsDetected> => {
  const comparing = compareApart();
  let compared = 0;
  try {
    for (;;) {
      const asked = await inShared(ground, nextToCompare);
      if (asked.length === 0) break;
      await detectAmong(ground, comparing, asked);
      compared += asked.length;
      if (onProgress) onProgress({ compared, left: await inShared(ground, countToCompare) });
    }
  } finally {
    await comparing.end();
  }
  return inShared(ground, async (work) => ({ compared, found: tableOf(await countPairs(work)), waiting: await countWaiting(work) }));
};

const detectAmong = async (ground: Ground, comparing: Comparing, asked: readonly Asked[]): Promise<void> => {
  const ids = asked.map(({ id }) => id);
  const isAsked = new Set(ids);
  const records = await inShared(ground, (work) => readNeighbours(work, ids));
  const pairs = (await comparing.compare(records)).filter(({ a, b }) => isAsked.has(a) || isAsked.has(b));
  await inShared(ground, async (work) => {
    await holdFolds(work);
    await mergeFound(work, ids, pairs);
    await endCompare(work, asked);
  });
};

const tableOf = (
  counts: readonly { readonly level: TwinLevel; readonly class: TwinClass; readonly count: number }[],
): TwinsDetected["found"] => {
  const count = (level: TwinLevel, certainty: TwinClass): number =>
    counts.find((each) => each.level === level && each.class === certainty)?.count ?? 0;
  const of = (level: TwinLevel) => ({ doublon: count(level, "doublon"), incertain: count(level, "incertain") });
  return { place: of("place"), structure: of("structure"), service: of("service") };
};

/** The job is one for the whole house: several commissioners ask for it under one key. */
const jobName = "directory.twins";

export const twinsJob: Job = {
  name: jobName,
  run: async (ground) => {
    await detectTwins(ground);
  },
};

/** Whatever changed the directory, in this process or another: what waits to be compared is seen within a minute. */
export const twinsRound: Round = {
  name: "directory.twins",
  everyMinutes: 1,
  run: async (work) => {
    if (await hasToCompare(work)) await work.later(jobName, {}, { key: jobName });
  },
};
