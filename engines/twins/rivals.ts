import type { Compared } from "./compared.ts";
import type { Portrait } from "./portrait.ts";
import { isShared, sumOf } from "./weigh.ts";
import { weights } from "./weights.ts";

/**
 * Rivaux: how many records of the same kind and commune the other source has. When each has one, they are likely the same; when there are ten, each pair
 * is ten times less likely than if there were one, until something else tells them apart.
 */
export const withRivals = (pairs: readonly Compared[]): readonly Compared[] => {
  const counts = new Map<string, number>();
  for (const pair of pairs.filter(isOfOneKindThere)) for (const seat of seatsOf(pair)) counts.set(seat, (counts.get(seat) ?? 0) + 1);
  return pairs.map((pair) => {
    if (!isOfOneKindThere(pair)) return pair;
    const most = Math.max(...seatsOf(pair).map((seat) => counts.get(seat) ?? 1));
    return added(pair, most === 1 ? weights.aloneOfItsKind : -Math.log10(most) - bareName(pair));
  });
};

/** « The one of its kind there » means nothing when there are several. */
const bareName = ({ weighed: { parts } }: Compared): number => (parts.name === weights.bareNames ? weights.bareNames : 0);

/** Each record has one seat in each other source. */
export const seatsOf = ({ a, b }: Compared): readonly string[] => [seatOf(a, b), seatOf(b, a)];

const seatOf = ({ record }: Portrait, other: Portrait): string => JSON.stringify([record.id, other.record.source]);

/** A bus is no rival of a house, nor the contrary. */
const isOfOneKindThere = ({ a, b, weighed: { relation, parts } }: Compared): boolean =>
  isShared(relation) && parts.commune > 0 && a.moves === b.moves;

const added = (pair: Compared, rivals: number): Compared => {
  const parts = { ...pair.weighed.parts, rivals };
  return { ...pair, weighed: { ...pair.weighed, parts, total: sumOf(parts) } };
};
