import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { offersToRecover, reliabilityOf, weightOf, type PastOffer } from "./reliability.ts";

const offers = (count: number, kept: boolean): PastOffer[] => Array.from({ length: count }, () => ({ kept }));

describe("case 32: the weight is a half while fewer than 80 % of the last 50 offers were kept", () => {
  test.each([
    ["TDT keeps 30 of 50", [...offers(20, false), ...offers(30, true)], { weight: 0.5, kept: 30, outOf: 50, offersToRecover: 10 }],
    ["40 of 50 is 80 %", [...offers(10, false), ...offers(40, true)], { weight: 1, kept: 40, outOf: 50, offersToRecover: 0 }],
    [
      "39 of 50 is not; the first to leave was broken",
      [...offers(11, false), ...offers(39, true)],
      { weight: 0.5, kept: 39, outOf: 50, offersToRecover: 1 },
    ],
    [
      "39 of 50, the broken ones recent",
      [...offers(39, true), ...offers(11, false)],
      { weight: 0.5, kept: 39, outOf: 50, offersToRecover: 40 },
    ],
    [
      "38 of 48 is 79 %, not yet enough",
      [...offers(10, false), ...offers(38, true)],
      { weight: 0.5, kept: 38, outOf: 48, offersToRecover: 2 },
    ],
    [
      "what is older than 50 offers is forgotten",
      [...offers(50, false), ...offers(50, true)],
      { weight: 1, kept: 50, outOf: 50, offersToRecover: 0 },
    ],
    ["nine offers, all broken: nobody is judged", offers(9, false), { weight: 1, kept: 0, outOf: 9, offersToRecover: 0 }],
    ["ten offers, seven kept", [...offers(3, false), ...offers(7, true)], { weight: 0.5, kept: 7, outOf: 10, offersToRecover: 5 }],
    ["no offer yet", [], { weight: 1, kept: 0, outOf: 0, offersToRecover: 0 }],
  ])("%s", (_, past, expected) => {
    expect(reliabilityOf(past)).toEqual(expected);
  });
});

test("the way back is true: that many offers kept bring the weight back, one fewer does not, and never more than 40", () => {
  fc.assert(
    fc.property(fc.array(fc.record({ kept: fc.boolean() }), { maxLength: 80 }), (past) => {
      const more = offersToRecover(past);
      expect(weightOf([...past, ...offers(more, true)])).toBe(1);
      if (more > 0) expect(weightOf([...past, ...offers(more - 1, true)])).toBe(0.5);
      expect(more).toBeLessThanOrEqual(40);
    }),
  );
});
