import { describe, expect, test } from "vitest";
import { isInFrance } from "./france.ts";

describe("a position that cannot be in France is refused", () => {
  test.each([
    ["Paris", 48.8566, 2.3522, true],
    ["Ouessant", 48.457, -5.096, true],
    ["Bonifacio", 41.387, 9.159, true],
    ["Cayenne", 4.937, -52.33, true],
    ["Saint-Denis (La Réunion)", -20.8789, 55.4481, true],
    ["Mamoudzou", -12.7806, 45.2279, true],
    ["Saint-Pierre (Saint-Pierre-et-Miquelon)", 46.7811, -56.1764, true],
    ["Papeete", -17.5516, -149.5585, true],
    ["Nouméa", -22.2758, 166.458, true],
    ["Paris with latitude and longitude swapped", 2.3522, 48.8566, false],
    ["Papeete swapped", -149.5585, -17.5516, false],
    ["zero and zero, the place of empty cells", 0, 0, false],
    ["the bay of Biscay", 45.5, -4, false],
    ["between Marseille and Corse", 42.4, 6.5, false],
    ["London", 51.5074, -0.1278, false],
    ["Madrid", 40.4168, -3.7038, false],
    ["no number at all", NaN, NaN, false],
  ])("%s", (_, latitude, longitude, is) => {
    expect(isInFrance({ latitude, longitude })).toBe(is);
  });
});
