import { describe, expect, test } from "vitest";
import { rangeInWords } from "./amount-in-words.ts";

describe("a range of amounts, in whole euros", () => {
  test.each([
    [160_00, 230_00, "160 à 230 €"],
    [0, 403_60, "0 à 404 €"],
    [159_80, 230_10, "159 à 231 €"],
    [1_040_00, 2_350_00, "1 040 à 2 350 €"],
    [199_73, 199_81, "200 €"],
    [0, 0, "0 €"],
  ])("%i to %i cents is « %s »", (low, high, words) => {
    expect(rangeInWords(low, high).replaceAll("\u00a0", " ")).toBe(words);
  });
});
