import { expect, test } from "vitest";
import { day } from "#engines/calendar";
import { freshnessOf } from "./freshness.ts";
import { searchWords } from "./search.words.ts";

test.each([
  ["2026-11-20", "Vérifié aujourd’hui", false],
  ["2026-11-19", "Vérifié hier", false],
  ["2026-11-08", "Vérifié il y a 12 jours", false],
  ["2026-09-10", "Vérifié il y a 2 mois", false],
  ["2026-05-21", "Vérifié il y a 6 mois", false],
  ["2026-05-20", "Vérifié il y a 6 mois", true],
  ["2026-03-20", "Vérifié il y a 8 mois", true],
  ["2016-01-01", "Vérifié il y a 10 ans", true],
])("looked at on %s: « %s », old: %s", (updatedOn, said, isOld) => {
  const freshness = freshnessOf(day(updatedOn), day("2026-11-20"));
  expect(searchWords.fr.fresh(freshness.days)).toBe(said);
  expect(freshness.isOld).toBe(isOld);
});
