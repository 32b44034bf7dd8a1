import { describe, expect, test } from "vitest";
import { plainIdentifier, readDay, readEntitled } from "./entitlement.ts";
import { entitlementWords } from "./entitlement.words.ts";

const words = entitlementWords.fr;
const cells = { identifiant: "MUT-0001", population: "retraite", debut: "2026-01-01", fin: "" };

describe("a line of the list is entitled, or refused with its reason", () => {
  test.each([
    ["a whole line", {}, undefined],
    ["an end", { fin: "31/12/2026" }, undefined],
    ["a population in other letters", { population: "Actif privé" }, undefined],
    ["no identifier", { identifiant: " " }, words.identifier],
    ["an unknown population", { population: "cadre" }, words.population],
    ["a day that does not exist", { debut: "2026-02-30" }, words.since],
    ["an end that is no date", { fin: "bientôt" }, words.until],
    ["an end before the beginning", { fin: "2025-12-31" }, words.order],
  ])("%s", (_, change, reason) => {
    const read = readEntitled(2, { ...cells, ...change });
    expect(read.kind === "refused" ? read.reason : undefined).toBe(reason);
  });
});

test("one identifier in several spellings is one", () => {
  expect(new Set(["mut-0001", "MUT 0001", "Mut.0001", "ＭＵＴ0001"].map(plainIdentifier))).toEqual(new Set(["MUT0001"]));
});

test.each([
  ["2026-01-31", "2026-01-31"],
  ["31/01/2026", "2026-01-31"],
  ["29/02/2028", "2028-02-29"],
  ["29/02/2026", undefined],
  ["01-02-2026", undefined],
  ["", undefined],
])("the day « %s »", (written, day) => {
  expect(readDay(written)).toBe(day);
});
