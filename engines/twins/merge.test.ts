import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { mergeFields, type MergedRow } from "./index.ts";

const row = (name: string, date: string, fields: MergedRow["fields"]): MergedRow => ({ row: name, source: `source-${name}`, date, fields });

describe("a merge keeps every field, with its source and its date", () => {
  test("given two rows, when they merge, then each field comes from the most recent row that knows it", () => {
    const merged = mergeFields([
      row("a", "2024-08-01", { name: "Mission locale", phone: "" }),
      row("b", "2021-04-01", { name: "ML", phone: "01 99 00 11 22" }),
    ]);
    expect(merged["name"]?.chosen).toEqual({ value: "Mission locale", source: "source-a", date: "2024-08-01", row: "a" });
    expect(merged["phone"]?.chosen.row).toBe("b");
  });
  test("given a value that is not chosen, when one looks, then it is still there, with its source", () => {
    const merged = mergeFields([row("a", "2024-08-01", { name: "Mission locale" }), row("b", "2021-04-01", { name: "ML" })]);
    expect(merged["name"]?.others).toEqual([{ value: "ML", source: "source-b", date: "2021-04-01", row: "b" }]);
  });
  test("given a field that nobody knows, when they merge, then it is not there", () => {
    expect(mergeFields([row("a", "2024-08-01", { mail: null, languages: [], site: undefined })])).toEqual({});
  });
  test("given false or zero, when they merge, then that is something known", () => {
    const merged = mergeFields([row("a", "2024-08-01", { free: false, places: 0 })]);
    expect([merged["free"]?.chosen.value, merged["places"]?.chosen.value]).toEqual([false, 0]);
  });
});

const rows = fc.uniqueArray(
  fc.record({
    row: fc.constantFrom("a", "b", "c", "d", "e"),
    source: fc.constantFrom("s", "t"),
    date: fc.constantFrom("2021-04-01", "2024-08-01"),
    fields: fc.dictionary(fc.constantFrom("name", "phone", "mail"), fc.constantFrom("x", "y", "", null)),
  }),
  { selector: ({ row: name }) => name, maxLength: 5 },
);

describe("laws of the merge", () => {
  test("the order of the rows, and a row that comes twice, change nothing", () => {
    fc.assert(
      fc.property(rows, (all) => {
        expect(mergeFields([...all.toReversed(), ...all])).toEqual(mergeFields(all));
      }),
    );
  });
  test("merging some rows first, then the others, chooses the same values", () => {
    fc.assert(
      fc.property(rows, fc.nat(5), (all, at) => {
        const chosenOf = (some: readonly MergedRow[]): MergedRow[] =>
          Object.entries(mergeFields(some)).map(([field, { chosen }]) => ({
            ...chosen,
            row: chosen.row,
            fields: { [field]: chosen.value },
          }));
        const apart = [...chosenOf(all.slice(0, at)), ...chosenOf(all.slice(at))];
        for (const [field, { chosen }] of Object.entries(mergeFields(all))) {
          const again = mergeFields(apart.filter(({ fields }) => field in fields));
          expect(again[field]?.chosen).toEqual(chosen);
        }
      }),
    );
  });
});
