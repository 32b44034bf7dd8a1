import { circulationOf, detour, guess, push, told, withMasks, type Circulation, type Edge, type Way } from "./circulation.ts";
import { isSmall, THRESHOLD, type Published } from "./published.ts";

/** Encadrement : nobody may hold a masked count within ± 5: the interval of what is possible is ten wide or more. */
export const SAFE_WIDTH = THRESHOLD - 1;

/** Secret posé : the list, its total and its marks; or `withheld` when no masking protects it: then nothing of it is published. */
export type PublishedList =
  { readonly kind: "published"; readonly cells: readonly Published[]; readonly total: Published } | { readonly kind: "withheld" };

/** Secret posé sur un tableau à deux entrées. */
export type PublishedTable =
  | {
      readonly kind: "published";
      readonly rows: readonly (readonly Published[])[];
      readonly rowTotals: readonly Published[];
      readonly columnTotals: readonly Published[];
      readonly total: Published;
    }
  | { readonly kind: "withheld" };

/**
 * Secret d'une liste : counts of persons that add up to a published total.
 * Small and dominated counts are masked; then, as long as the sums let somebody hold a masked count within ± 5, one more is, the smallest
 * that suffices. The total goes last.
 * @param persons each person in one cell only, else the cells do not add up and there is nothing to solve: use `published` on each
 * @param dominated true for a cell that one contributor dominates (`isDominated`)
 * The method, masking the cheapest cycle of a network, is a classic of statistical offices; the writing is ours.
 */
export const suppressList = (persons: readonly number[], dominated: readonly boolean[] = []): PublishedList => {
  const total = sum(persons);
  const edges = [...persons.map((value, at) => edgeOf(0, 1, value, "cell", dominated[at])), edgeOf(1, 0, total, "total")];
  const safe = protect(circulationOf(2, edges));
  if (safe === undefined) return { kind: "withheld" };
  const cells = safe.edges.map(shown);
  return { kind: "published", cells: cells.slice(0, -1), total: at(cells, persons.length) };
};

/**
 * Secret d'un tableau à deux entrées, with the totals of its rows, of its columns, and of all. As `suppressList`; margins are masked only when cells
 * do not suffice, and the grand total last.
 * @param rows counts of persons; all rows have the same length
 */
export const suppressTable = (rows: readonly (readonly number[])[], dominated: readonly (readonly boolean[])[] = []): PublishedTable => {
  const width = rows[0]?.length ?? 0;
  if (rows.some((row) => row.length !== width)) throw new Error("rows of a table have the same length");
  const safe = protect(tableCirculation(rows, dominated));
  if (safe === undefined) return { kind: "withheld" };
  const cells = safe.edges.map(shown);
  const inside = rows.length * width;
  return {
    kind: "published",
    rows: rows.map((_, row) => cells.slice(row * width, (row + 1) * width)),
    rowTotals: cells.slice(inside, inside + rows.length),
    columnTotals: cells.slice(inside + rows.length, -1),
    total: at(cells, inside + rows.length + width),
  };
};

/** Nodes are the rows, then the row of totals, then the columns, then the column of totals. Cells go from row to column, margins come back. */
const tableCirculation = (rows: readonly (readonly number[])[], dominated: readonly (readonly boolean[])[]): Circulation => {
  const height = rows.length;
  const width = rows[0]?.length ?? 0;
  const column = (index: number): number => height + 1 + index;
  const columns = Array.from({ length: width }, (_, index) => rows.map((row) => at(row, index)));
  return circulationOf(height + width + 2, [
    ...rows.flatMap((row, r) => row.map((value, c) => edgeOf(r, column(c), value, "cell", dominated[r]?.[c]))),
    ...rows.map((row, r) => edgeOf(column(width), r, sum(row), "margin")),
    ...columns.map((values, c) => edgeOf(column(c), height, sum(values), "margin")),
    edgeOf(height, column(width), sum(rows.flat()), "total"),
  ]);
};

/** Masks more until every masked cell is safe, then shows again what was masked for nothing; undefined when nothing protects. */
const protect = (circulation: Circulation): Circulation | undefined => {
  const safe = maskUntilSafe(circulation);
  return safe === undefined ? undefined : showAgain(safe);
};

/** Masking one more never makes another less safe, so each cell is seen once. */
const maskUntilSafe = (circulation: Circulation): Circulation | undefined => {
  let current = circulation;
  const waiting = maskedIn(circulation);
  for (let cell = waiting.shift(); cell !== undefined; cell = waiting.shift()) {
    while (isExposed(current, cell)) {
      const more = cellsToMask(current, cell);
      if (more === undefined) return undefined;
      current = withMasks(current, more, "protects");
      waiting.push(...more);
    }
  }
  return current;
};

/** Cells are masked one after the other, so an early one may no longer be of use: each is tried, what loses most first. */
const showAgain = (circulation: Circulation): Circulation => {
  const protecting = maskedIn(circulation).filter((index) => at(circulation.edges, index).masked === "protects");
  let current = circulation;
  for (const cell of protecting.toSorted((a, b) => at(circulation.edges, b).cost - at(circulation.edges, a).cost)) {
    const without = withMasks(current, [cell], undefined);
    if (nearFirst(without, cell).every((other) => !isExposed(without, other))) current = without;
  }
  return current;
};

/** The masked cells, those in line with this one first: they are the first to be exposed when it is shown. */
const nearFirst = (circulation: Circulation, cell: number): readonly number[] => {
  const { from, to } = at(circulation.edges, cell);
  const isFar = (index: number): number => {
    const other = at(circulation.edges, index);
    return other.from === from || other.to === to ? 0 : 1;
  };
  return maskedIn(circulation).toSorted((a, b) => isFar(a) - isFar(b));
};

const maskedIn = ({ edges }: Circulation): number[] => [...edges.keys()].filter((index) => edges[index]?.masked !== undefined);

const isExposed = (circulation: Circulation, cell: number): boolean => {
  const { low, high } = guess(circulation, cell, SAFE_WIDTH);
  return high - low < SAFE_WIDTH;
};

/** The cheapest cells that let this one move as far as it lacks, or failing that a little further than now; with margins when cells cannot, then with the grand total. */
const cellsToMask = (circulation: Circulation, cell: number): readonly number[] | undefined => {
  const pushes = (["up", "down"] as const).map((way: Way) => ({ way, ...push(circulation, cell, way, SAFE_WIDTH) }));
  const lacking = SAFE_WIDTH - sum(pushes.map(({ amount }) => amount));
  for (const place of ["cell", "margin", "total"] as const)
    for (let amount = lacking; amount >= 1; amount -= 1) {
      const ways = pushes
        .filter(({ way, amount: done }) => room(circulation, cell, way) >= done + amount)
        .map(({ way, moved }) => detour(circulation, cell, way, amount, moved))
        .filter((cells) => cells !== undefined)
        .filter((cells) => costOf(circulation, cells) < dearest[place]);
      const cheapest = ways.toSorted((a, b) => costOf(circulation, a) - costOf(circulation, b))[0];
      if (cheapest !== undefined) return cheapest;
    }
  return undefined;
};

/** How far the mark of a cell lets it move one way, whatever the sums say. */
const room = ({ edges }: Circulation, cell: number, way: Way): number => {
  const edge = at(edges, cell);
  const { low, high } = told(edge);
  return way === "up" ? high - edge.value : edge.value - low;
};

const costOf = ({ edges }: Circulation, cells: readonly number[]): number => sum(cells.map((cell) => at(edges, cell).cost));

/** What masking loses: the persons no longer counted on the page, and, long before any cell, the totals. */
const lossOf = { cell: 0, margin: 1e9, total: 1e13 } as const;

/** A detour that costs less than this masks no margin, or not the grand total. */
const dearest = { cell: lossOf.margin, margin: lossOf.total, total: Infinity } as const;

const edgeOf = (from: number, to: number, value: number, place: keyof typeof lossOf, dominated = false): Edge => ({
  from,
  to,
  value,
  masked: isSmall(value) ? "small" : dominated ? "dominated" : undefined,
  cost: value + lossOf[place],
});

const shown = ({ value, masked }: Edge): Published =>
  masked === undefined ? { kind: "number", value } : { kind: "masked", because: masked };

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

const at = <Item>(items: readonly Item[], index: number): Item => {
  const item = items[index];
  if (item === undefined) throw new Error(`nothing at ${index} of ${items.length}`);
  return item;
};
