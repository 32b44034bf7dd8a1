import fc from "fast-check";
import { expect, test } from "vitest";
import { centsFromWritten, eurosFromCents } from "./money.ts";

test.each([
  ["210", 21_000],
  ["210,50", 21_050],
  ["1 250 €", 125_000],
  ["0,1", 10],
  ["deux cents", undefined],
  ["-5", undefined],
  ["12,345", undefined],
  ["", undefined],
])("« %s »: %s", (written, cents) => {
  expect(centsFromWritten(written)).toBe(cents);
});

test("2,520 € a year", () => {
  expect(eurosFromCents(252_000, "fr").replaceAll("\u00a0", " ")).toBe("2 520 €");
});

test("what is written can be read again, to the cent", () => {
  fc.assert(fc.property(fc.integer({ min: 0, max: 999_999_999 }), (cents) => centsFromWritten(eurosFromCents(cents, "fr")) === cents));
});
