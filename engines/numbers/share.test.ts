import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { differenceOfShares, shareInterval } from "./share.ts";

const partOfWhole = fc
  .integer({ min: 1, max: 5000 })
  .chain((whole) => fc.record({ part: fc.integer({ min: 0, max: whole }), whole: fc.constant(whole) }));

describe("a share has Wilson's interval at 95 %", () => {
  // The classical examples of Newcombe 1998 (Statistics in Medicine 17, 857-872), quoted from memory: the article was not at hand.
  test.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])("%i of %i", (part, whole, low, high) => {
    const interval = shareInterval(part, whole);
    expect(interval?.share).toBe(part / whole);
    expect(interval?.low).toBeCloseTo(low, 4);
    expect(interval?.high).toBeCloseTo(high, 4);
  });

  test("it holds the share, stays within 0 and 1, and turns over with the complement", () => {
    fc.assert(
      fc.property(partOfWhole, ({ part, whole }) => {
        const interval = shareInterval(part, whole);
        const complement = shareInterval(whole - part, whole);
        if (interval === undefined || complement === undefined) throw new Error("no interval");
        expect(0 <= interval.low && interval.low <= interval.share && interval.share <= interval.high && interval.high <= 1).toBe(true);
        expect(interval.low).toBeCloseTo(1 - complement.high, 10);
      }),
    );
  });

  test("nothing is a share of nothing, and five are not a part of four", () => {
    expect(shareInterval(0, 0)).toBeUndefined();
    expect(() => shareInterval(5, 4)).toThrow("5 is not a part of 4");
  });
});

describe("two shares are compared with Newcombe's interval at 95 %", () => {
  // The classical examples of Newcombe 1998 (Statistics in Medicine 17, 873-890), quoted from memory: the article was not at hand.
  test.each([
    ["56/70 and 48/80", { part: 56, whole: 70 }, { part: 48, whole: 80 }, 0.0524, 0.3339, true],
    ["9/10 and 3/10", { part: 9, whole: 10 }, { part: 3, whole: 10 }, 0.1705, 0.809, true],
    ["5/56 and 0/29", { part: 5, whole: 56 }, { part: 0, whole: 29 }, -0.0381, 0.1926, false],
  ])("%s", (_, first, second, low, high, isEstablished) => {
    const interval = differenceOfShares(first, second);
    expect(interval?.low).toBeCloseTo(low, 4);
    expect(interval?.high).toBeCloseTo(high, 4);
    expect(interval?.isEstablished).toBe(isEstablished);
  });

  test("turning the question round turns the answer round", () => {
    fc.assert(
      fc.property(partOfWhole, partOfWhole, (first, second) => {
        const [there, back] = [differenceOfShares(first, second), differenceOfShares(second, first)];
        expect(there?.low).toBeCloseTo(-(back?.high ?? 0), 10);
        expect(there?.isEstablished).toBe(back?.isEstablished);
      }),
    );
  });

  test("there is no difference with nobody", () => {
    expect(differenceOfShares({ part: 0, whole: 0 }, { part: 3, whole: 10 })).toBeUndefined();
  });
});
