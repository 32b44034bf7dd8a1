import { describe, expect, test } from "vitest";
import { day } from "#engines/calendar";
import { coverageOf, type CoverageStatement } from "./coverage.ts";
import { isIn, levelsOf, readTerritoryKey, territoryKey } from "./territory.ts";

const gueret = {
  code: "23096",
  otherCodes: ["23999"],
  departement: { code: "23", name: "Creuse" },
  region: "75",
  epci: { code: "200034825", name: "CA du Grand Guéret" },
};
const levels = levelsOf(gueret);
const today = day("2026-11-20");
const looked = (key: string, on: string, withInside = false): CoverageStatement => {
  const territory = readTerritoryKey(key);
  if (!territory) throw new Error(key);
  return { territory, theme: "mobilite", withInside, lookedOn: day(on) };
};
const everyLevel = ["commune:23096", "epci:200034825", "departement:23", "region:75"].map((key) => looked(key, "2026-06-01"));
const coverage = (statements: readonly CoverageStatement[], found = 0) =>
  coverageOf({ levels, theme: "mobilite", statements, found, today });

describe("« pas répertorié ici » and « rien n'est proposé ici » are two answers", () => {
  test("nobody looked: not catalogued, and every level is to be looked at", () => {
    expect(coverage([])).toEqual({ kind: "not-catalogued", levels });
  });
  test("every level looked at, and nothing found: nothing is offered, as of the oldest look", () => {
    expect(coverage(everyLevel.map((each, at) => ({ ...each, lookedOn: day(at === 2 ? "2026-02-03" : "2026-06-01") })))).toEqual({
      kind: "not-offered",
      lookedOn: "2026-02-03",
    });
  });
  test("one level not looked at is enough not to say that there is nothing", () => {
    expect(coverage(everyLevel.slice(1))).toEqual({ kind: "not-catalogued", levels: [{ kind: "commune", code: "23096" }] });
  });
  test("a wider territory counts for those inside it only when it says so", () => {
    expect(coverage([looked("departement:23", "2026-06-01"), looked("region:75", "2026-06-01")])).toMatchObject({ kind: "not-catalogued" });
    expect(coverage([looked("departement:23", "2026-06-01", true), looked("region:75", "2026-06-01")])).toMatchObject({
      kind: "not-offered",
    });
  });
  test("a look of twelve months ago is believed no longer", () => {
    expect(coverage(everyLevel.map((each) => ({ ...each, lookedOn: day("2025-11-21") }))).kind).toBe("not-offered");
    expect(coverage(everyLevel.map((each) => ({ ...each, lookedOn: day("2025-11-20") }))).kind).toBe("not-catalogued");
  });
  test("another theme says nothing of this one", () => {
    expect(coverage(everyLevel.map((each) => ({ ...each, theme: "budget" as const }))).kind).toBe("not-catalogued");
  });
  test("some benefits are there: complete or not is said", () => {
    expect(coverage(everyLevel, 2)).toEqual({ kind: "catalogued", isComplete: true, lookedOn: "2026-06-01" });
    expect(coverage([], 2)).toEqual({ kind: "catalogued", isComplete: false });
  });
});

describe("a territory is a level and an official code", () => {
  test.each([
    ["commune:23096", true],
    ["commune:23999", true],
    ["commune:38563", false],
    ["departement:23", true],
    ["region:23", false],
    ["departement:75", false],
    ["region:75", true],
    ["epci:200034825", true],
  ])("%s holds Guéret: %s", (key, expected) => {
    const territory = readTerritoryKey(key);
    expect(territory && isIn(territory, gueret)).toBe(expected);
    expect(territory && territoryKey(territory)).toBe(key);
  });
  test.each(["", "commune", "pays:FR", "commune:", "commune:23096; drop", "commune:23 096"])("« %s » is no territory", (key) => {
    expect(readTerritoryKey(key)).toBeUndefined();
  });
});
