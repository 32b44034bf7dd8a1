import { Groups } from "./group.ts";
import type { PairKept } from "./twin.ts";

/** What is known before the machine merges alone. */
export interface Known {
  /** Who stands with whom already. */
  readonly groups: readonly (readonly string[])[];
  /** Said by a human to be two. */
  readonly apart: readonly { readonly a: string; readonly b: string }[];
  /** The producer of each row. */
  readonly sourceOf: ReadonlyMap<string, string>;
}

/**
 * Fusions faites seules : the pairs that the machine may merge, the surest first. It never puts together, even by a chain of others, what a
 * human said to be two, nor two rows of one source, which is trusted to tell its own apart: those are left to a human.
 * A pair of level « place » folds nothing, and chains nothing.
 */
export const mayMergeAlone = (pairs: readonly PairKept[], known: Known): readonly PairKept[] => {
  const groups = new Groups();
  for (const group of known.groups) for (const id of group) groups.join(group[0] ?? id, id);
  return pairs.filter((pair) => {
    if (pair.level === "place") return true;
    const joined = [...new Set([...groups.with(pair.a), ...groups.with(pair.b)])];
    if (hasTwoOfOneSource(joined, known) || crossesApart(joined, known)) return false;
    groups.join(pair.a, pair.b);
    return true;
  });
};

const hasTwoOfOneSource = (ids: readonly string[], { sourceOf }: Known): boolean => {
  const sources = ids.map((id) => sourceOf.get(id) ?? id);
  return new Set(sources).size < sources.length;
};

const crossesApart = (ids: readonly string[], { apart }: Known): boolean => apart.some(({ a, b }) => ids.includes(a) && ids.includes(b));
