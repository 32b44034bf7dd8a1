import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { barLength, circleRadius, labelLines } from "./chart-geometry.ts";

describe("a bar begins at zero and tells the proportion", () => {
  test.each([
    ["half of the greatest takes half of the room", 0.12, 0.24, 400, 200],
    ["the greatest takes all the room", 0.24, 0.24, 400, 400],
    ["nothing takes nothing", 0, 0.24, 400, 0],
    ["when all is zero nothing is drawn", 0, 0, 400, 0],
  ])("%s", (_, value, greatest, room, length) => {
    expect(barLength(value, greatest, room)).toBe(length);
  });

  test("it never leaves its room", () => {
    fc.assert(
      fc.property(fc.double({ min: -1, max: 5, noNaN: true }), fc.double({ min: 0, max: 2, noNaN: true }), (value, greatest) => {
        const length = barLength(value, greatest, 300);
        expect(length).toBeGreaterThanOrEqual(0);
        expect(length).toBeLessThanOrEqual(300);
      }),
    );
  });
});

test("a share four times greater gives a circle twice as wide", () => {
  expect(circleRadius(0.24, 0.24, 56)).toBe(56);
  expect(circleRadius(0.06, 0.24, 56)).toBe(28);
});

describe("a label holds on two lines", () => {
  test.each([
    ["a short one stays on one", "Loyer impayé", ["Loyer impayé"]],
    ["a long one is cut at a space", "Énergie, alimentation, équipement", ["Énergie,", "alimentation,…"]],
    ["two lines are enough for two words", "Facture d'énergie impayée", ["Facture", "d'énergie…"]],
    ["a word without a space is cut where it must", "anticonstitutionnellement", ["anticonstitut", "ionnellement"]],
  ])("%s", (_, label, lines) => {
    expect(labelLines(label, 13).map((line) => line.length <= 13)).not.toContain(false);
    expect(labelLines(label, 13)).toHaveLength(lines.length);
    expect(labelLines(label, 13)[0]).toBe(lines[0]);
  });
});
