import { THRESHOLD, type Masked } from "./published.ts";

/**
 * Circulation : a table with its totals, seen as a network in which as much leaves each node as enters it. A list is two nodes:
 * cells go one way, the total comes back. A table has a node for each row and each column, margins included. Cells that are known are
 * fixed; the others are free within what their mark tells. What an attacker can deduce by solving all the
 * sums is then, exactly, how far each free cell can be pushed round the network (such systems have whole bounds: they are totally unimodular).
 */
export type Circulation = { readonly nodes: number; readonly edges: readonly Edge[]; readonly arcs: readonly (readonly Arc[])[] };

/** From a node, an edge that can be followed forwards (more persons) or backwards (fewer), and where it leads. */
type Arc = { readonly index: number; readonly towards: Way; readonly other: number };

export const circulationOf = (nodes: number, edges: readonly Edge[]): Circulation => {
  const arcs: Arc[][] = Array.from({ length: nodes }, () => []);
  for (const [index, { from, to }] of edges.entries()) {
    arcs[from]?.push({ index, towards: "up", other: to });
    arcs[to]?.push({ index, towards: "down", other: from });
  }
  return { nodes, edges, arcs };
};

/** The same table with these cells masked, or shown. */
export const withMasks = (circulation: Circulation, cells: readonly number[], masked: Edge["masked"]): Circulation => ({
  ...circulation,
  edges: circulation.edges.map((edge, index) => (cells.includes(index) ? { ...edge, masked } : edge)),
});

/** Case : what it counts, how it is shown; `masked` is undefined when its value is. `cost` is what the reader loses when it is masked. */
export type Edge = {
  readonly from: number;
  readonly to: number;
  readonly value: number;
  readonly masked: Masked["because"] | undefined;
  readonly cost: number;
};

export type Interval = { readonly low: number; readonly high: number };

/** Which way a cell is pushed: more persons, or fewer. */
export type Way = "up" | "down";

/** What the mark alone tells: "< 11" is 0 to 10; any other mark is 11 or more, for a small count would have been marked so. */
export const told = ({ masked, value }: Edge): Interval => {
  if (masked === undefined) return { low: value, high: value };
  return masked === "small" ? { low: 0, high: THRESHOLD - 1 } : { low: THRESHOLD, high: Infinity };
};

/**
 * Attaque : the narrowest interval in which somebody who knows our rule, reads every mark and solves all the sums can hold a cell.
 * @param width stop looking once a cell can move by that much each way (the interval given is then too narrow, never too wide)
 */
export const guess = (circulation: Circulation, cell: number, width = Infinity): Interval => {
  const { value } = edgeAt(circulation, cell);
  return { low: value - push(circulation, cell, "down", width).amount, high: value + push(circulation, cell, "up", width).amount };
};

/** Poussée : how far a cell can move one way, at most `limit`, and what it lets the others move by afterwards. */
export const push = (
  circulation: Circulation,
  cell: number,
  way: Way,
  limit: number,
): { readonly amount: number; readonly moved: readonly number[] } => {
  const pushed = edgeAt(circulation, cell);
  const { low, high } = told(pushed);
  const wanted = Math.min(limit, way === "up" ? high - pushed.value : pushed.value - low);
  const moved = circulation.edges.map(() => 0);
  const [start, end] = ends(pushed, way);
  let amount = 0;
  while (amount < wanted) {
    const path = route(circulation, cell, start, end, (edge, index, towards) =>
      slack(edge, moved[index] ?? 0, towards) > 0 ? 1 : undefined,
    );
    if (path === undefined) break;
    const step = Math.min(
      wanted - amount,
      ...path.map(({ index, towards }) => slack(edgeAt(circulation, index), moved[index] ?? 0, towards)),
    );
    if (step === Infinity) return { amount: Infinity, moved };
    for (const { index, towards } of path) moved[index] = (moved[index] ?? 0) + (towards === "up" ? step : -step);
    amount += step;
  }
  return { amount, moved };
};

/**
 * Détour : the cells to mask so that `cell` can be pushed by `amount` more, those that lose the reader least; masked cells cost nothing.
 * @param moved what the pushes already made have used
 */
export const detour = (
  circulation: Circulation,
  cell: number,
  way: Way,
  amount: number,
  moved: readonly number[],
): readonly number[] | undefined => {
  const [start, end] = ends(edgeAt(circulation, cell), way);
  return route(circulation, cell, start, end, (edge, index, towards) => {
    const free: Edge = edge.masked === undefined ? { ...edge, masked: "protects" } : edge;
    if (slack(free, moved[index] ?? 0, towards) < amount) return undefined;
    return edge.masked === undefined ? edge.cost : 0;
  })
    ?.map(({ index }) => index)
    .filter((index) => edgeAt(circulation, index).masked === undefined);
};

const edgeAt = ({ edges }: Circulation, index: number): Edge => {
  const edge = edges[index];
  if (edge === undefined) throw new Error(`no cell ${index} in a table of ${edges.length}`);
  return edge;
};

/** Pushing a cell up is closed by a way back from where it arrives to where it leaves. */
const ends = ({ from, to }: Edge, way: Way): readonly [start: number, end: number] => (way === "up" ? [to, from] : [from, to]);

/** How much further an edge may move, once it has moved. */
const slack = (edge: Edge, moved: number, towards: Way): number => {
  const { low, high } = told(edge);
  return towards === "up" ? high - edge.value - moved : edge.value + moved - low;
};

type Step = { readonly index: number; readonly towards: Way };
type PriceOf = (edge: Edge, index: number, towards: Way) => number | undefined;

/** The cheapest way from one node to another that does not use `avoided` (Dijkstra); ties go to the first cell, so that the same table is always masked the same. */
const route = (
  { nodes, edges, arcs }: Circulation,
  avoided: number,
  start: number,
  end: number,
  priceOf: PriceOf,
): readonly Step[] | undefined => {
  const price = Array.from({ length: nodes }, () => Infinity);
  const arrivedBy: ((Step & { readonly node: number }) | undefined)[] = Array.from({ length: nodes }, () => undefined);
  const isSettled = Array.from({ length: nodes }, () => false);
  price[start] = 0;
  for (let node = cheapest(price, isSettled); node !== undefined && node !== end; node = cheapest(price, isSettled)) {
    isSettled[node] = true;
    for (const { index, towards, other } of arcs[node] ?? []) {
      const edge = edges[index];
      const step = edge === undefined || index === avoided ? undefined : priceOf(edge, index, towards);
      if (step === undefined || (price[node] ?? Infinity) + step >= (price[other] ?? Infinity)) continue;
      price[other] = (price[node] ?? Infinity) + step;
      arrivedBy[other] = { index, towards, node };
    }
  }
  const steps: Step[] = [];
  for (let node = end; node !== start;) {
    const step = arrivedBy[node];
    if (step === undefined) return undefined;
    steps.push(step);
    node = step.node;
  }
  return steps;
};

const cheapest = (price: readonly number[], isSettled: readonly boolean[]): number | undefined => {
  let best: number | undefined;
  for (const [node, cost] of price.entries())
    if (isSettled[node] !== true && cost < (best === undefined ? Infinity : (price[best] ?? Infinity))) best = node;
  return best;
};
