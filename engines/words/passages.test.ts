import fc from "fast-check";
import { expect, test } from "vitest";
import { passagesOf } from "./passages.ts";
import { readTokens } from "./token.ts";

const passages = (text: string): string[] => {
  const tokens = readTokens(text);
  return passagesOf(tokens, text).map(([from, to]) => text.slice(tokens[from]?.start, tokens[to - 1]?.end));
};

test("a short text is one passage", () => {
  expect(passages("Je dors mal. Le loyer est en retard.")).toEqual(["Je dors mal. Le loyer est en retard."]);
});

test("a long one is cut between sentences", () => {
  const sentence = "Elle parle de sa mère, du chien et du jardin pendant que la pluie tombe.";
  const cut = passages(`${sentence} `.repeat(12).trim());
  expect(cut.length).toBeGreaterThan(1);
  for (const passage of cut) expect(passage.endsWith(".")).toBe(true);
});

test("law: passages follow each other, leave no word out, and none is longer than sixty", () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 2000, unit: fc.constantFrom("a", "b", " ", ".", "\n", "é", "!", "1") }), (text) => {
      const tokens = readTokens(text);
      let next = 0;
      for (const [from, to] of passagesOf(tokens, text)) {
        expect(from).toBe(next);
        expect(to - from).toBeLessThanOrEqual(60);
        next = to;
      }
      expect(next).toBe(tokens.length);
    }),
  );
});
