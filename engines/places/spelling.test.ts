import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isOneEditFrom } from "./spelling.ts";

describe("one wrong key is forgiven", () => {
  test.each([
    ["a letter missing", "guret", "gueret", true],
    ["the last letter missing", "guere", "gueret", true],
    ["a letter too many", "guerret", "gueret", true],
    ["a letter for another", "guaret", "gueret", true],
    ["the first letter for another", "fueret", "gueret", true],
    ["two letters exchanged", "geuret", "gueret", true],
    ["two letters missing are two wrong keys", "gurt", "gueret", false],
    ["two letters changed are two wrong keys", "gaerat", "gueret", false],
    ["half a name is not a whole one", "gue", "gueret", false],
  ])("%s", (_, typed, name, is) => {
    expect(isOneEditFrom(typed, name, "whole")).toBe(is);
  });

  test("half a name with one wrong key begins the name", () => {
    expect(isOneEditFrom("villeurbn", "villeurbanne", "beginning")).toBe(true);
    expect(isOneEditFrom("vileurban", "villeurbanne", "beginning")).toBe(true);
    expect(isOneEditFrom("vileurbn", "villeurbanne", "beginning")).toBe(false);
  });

  const name = fc.stringMatching(/^[a-d]{4,9}$/);
  test("law: wherever a letter is lost, changed or added, the name is found", () => {
    fc.assert(
      fc.property(name, fc.nat(8), fc.constantFrom("lost", "changed", "added"), (whole, place, fault) => {
        const at = place % whole.length;
        const typed = whole.slice(0, at) + (fault === "lost" ? "" : "e") + whole.slice(fault === "added" ? at : at + 1);
        expect(isOneEditFrom(typed, whole, "whole")).toBe(true);
      }),
    );
  });

  test("law: a wrong key is as wrong from either side", () => {
    fc.assert(
      fc.property(name, name, (a, b) => {
        expect(isOneEditFrom(a, b, "whole")).toBe(isOneEditFrom(b, a, "whole"));
      }),
    );
  });
});
