import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Published } from "./published.ts";
import { shownCount } from "./published.words.ts";
import { suppressList, suppressTable, type PublishedTable } from "./suppression.ts";

/** What a mark alone tells an attacker who knows the rule. `most` bounds what is 11 or more, so that trying everything ends. */
const allowed = (cell: Published, most: number): readonly number[] => {
  if (cell.kind === "number") return [cell.value];
  const [first, last] = cell.because === "small" ? [0, 10] : [11, most];
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index);
};

const isAllowed = (cell: Published, value: number): boolean =>
  cell.kind === "number" ? cell.value === value : cell.because === "small" ? value <= 10 : value >= 11;

/** The attack, by trying every table that agrees with what is published: it shares no line with the engine. Gives the width of what each interior cell may be, then of each total. */
const widthsByTrying = (table: Extract<PublishedTable, { kind: "published" }>, most: number): readonly (readonly [Published, number])[] => {
  const cells = [...table.rows.flat(), ...table.rowTotals, ...table.columnTotals, table.total];
  const low = cells.map(() => Infinity);
  const high = cells.map(() => -Infinity);
  const width = table.columnTotals.length;
  const values: number[] = [];
  const add = (numbers: readonly number[]): number => numbers.reduce((total, value) => total + value, 0);
  const note = (): void => {
    const rowTotals = table.rows.map((_, row) => add(values.slice(row * width, (row + 1) * width)));
    const columnTotals = table.columnTotals.map((_, column) => add(values.filter((__, index) => index % width === column)));
    const whole = [...values, ...rowTotals, ...columnTotals, add(values)];
    if (!whole.every((value, index) => isAllowed(cells[index] ?? table.total, value))) return;
    for (const [index, value] of whole.entries()) {
      low[index] = Math.min(low[index] ?? value, value);
      high[index] = Math.max(high[index] ?? value, value);
    }
  };
  /** The values that a cell may take, given those before it: one at most where a total that is shown closes its row or its column. */
  const candidates = (index: number, cell: Published): readonly number[] => {
    const [row, column] = [Math.floor(index / width), index % width];
    const rowTotal = table.rowTotals[row];
    if (column === width - 1 && rowTotal?.kind === "number") return [rowTotal.value - add(values.slice(row * width))];
    const columnTotal = table.columnTotals[column];
    if (row === table.rows.length - 1 && columnTotal?.kind === "number")
      return [columnTotal.value - add(values.filter((_, other) => other % width === column))];
    return allowed(cell, most);
  };
  const tryFrom = (index: number): void => {
    const cell = table.rows.flat()[index];
    if (cell === undefined) {
      note();
      return;
    }
    for (const value of candidates(index, cell)) {
      if (value < 0 || !isAllowed(cell, value)) continue;
      values.push(value);
      tryFrom(index + 1);
      values.pop();
    }
  };
  tryFrom(0);
  return cells.map((cell, index) => [cell, (high[index] ?? 0) - (low[index] ?? 0)]);
};

/** How many tables the attack would try. Past a hundred thousand (several margins masked at once) it is left out, so that the tests stay short. */
const tries = (table: Extract<PublishedTable, { kind: "published" }>, most: number): number => {
  const [height, width] = [table.rows.length, table.columnTotals.length];
  return table.rows
    .flatMap((cells, row) =>
      cells.map((cell, column) => {
        const isClosed =
          (column === width - 1 && table.rowTotals[row]?.kind === "number") ||
          (row === height - 1 && table.columnTotals[column]?.kind === "number");
        return isClosed ? 1 : allowed(cell, most).length;
      }),
    )
    .reduce((product, count) => product * count, 1);
};

const asOneRow = (cells: readonly Published[], total: Published): Extract<PublishedTable, { kind: "published" }> => ({
  kind: "published",
  rows: [cells],
  rowTotals: [total],
  columnTotals: cells,
  total,
});

const narrowest = (widths: readonly (readonly [Published, number])[]): number =>
  Math.min(Infinity, ...widths.filter(([cell]) => cell.kind === "masked").map(([, width]) => width));

const readList = (persons: readonly number[], dominated?: readonly boolean[]): string => {
  const list = suppressList(persons, dominated);
  return list.kind === "withheld" ? "withheld" : `${list.cells.map(shownCount).join(" | ")} = ${shownCount(list.total)}`;
};

const readTable = (rows: readonly (readonly number[])[]): readonly string[] => {
  const table = suppressTable(rows);
  if (table.kind === "withheld") return ["withheld"];
  const last = `${table.columnTotals.map(shownCount).join(" | ")} = ${shownCount(table.total)}`;
  return [
    ...table.rows.map((row, index) => `${row.map(shownCount).join(" | ")} = ${shownCount(table.rowTotals[index] ?? table.total)}`),
    last,
  ];
};

describe("observatory 9: in a list with its total, what is masked cannot be found by subtraction", () => {
  test.each<[string, readonly number[], string]>([
    ["nothing is small: nothing is masked", [40, 25, 12], "40 | 25 | 12 = 77"],
    ["one is small: the smallest that suffices goes with it", [40, 25, 3], "40 | masqué | < 11 = 68"],
    ["12 would hold 3 between 0 and 4, so 25 goes instead", [40, 25, 12, 3], "40 | masqué | 12 | < 11 = 80"],
    ["two small ones protect each other when they add up to 10", [40, 6, 4], "40 | < 11 | < 11 = 50"],
    ["two zeros do not: 0 = 0 + 0", [40, 30, 0, 0], "40 | masqué | < 11 | < 11 = 70"],
    ["two nines do not: 18 = 8 to 10, twice", [40, 30, 9, 9], "40 | masqué | < 11 | < 11 = 88"],
    ["14 leaves 5 too little room: two of them go", [14, 14, 14, 5], "masqué | masqué | 14 | < 11 = 47"],
    ["three 12 would not do either: the total goes, and they stay", [12, 12, 12, 5], "12 | 12 | 12 | < 11 = masqué"],
    ["all small: the total is small too", [3, 4], "< 11 | < 11 = < 11"],
    ["two small ones and a total of 12: no masking protects them", [3, 9], "withheld"],
    ["alone", [7], "< 11 = < 11"],
  ])("%s", (_, persons, shown) => {
    expect(readList(persons)).toBe(shown);
  });

  test("a cell that one commissioner dominates is masked, and protected as the others are", () => {
    expect(readList([60, 40, 25], [true, false, false])).toBe("masqué | 40 | masqué = 125");
  });

  test("nobody who tries every list that agrees holds a masked count within ± 5", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 1, maxLength: 4 }), (persons) => {
        const list = suppressList(persons);
        if (list.kind === "withheld") return;
        const most = Math.max(...persons) + 12;
        expect(narrowest(widthsByTrying(asOneRow(list.cells, list.total), most))).toBeGreaterThanOrEqual(10);
      }),
      { numRuns: 100 },
    );
  });

  test("what is shown is true, what is small is never shown, and a list that can be masked is not withheld", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 200 }), { minLength: 1, maxLength: 12 }), (persons) => {
        const list = suppressList(persons);
        if (list.kind === "withheld") {
          expect(persons.filter((count) => count >= 11 + 10)).toHaveLength(0);
          return;
        }
        for (const [index, cell] of list.cells.entries()) {
          if (cell.kind === "number") expect(cell.value).toBe(persons[index]);
          expect(cell.kind === "masked" && cell.because === "small").toBe((persons[index] ?? 0) < 11);
        }
        const masked = list.cells.filter(({ kind }) => kind === "masked").length;
        if (list.total.kind === "number") expect(masked).not.toBe(1);
      }),
    );
  });
});

describe("observatory 9: in a table with both margins too", () => {
  test("one small cell takes three others with it, at the corners of a rectangle", () => {
    expect(
      readTable([
        [3, 40, 60],
        [50, 70, 80],
        [30, 90, 95],
      ]),
    ).toEqual(["< 11 | masqué | 60 = 103", "50 | 70 | 80 = 200", "masqué | masqué | 95 = 215", "83 | 200 | 235 = 518"]);
  });

  test("two small cells in a row and none below: each column has another masked", () => {
    const shown = readTable([
      [6, 4, 60],
      [50, 70, 80],
    ]);
    expect(shown[0]).toBe("< 11 | < 11 | 60 = 70");
    expect(shown[1]).toBe("masqué | masqué | 80 = 200");
  });

  test("rows of different lengths are refused", () => {
    expect(() => suppressTable([[12, 13], [14]])).toThrow("same length");
  });

  test.each([
    [2, 2, 60],
    [2, 3, 40],
    [3, 2, 40],
  ])("nobody who tries every table of %i rows and %i columns that agrees holds a masked count within ± 5", (height, width, numRuns) => {
    const small = fc.integer({ min: 0, max: 10 });
    const count = fc.oneof(small, fc.integer({ min: 11, max: 24 }));
    fc.assert(
      fc.property(fc.array(fc.array(count, { minLength: width, maxLength: width }), { minLength: height, maxLength: height }), (rows) => {
        const table = suppressTable(rows);
        if (table.kind === "withheld") return;
        fc.pre(tries(table, 34) < 100_000);
        expect(narrowest(widthsByTrying(table, 34))).toBeGreaterThanOrEqual(10);
      }),
      { numRuns },
    );
  });

  test("in a larger table, what is shown is true, what is small is hidden, and no line whose total is shown has one mask alone", () => {
    const tables = fc.array(fc.array(fc.integer({ min: 0, max: 120 }), { minLength: 6, maxLength: 6 }), { minLength: 2, maxLength: 8 });
    fc.assert(
      fc.property(tables, (rows) => {
        const table = suppressTable(rows);
        if (table.kind === "withheld") return;
        for (const [row, cells] of table.rows.entries())
          for (const [column, cell] of cells.entries()) {
            const persons = rows[row]?.[column] ?? Number.NaN;
            if (cell.kind === "number") expect(cell.value).toBe(persons);
            expect(cell.kind === "masked" && cell.because === "small").toBe(persons < 11);
          }
        const lines = [...table.rows, ...table.columnTotals.map((_, column) => table.rows.map((cells) => cells[column]))];
        const totals = [...table.rowTotals, ...table.columnTotals];
        for (const [index, line] of lines.entries())
          if (totals[index]?.kind === "number") expect(line.filter((cell) => cell?.kind === "masked")).not.toHaveLength(1);
      }),
      { numRuns: 60 },
    );
  });
});
