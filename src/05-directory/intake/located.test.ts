import { describe, expect, test } from "vitest";
import type { DeclaredPlace } from "./draft.ts";
import { gazetteer } from "../record/gazetteer.source.ts";
import { locate } from "./located.ts";

const nothing: DeclaredPlace = {
  street: undefined,
  extra: undefined,
  postalCode: undefined,
  communeName: undefined,
  communeCode: undefined,
  latitude: undefined,
  longitude: undefined,
};
const places = gazetteer();

describe("a place is recognised, or what was put right is said", () => {
  test.each<[string, Partial<DeclaredPlace>, string | undefined, string | undefined, readonly string[]]>([
    ["a point that may be right is kept", { communeCode: "38563", latitude: 45.36, longitude: 5.59 }, "Voiron", "source", []],
    ["without a point, the commune's centre", { communeCode: "38563" }, "Voiron", "commune", []],
    ["by postal code and name", { postalCode: "23000", communeName: "GUERET CEDEX" }, "Guéret", "commune", []],
    ["swapped", { communeCode: "38563", latitude: 5.59, longitude: 45.36 }, "Voiron", "commune", ["swapped"]],
    ["in the Atlantic", { communeCode: "38563", latitude: 46, longitude: -20 }, "Voiron", "commune", ["outside-france"]],
    ["at the point zero", { communeCode: "38563", latitude: 0, longitude: 0 }, "Voiron", "commune", ["outside-france"]],
    [
      "a metric projection taken for degrees",
      { communeCode: "38563", latitude: 6692424, longitude: 475198 },
      "Voiron",
      "commune",
      ["outside-france"],
    ],
    ["half a point", { communeCode: "38563", latitude: 45.36 }, "Voiron", "commune", ["half-a-point"]],
    [
      "in France, but at the other end",
      { communeCode: "38563", latitude: 48.4, longitude: -4.5 },
      "Voiron",
      "commune",
      ["far-from-commune"],
    ],
    [
      "a code that does not exist, found by the postal code",
      { communeCode: "99999", postalCode: "38500", communeName: "Voiron" },
      "Voiron",
      "commune",
      ["unknown-commune-code"],
    ],
    ["a code that does not exist, and nothing else", { communeCode: "99999" }, undefined, undefined, ["unknown-commune-code", "no-place"]],
    ["an old code leads to today's commune", { communeCode: "75056" }, "Paris", "commune", []],
    ["an arrondissement leads to its town", { communeCode: "75101", latitude: 48.86, longitude: 2.34 }, "Paris", "source", []],
    ["far in a wide commune of Guyane", { communeCode: "97353", latitude: 2.9, longitude: -54 }, "Maripasoula", "source", []],
    ["nothing given, nothing said", {}, undefined, undefined, []],
  ])("%s", (_, given, name, from, remarks) => {
    const located = locate({ ...nothing, ...given }, places);
    expect(located.commune?.name).toBe(name);
    expect(located.point?.from).toBe(from);
    expect(located.remarks).toEqual(remarks);
  });
});
