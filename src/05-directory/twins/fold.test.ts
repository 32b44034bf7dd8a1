import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { foldOf, foldPlans, type FoldRow } from "./fold.ts";
import { groupsOf } from "./group.ts";

const row = (id: string, source: string, date: string, columns: FoldRow["columns"], isGone = false): FoldRow => ({
  id,
  source,
  date,
  isGone,
  columns,
});
const shown = (rows: readonly FoldRow[], column: string) => foldOf(rows, foldPlans.structure).merged?.[column]?.value;

const national = row("1", "france-services", "2026-03-01", {
  address: "3 rue de la Gare",
  commune_code: "23096",
  latitude: 46.17,
  longitude: 1.87,
  point_from: "source",
  phone: "+33536490001",
  opening_hours: "Mo-Fr 09:00-12:00",
});
const local = row("2", "departement-23", "2026-10-01", { address: "Place du Marché", commune_code: "23096", phone: "+33536490002" });

describe("rows that are one fold together", () => {
  test("the best filled stands for the others, even when another is fresher", () => {
    expect(foldOf([local, national], foldPlans.structure)).toMatchObject({ standing: "1", folded: ["2"] });
  });
  test("filled alike, the freshest stands", () => {
    const older = row("a", "x", "2025-01-01", { phone: "+33536490001" });
    const fresher = row("b", "y", "2026-01-01", { phone: "+33536490002" });
    expect(foldOf([older, fresher], foldPlans.structure).standing).toBe("b");
  });
  test("each field comes from the freshest source that knows it, which is written beside it", () => {
    const { merged } = foldOf([national, local], foldPlans.structure);
    expect(merged?.["phone"]).toEqual({ value: "+33536490002", source: "departement-23", date: "2026-10-01", row: "2" });
    expect(merged?.["opening_hours"]).toMatchObject({ value: "Mo-Fr 09:00-12:00", source: "france-services" });
  });
  test("a street never goes with the point of another source", () => {
    expect(shown([national, local], "address")).toBe("Place du Marché");
    expect(shown([national, local], "latitude")).toBeNull();
  });
  test("lists are put together, and say which rows they come from", () => {
    const a = row("1", "x", "2026-01-01", { networks: ["france-service"] });
    const b = row("2", "y", "2026-02-01", { networks: ["mission-locale", "france-service"] });
    expect(foldOf([a, b], foldPlans.structure).merged?.["networks"]).toMatchObject({
      value: ["mission-locale", "france-service"],
      rows: ["2", "1"],
    });
  });
  test("a row that its source no longer lists says nothing any more, and leads to the one that stands", () => {
    const gone = { ...national, isGone: true };
    expect(foldOf([gone, local], foldPlans.structure)).toEqual({ standing: "2", folded: ["1"], merged: undefined });
  });
});

describe("laws of folds", () => {
  const columns = fc.record({
    phone: fc.option(fc.constantFrom("+33536490001", "+33536490002")),
    mail: fc.option(fc.constantFrom("accueil@gueret.example", "")),
    networks: fc.uniqueArray(fc.constantFrom("ccas", "mission-locale", "france-service")),
    address: fc.option(fc.constantFrom("3 rue de la Gare", "Place du Marché")),
  });
  const rows = fc
    .uniqueArray(
      fc.record({
        id: fc.uuid(),
        source: fc.constantFrom("a", "b", "c"),
        date: fc.constantFrom("2024-01-01", "2025-06-01", "2026-11-01"),
        isGone: fc.boolean(),
        columns,
      }),
      { selector: ({ id }) => id, minLength: 1, maxLength: 5 },
    )
    .map((all) => all.map((each): FoldRow => each));

  test("the order in which rows come changes nothing", () => {
    fc.assert(
      fc.property(rows, (all) => {
        expect(foldOf(all.toReversed(), foldPlans.structure)).toEqual(foldOf(all, foldPlans.structure));
      }),
    );
  });
  test("what is shown was said by a row that its source still lists", () => {
    fc.assert(
      fc.property(rows, (all) => {
        for (const [column, { row: id, value }] of Object.entries(foldOf(all, foldPlans.structure).merged ?? {})) {
          const said = all.find((each) => each.id === id);
          expect(said?.isGone).toBe(false);
          if (column !== "networks") expect(said?.columns[column] ?? null).toEqual(value);
        }
      }),
    );
  });
  test("merging then undoing, in any order, gives back the groups of the merges that hold", () => {
    const pair = fc.tuple(fc.constantFrom("a", "b", "c", "d", "e"), fc.constantFrom("a", "b", "c", "d", "e"));
    fc.assert(
      fc.property(fc.array(pair), fc.array(pair), (kept, undone) => {
        const withThenWithout = [...undone, ...kept].filter((each) => !undone.includes(each));
        expect(groupsOf(withThenWithout)).toEqual(groupsOf(kept));
        expect(groupsOf(kept.toReversed().map(([a, b]) => [b, a]))).toEqual(groupsOf(kept));
      }),
    );
  });
});
