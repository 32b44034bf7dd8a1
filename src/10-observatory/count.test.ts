import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { hiddenByParts, isShown, partOf, wholeOf } from "./count.ts";

describe("a part of a published whole", () => {
  test.each([
    ["31 of 148 are shown", 31, 148, 31],
    ["10 of 148 are not", 10, 148, "< 11"],
    ["nobody is written as few", 0, 148, "< 11"],
    ["145 of 148 would tell that 3 are not", 145, 148, "masqué"],
    ["everybody would tell that nobody is not", 148, 148, "masqué"],
    ["under 22, nothing can be cut in two", 11, 21, "masqué"],
    ["few of a few", 3, 8, "< 11"],
  ])("%s", (_, persons, whole, shown) => {
    expect(partOf(persons, wholeOf(whole))).toBe(shown);
  });

  test("more than the whole is a mistake of ours", () => {
    expect(() => partOf(12, wholeOf(11))).toThrow("12 is not a part of 11");
  });

  test("the part and the rest, when shown, both hold 11 persons", () => {
    fc.assert(
      fc.property(fc.nat(400), fc.nat(400), (a, b) => {
        const part = partOf(a, wholeOf(a + b));
        return !isShown(part) || (part >= 11 && a + b - part >= 11);
      }),
    );
  });
});

test("a whole is hidden when one of its parts would leave few outside it", () => {
  expect(hiddenByParts(wholeOf(60), [52, "< 11"]).count).toBe("masqué");
  expect(hiddenByParts(wholeOf(60), [40, "< 11"]).count).toBe(60);
});
