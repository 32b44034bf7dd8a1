import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { excerptOf, hasNewWords, pairsIn } from "./danger-told.ts";

// A danger answered no is known again by the words that were shown: otherwise the question would come back for ever, and nothing would close.

const word = fc.constantFrom("veut", "mourir", "ce", "soir", "l’a", "dit", "frappée", "Œil", "3", "cachets", "«", "»", "–", "😀");
const between = fc.constantFrom(" ", "  ", "\n", "\r\n", " \n\n ", ", ", ". ", " ! ", "… ", "\t", "\u00a0");
const notes = fc.array(fc.tuple(word, between), { minLength: 1, maxLength: 60 });

describe("the words shown with a question hold all that told it", () => {
  test("whatever lines and signs stand between them", () => {
    fc.assert(
      fc.property(notes, fc.nat(), fc.nat(), (pieces, one, other) => {
        const text = pieces.flat().join("");
        const starts = pieces.map((_, at) => pieces.slice(0, at).flat().join("").length);
        const [from, to] = [one % pieces.length, other % pieces.length].toSorted((a, b) => a - b) as [number, number];
        const [start, end] = [starts[from] as number, (starts[to] as number) + (pieces[to]?.[0].length ?? 0)];
        const shown = excerptOf(text, start, end);
        expect(hasNewWords(pairsIn(text, start, end), new Set(pairsIn(shown))) && pairsIn(text, start, end).length > 0).toBe(false);
      }),
      { numRuns: 2_000 },
    );
  });
  test("two lines of notes stay two lines", () => {
    const text = "Loyer payé\nelle veut\nmourir ce soir";
    expect(excerptOf(text, text.indexOf("veut"), text.indexOf(" ce"))).toBe("elle veut\nmourir ce soir");
  });
});
