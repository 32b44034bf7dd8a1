/** Hasard à graine : the same seed draws the same lots, so that a demonstration, a lesson or a test can be told again. */
export interface Chance {
  /** From 0 included to 1 excluded. */
  next(): number;
  /** A whole number, both bounds included. */
  between(low: number, high: number): number;
  happens(probability: number): boolean;
  /** Throws when the list is empty. */
  pick<Item>(list: readonly Item[]): Item;
  /** A weight of 0 is never drawn. */
  weighted<Item>(list: readonly (readonly [item: Item, weight: number])[]): Item;
  /** As many different items as asked, fewer when the list is shorter. */
  several<Item>(list: readonly Item[], count: number): readonly Item[];
}

/** Tirage : numbers from 0 included to 1 excluded, by mulberry32 (32 bits of state: for names and samples, never for secrets). */
export const drawFrom = (seed: number): (() => number) => {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
};

export const chanceFrom = (seed: number): Chance => chanceOf(drawFrom(seed));

/** The same, on any source of numbers: fast-check gives its own. @param next from 0 included to 1 excluded */
export const chanceOf = (next: () => number): Chance => {
  const between = (low: number, high: number): number => low + Math.floor(next() * (high - low + 1));
  const pick = <Item>(list: readonly Item[]): Item => {
    const item = list[between(0, list.length - 1)];
    if (item === undefined) throw new Error("nothing to pick from an empty list");
    return item;
  };
  const weighted = <Item>(list: readonly (readonly [item: Item, weight: number])[]): Item => {
    let left = next() * list.reduce((sum, [, weight]) => sum + weight, 0);
    for (const [item, weight] of list) {
      if (left < weight) return item;
      left -= weight;
    }
    throw new Error("nothing to draw: no weight is above 0");
  };
  const several = <Item>(list: readonly Item[], count: number): readonly Item[] => {
    const left = [...list];
    const drawn: Item[] = [];
    while (drawn.length < count && left.length > 0) drawn.push(...left.splice(between(0, left.length - 1), 1));
    return drawn;
  };
  return { next, between, happens: (probability) => next() < probability, pick, weighted, several };
};

/** Puts rows in an order that is drawn. */
export const shuffle = (order: Int32Array, draw: () => number): void => {
  for (let at = order.length - 1; at > 0; at--) {
    const other = Math.floor(draw() * (at + 1));
    const kept = order[at] as number;
    order[at] = order[other] as number;
    order[other] = kept;
  }
};
