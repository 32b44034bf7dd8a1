import { describe, expect, test } from "vitest";
import { distanceMeters } from "#engines/places";
import { pointOfLambert93 } from "./lambert93.ts";

describe("metres of the French maps become degrees", () => {
  // The origin of the projection is 46.5° N, 3° E by its definition; Angers and Allonnes are where their maps put them.
  test.each([
    ["the origin", 700_000, 6_600_000, { latitude: 46.5, longitude: 3 }, 0.5],
    ["the Cité, in Paris", 652_469.02, 6_862_035.26, { latitude: 48.853, longitude: 2.3499 }, 600],
    ["Allonnes, Maine-et-Loire", 475_198.12, 6_692_424.51, { latitude: 47.2947, longitude: 0.0272 }, 1500],
  ])("%s", (_, x, y, expected, within) => {
    const point = pointOfLambert93(x, y);
    expect(point && distanceMeters(point, expected)).toBeLessThan(within);
  });
  test.each([
    ["degrees given for metres", 2.35, 48.85],
    ["nothing", Number.NaN, Number.NaN],
    ["the other way round", 6_692_424, 475_198],
  ])("%s: no point", (_, x, y) => {
    expect(pointOfLambert93(x, y)).toBeUndefined();
  });
});
