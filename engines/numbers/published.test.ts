import { describe, expect, test } from "vitest";
import { narrowestPublishable, published } from "./published.ts";
import { shownCount } from "./published.words.ts";

describe("observatory 8: from 0 to 10 persons, a count reads « < 11 »", () => {
  test.each(Array.from({ length: 11 }, (_, persons) => persons))("%i", (persons) => {
    expect(published(persons)).toEqual({ kind: "masked", because: "small" });
    expect(shownCount(persons)).toBe("< 11");
  });

  test("from 11 on, it is shown", () => {
    expect(published(11)).toEqual({ kind: "number", value: 11 });
    expect([shownCount(11), shownCount(1234).replace(/\s/u, " ")]).toEqual(["11", "1 234"]);
  });

  test("a count masked for another is not called small, which it is not", () => {
    expect(shownCount({ kind: "masked", because: "protects" })).toBe("masqué");
  });

  test.each([-1, 2.5, Number.NaN])("%d persons is refused", (persons) => {
    expect(() => published(persons)).toThrow("is not a count of persons");
  });
});

describe("case 66: a small count is shown at the first wider level that may be", () => {
  const levels = [
    { level: "commune", persons: 4 },
    { level: "EPCI", persons: 38 },
    { level: "département", persons: 912 },
  ];

  test("four needs in the commune are read among the 38 of the EPCI", () => {
    expect(narrowestPublishable(levels)?.level).toBe("EPCI");
  });

  test("nothing is shown when even the widest is small", () => {
    expect(narrowestPublishable(levels.slice(0, 1))).toBeUndefined();
  });
});
