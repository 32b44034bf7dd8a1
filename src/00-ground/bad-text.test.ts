import fc from "fast-check";
import { expect, test } from "vitest";
import { holdsBadText } from "./bad-text.ts";

test.each([
  ["plain words", { name: "Awa", needs: ["loyer impayé", "garde d’enfant"] }, false],
  ["a smile", "merci 🙂", false],
  ["nothing", null, false],
  ["numbers", [1, true, undefined], false],
  ["a NUL at the end", "Awa\0", true],
  ["a NUL deep inside", { a: [{ b: "x\0y" }] }, true],
  ["a NUL in a name of field", { "a\0": 1 }, true],
  ["half of a smile", "🙂".slice(0, 1), true],
  ["bytes, which are not a text", new Uint8Array([0]), false],
])("%s", (_, value, expected) => {
  expect(holdsBadText(value)).toBe(expected);
});

test("wherever a NUL is put, it is found", () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 4 }), fc.array(fc.constantFrom("list", "record"), { maxLength: 30 }), (around, path) => {
      const hidden = path.reduce<unknown>((inner, step) => (step === "list" ? [around, inner] : { around, inner }), "a\0b");
      return holdsBadText(hidden);
    }),
  );
});

test("what is nested without end is bad, and does not exhaust the stack", () => {
  const nested = Array.from({ length: 100_000 }).reduce<unknown>((inner) => [inner], "fine");
  expect(holdsBadText(nested)).toBe(true);
});

test("what PostgreSQL would keep is let through", () => {
  fc.assert(fc.property(fc.string({ unit: "grapheme" }), (text) => holdsBadText(text) === text.includes("\0")));
});
