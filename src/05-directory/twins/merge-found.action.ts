import { serviceTwins, type TwinPair } from "#engines/twins";
import type { SharedWork } from "#ground/server";
import { foldAgain, groupsAround } from "./fold.store.ts";
import { mayMergeAlone } from "./merge-alone.ts";
import { keepPairs, mergeable, saidApart, settlePair, withdrawPairs } from "./pair.store.ts";
import { producersOf, readServices, serviceIdsOf } from "./service-pairs.store.ts";
import { seenPairs, type SeenPair } from "./seen-pair.ts";
import type { TwinKind } from "./twin.ts";

/**
 * Garder ce qui vient d'être comparé : pairs seen are kept, those no longer seen are forgotten, the sure ones merge alone, then the services of
 * structures that are one are compared in their turn. The folds are held by the caller.
 */
export const mergeFound = async (work: SharedWork, structureIds: readonly string[], found: readonly TwinPair[]): Promise<void> => {
  const moved = await keepAndMerge(work, "structure", structureIds, seenPairs(found));
  await foldAgain(work, "structure", moved);
  await compareServices(work, moved);
};

/** Compares the services of these structures with those of the structures that they are one with. */
export const compareServices = async (work: SharedWork, structureIds: readonly string[]): Promise<void> => {
  const groups = await groupsAround(work, "structure", structureIds);
  const services = await readServices(work, groups.flat());
  const pairs = seenPairs(serviceTwins(services, groups.flatMap(pairsWithin)));
  const compared = await serviceIdsOf(work, structureIds);
  const moved = await keepAndMerge(work, "service", compared, pairs);
  await foldAgain(work, "service", moved);
};

/** @returns the rows whose fold may change: what was compared, since its values may have changed, and what left or joined a group */
const keepAndMerge = async (
  work: SharedWork,
  kind: TwinKind,
  compared: readonly string[],
  pairs: readonly SeenPair[],
): Promise<string[]> => {
  const left = await withdrawPairs(work, kind, compared, pairs);
  if (pairs.length > 0) await keepPairs(work, pairs);
  const joined = await mergeSure(work, kind, compared);
  return [...new Set([...compared, ...left, ...joined])];
};

const mergeSure = async (work: SharedWork, kind: TwinKind, compared: readonly string[]): Promise<string[]> => {
  const sure = await mergeable(work, kind, compared);
  if (sure.length === 0) return [];
  const groups = await groupsAround(
    work,
    kind,
    sure.flatMap(({ a, b }) => [a, b]),
  );
  const ids = groups.flat();
  const merged = mayMergeAlone(sure, { groups, apart: await saidApart(work, ids), sourceOf: await producersOf(work, kind, ids) });
  for (const pair of merged) await settlePair(work, pair, pair.level, undefined);
  return merged.flatMap(({ a, b }) => [a, b]);
};

/** Structures that are one, two by two: what the comparison of services starts from. */
const pairsWithin = (group: readonly string[]): TwinPair[] =>
  group.flatMap((a, at) =>
    group.slice(at + 1).map((b): TwinPair => ({ a, b, level: "structure", class: "doublon", score: 1, evidence: [] })),
  );
