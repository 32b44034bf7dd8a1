/** Rang : 1 is the largest. Those that are equal share a rank, and the next ranks are left empty (1, 2, 2, 4). */
export type Ranked<Item> = { readonly item: Item; readonly rank: number };

/** Classement : the largest first; equals keep the order in which they came. Give only what may be shown: a rank tells where a masked count lies. */
export const ranked = <Item>(items: readonly Item[], countOf: (item: Item) => number): readonly Ranked<Item>[] => {
  const sorted = items.toSorted((a, b) => countOf(b) - countOf(a));
  return sorted.map((item) => ({ item, rank: 1 + sorted.findIndex((other) => countOf(other) === countOf(item)) }));
};
