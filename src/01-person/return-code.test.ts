import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { drawReturnCode, readReturnCode, returnCodeInGroups } from "./return-code.ts";

describe("a return code", () => {
  test("is sixteen figures, and bytes that would favour some are thrown away", () => {
    const bytes = [255, 254, 250, 249, 0, 10, 123];
    expect(drawReturnCode(() => Buffer.from(bytes))).toBe("9003".repeat(4));
  });
  test("is read in groups of four", () => {
    expect(returnCodeInGroups("1234567890123456")).toBe("1234\u00a05678\u00a09012\u00a03456");
  });
  test.each([
    ["1234 5678 9012 3456", "1234567890123456"],
    ["1234-5678-9012-3456", "1234567890123456"],
    ["1234567890123456", "1234567890123456"],
    ["06 39 98 12 34", undefined],
    ["12345678901234567", undefined],
    ["4F-2817", undefined],
  ])("« %s » is read %s", (typed, code) => {
    expect(readReturnCode(typed)).toBe(code);
  });
  test("read back as it was said, it is the same", () => {
    fc.assert(fc.property(fc.stringMatching(/^\d{16}$/), (code) => readReturnCode(returnCodeInGroups(code)) === code));
  });
});
