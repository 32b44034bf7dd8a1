import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { phoneInPairs, phoneMasked, readPhone } from "./phone.ts";

describe("a telephone is read however it is written", () => {
  test.each([
    ["06 39 98 12 34", "+33639981234"],
    ["06.39.98.12.34", "+33639981234"],
    ["06/39.98 12-34", "+33639981234"],
    ["+33 6 39 98 12 34", "+33639981234"],
    ["0033639981234", "+33639981234"],
    ["+33 (0)6 39 98 12 34", "+33639981234"],
    ["33639981234", "+33639981234"],
    ["3114", "3114"],
  ])("« %s »", (written, value) => {
    expect(readPhone(written)?.value).toBe(value);
  });

  test.each([
    "",
    "bonjour",
    "06 39 98 12",
    "06 39 98 12 34 5",
    "00 00 00 00 00",
    "0639981234 ou 0639985678",
    "١٢٣",
    "+",
    "12345678901234567890",
  ])("« %s » is no telephone", (written) => {
    expect(readPhone(written)).toBeUndefined();
  });

  test("reading never fails, and what was read is read again the same", () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 40 }), (written) => {
        const value = readPhone(written)?.value;
        if (value !== undefined) expect(readPhone(value)?.value).toBe(value);
      }),
    );
  });
});

test("it is shown in pairs, and masked in the middle", () => {
  expect(phoneInPairs("+33639981234")).toBe("06 39 98 12 34");
  expect(phoneMasked("+33639981234")).toBe("06 ·· ·· 12 34");
});
