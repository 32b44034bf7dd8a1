import { describe, expect, test } from "vitest";
import { bandOf, notUsedIn } from "./not-used.ts";
import type { RightShown } from "./rights.contract.ts";

const right = (given: Partial<RightShown>): RightShown => ({
  right: "rsa",
  state: "acquired",
  period: "month",
  lowCents: 40_000,
  highCents: 40_000,
  likelyCents: 40_000,
  health: [],
  received: "no",
  lostLowCents: 40_000,
  lostHighCents: 40_000,
  missing: [],
  doubts: [],
  ...given,
});

describe("a right that is not used", () => {
  test("is acquired, and somebody answered that it is not received", () => {
    expect(notUsedIn([right({})])).toEqual([{ right: "rsa", band: "300-599" }]);
  });
  test.each([
    ["only probable", right({ state: "uncertain" })],
    ["received", right({ received: "yes" })],
    ["nobody knows whether it is received", right({ received: "unknown" })],
  ])("is none when %s", (_, given) => {
    expect(notUsedIn([given])).toEqual([]);
  });
});

describe("the band of an amount never tells it", () => {
  test.each([
    [0, "month", "under-50"],
    [49_99, "month", "under-50"],
    [50_00, "month", "50-149"],
    [299_99, "month", "150-299"],
    [600_00, "month", "600-plus"],
    [426_00, "year", "under-50"],
    [600_00, "year", "50-149"],
  ] as const)("%i cents a %s: %s", (cents, period, band) => {
    expect(bandOf(cents, period)).toBe(band);
  });
});
