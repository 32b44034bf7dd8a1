import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isDominated } from "#engines/numbers";
import type { Departement } from "./departement.ts";
import { placeCells } from "./place.ts";
import { personsIn, type CellTally } from "./tally.ts";

const aquitaine = { code: "75", name: "Nouvelle-Aquitaine" };
const alpes = { code: "84", name: "Auvergne-Rhône-Alpes" };
const list: readonly Departement[] = [
  { code: "23", name: "Creuse", region: aquitaine },
  { code: "19", name: "Corrèze", region: aquitaine },
  { code: "87", name: "Haute-Vienne", region: aquitaine },
  { code: "33", name: "Gironde", region: aquitaine },
  { code: "38", name: "Isère", region: alpes },
  { code: "73", name: "Savoie", region: alpes },
];

/** Persons heard by two organisations in equal parts, or by one alone. */
const cell = (code: string | undefined, persons: number, isAlone = false): CellTally => ({
  code,
  byContributor: isAlone ? { m1: persons } : { m1: Math.ceil(persons / 2), c2: Math.floor(persons / 2) },
});
const shown = (tallies: readonly CellTally[]): string[] => placeCells(tallies, list).map(({ name, persons }) => `${name} ${persons}`);

describe("case 66: small cells are shown at a wider level", () => {
  test.each([
    [
      "given 4 persons in Creuse and 9 beside it, then they are told with the rest of their region",
      [cell("23", 4), cell("19", 9), cell("33", 40), cell("38", 60), cell("73", 30)],
      ["Isère 60", "Gironde 40", "Savoie 30", "Nouvelle-Aquitaine 13"],
    ],
    [
      "given 4 persons only in the rest of the region, then they go with the rest of France, and the smallest place with them",
      [cell("23", 4), cell("33", 40), cell("38", 60), cell("73", 30)],
      ["Isère 60", "Gironde 40", "Reste de la France 34"],
    ],
    [
      "given a département heard by one organisation only, then it is not shown alone (dominance)",
      [cell("23", 40, true), cell("33", 40), cell("38", 60), cell("73", 30)],
      ["Isère 60", "Gironde 40", "Reste de la France 70"],
    ],
    ["given few persons everywhere, then France only", [cell("23", 4), cell("38", 9), cell(undefined, 20)], ["France 33"]],
    [
      "given two départements alone in their region, whose sum would say much of each, then they go with the rest of France",
      [cell("38", 8), cell("73", 9), cell("33", 50)],
      ["Gironde 50", "Reste de la France 17"],
    ],
  ])("%s", (_, tallies, places) => {
    expect(shown(tallies)).toEqual(places);
  });

  test("a region says which départements are counted in it", () => {
    const [, , , region] = placeCells([cell("23", 4), cell("19", 9), cell("33", 40), cell("38", 60), cell("73", 30)], list);
    expect(region).toMatchObject({ level: "region", includes: ["Corrèze", "Creuse", "Haute-Vienne"] });
  });

  test("everybody is somewhere, once; no place is small, nor the work of one organisation", () => {
    const tallies = fc.tuple(
      ...[...list.map(({ code }) => code), undefined].map((code) => fc.record({ code: fc.constant(code), m1: fc.nat(40), c2: fc.nat(40) })),
    );
    fc.assert(
      fc.property(tallies, (cells) => {
        const given = cells.map(({ code, m1, c2 }): CellTally => ({ code, byContributor: { m1, c2 } }));
        const places = placeCells(given, list);
        const sum = places.reduce((total, { persons }) => total + persons, 0);
        expect(sum).toBe(given.reduce((total, each) => total + personsIn(each), 0));
        if (places.length === 1) return;
        for (const place of places) {
          expect(place.persons).toBeGreaterThanOrEqual(11);
          const codes =
            place.level === "departement" ? [place.code] : list.filter(({ name }) => place.includes.includes(name)).map(({ code }) => code);
          const known = given.filter(({ code }) => code !== undefined && codes.includes(code));
          if (place.level !== "france")
            expect(isDominated(["m1", "c2"].map((id) => known.reduce((total, each) => total + (each.byContributor[id] ?? 0), 0)))).toBe(
              false,
            );
        }
      }),
    );
  });
});
