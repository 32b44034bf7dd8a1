import { describe, expect, test } from "vitest";
import { isDominated } from "./dominance.ts";

describe("observatory 11: a commissioner does not see itself alone", () => {
  test.each([
    ["86 of 100 persons come from one", [86, 10, 4], true],
    ["85 of 100 is not more than 85 %", [85, 15], false],
    ["two halves", [50, 50], false],
    ["alone", [40], true],
    ["the order does not count", [4, 10, 86], true],
    ["nobody at all", [0, 0], false],
    ["no contributor", [], false],
  ])("%s", (_, persons, dominated) => {
    expect(isDominated(persons)).toBe(dominated);
  });
});
