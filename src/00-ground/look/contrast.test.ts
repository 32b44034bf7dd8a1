import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { brandVerdict, contrastRatio, isHexColor, READABLE_RATIO } from "./contrast.ts";

const color = fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, "0")}`);

describe("the contrast of two colours is the one of WCAG", () => {
  test.each([
    ["black and white are as far as can be", "#000000", "#ffffff", 21],
    ["a colour and itself are as near as can be", "#0b5c6b", "#0B5C6B", 1],
    ["our ink on a page, as measured in the specification", "#17232b", "#ffffff", 16.01],
    ["our accent on a page, as measured in the specification", "#0b5c6b", "#ffffff", 7.62],
    ["the lightest grey that WCAG accepts on white", "#767676", "#ffffff", 4.54],
  ])("%s", (_, one, other, ratio) => {
    expect(contrastRatio(one, other)).toBeCloseTo(ratio, 1);
  });

  test("order does not matter, and the ratio stays between 1 and 21", () => {
    fc.assert(
      fc.property(color, color, (one, other) => {
        const ratio = contrastRatio(one, other);
        expect(ratio).toBe(contrastRatio(other, one));
        expect(ratio).toBeGreaterThanOrEqual(1);
        expect(ratio).toBeLessThanOrEqual(21);
      }),
    );
  });

  test.each(["red", "#fff", "#12345g", "#1234567", "", "#000000;}"])("« %s » is not a colour, and says so", (text) => {
    expect(isHexColor(text)).toBe(false);
    expect(() => contrastRatio(text, "#ffffff")).toThrow("is not a colour");
  });
});

describe("a commissioner's colour must be readable", () => {
  test.each([
    ["a plum carries white words", "#7a1f5c"],
    ["the grey at the limit is taken", "#767676"],
  ])("%s", (_, brand) => {
    expect(brandVerdict(brand)).toEqual({ kind: "accepted" });
  });

  test("a sunny yellow is refused, and a brown of the same hue is offered", () => {
    expect(brandVerdict("#ffcc00")).toMatchObject({ kind: "refused", nearest: "#8f7200" });
  });

  test("what is offered is accepted, keeps the hue, and is no darker than needed", () => {
    fc.assert(
      fc.property(color, (brand) => {
        const verdict = brandVerdict(brand);
        if (verdict.kind === "accepted") return;
        expect(brandVerdict(verdict.nearest)).toEqual({ kind: "accepted" });
        expect(contrastRatio(verdict.nearest, "#ffffff")).toBeLessThan(READABLE_RATIO + 0.25);
        expect(keepsOrder(brand, verdict.nearest)).toBe(true);
        expect(verdict.ratio).toBeLessThan(READABLE_RATIO);
      }),
    );
  });
});

/** The strongest channel stays the strongest, the weakest the weakest: a blue stays blue. */
const keepsOrder = (before: string, after: string): boolean =>
  pairs.every(([one, two]) => channel(before, one) > channel(before, two) || channel(after, one) <= channel(after, two));

const pairs = [0, 1, 2].flatMap((one) => [0, 1, 2].map((two) => [one, two] as const));

const channel = (color: string, position: number): number => Number.parseInt(color.slice(1 + 2 * position, 3 + 2 * position), 16);
