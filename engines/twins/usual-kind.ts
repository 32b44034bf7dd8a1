import type { Compared } from "./compared.ts";
import type { Portrait } from "./portrait.ts";

/**
 * Genre habituel d'une source: a list of France services does not write « France services » before each name. When most names of a source tell no kind, and
 * nearly all its evident twins elsewhere are of one kind, this is the kind of the source.
 */
export const usualKinds = (portraits: readonly Portrait[], pairs: readonly Compared[]): ReadonlyMap<string, string> => {
  const silent = new Set(
    [...Map.groupBy(portraits, ({ record }) => record.source)]
      .filter(([, of]) => of.filter(({ kinds }) => kinds.length === 0).length >= silentShare * of.length)
      .map(([source]) => source),
  );
  const votes = new Map<string, Map<string, readonly string[]>>();
  for (const [record, twin] of evidentTwins(pairs)) {
    const { source, id } = record.record;
    if (!silent.has(source) || twin.kinds.length === 0) continue;
    votes.set(source, (votes.get(source) ?? new Map<string, readonly string[]>()).set(id, twin.kinds));
  }
  return new Map(
    [...votes].flatMap(([source, kindsOf]) => {
      const usual = mostVoted([...kindsOf.values()]);
      return usual === undefined ? [] : [[source, usual] as const];
    }),
  );
};

export const withUsualKind = (portrait: Portrait, usual: ReadonlyMap<string, string>): Portrait => {
  const kind = usual.get(portrait.record.source);
  return kind === undefined || portrait.kinds.includes(kind) ? portrait : { ...portrait, kinds: [...portrait.kinds, kind].toSorted() };
};

const silentShare = 0.7;
const leastVotes = 20;
const agreement = 0.8;
/** What the evidence other than the kind must weigh: for instance a commune, a street with its number, and one thing more. */
const evidentFrom = 3;

/** For each record, its strongest twin, both ways, leaving aside what the kinds say. Ties go to the first identifier. */
const evidentTwins = (pairs: readonly Compared[]): ReadonlyMap<Portrait, Portrait> => {
  const best = new Map<Portrait, { readonly twin: Portrait; readonly weight: number }>();
  const propose = (record: Portrait, twin: Portrait, weight: number): void => {
    const known = best.get(record);
    if (!known || weight > known.weight || (weight === known.weight && twin.record.id < known.twin.record.id))
      best.set(record, { twin, weight });
  };
  for (const { a, b, weighed } of pairs) {
    const weight = weighed.total - weighed.parts.kind;
    if (weight < evidentFrom) continue;
    propose(a, b, weight);
    propose(b, a, weight);
  }
  return new Map([...best].map(([record, { twin }]) => [record, twin]));
};

const mostVoted = (ballots: readonly (readonly string[])[]): string | undefined => {
  if (ballots.length < leastVotes) return undefined;
  const counts = Map.groupBy(ballots.flat(), (kind) => kind);
  return [...counts].find(([, votes]) => votes.length >= agreement * ballots.length)?.[0];
};
