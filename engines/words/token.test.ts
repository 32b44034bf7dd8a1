import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readTokens } from "./token.ts";

const plain = (text: string) => readTokens(text).map((token) => token.plain);

describe("a text is read word by word, as anyone may have typed it", () => {
  test.each([
    ["elided words are two", "j'ai l’AAH", ["j'", "ai", "l'", "aah"]],
    ["even with a space", "j' ai", ["j'", "ai"]],
    ["but not « aujourd'hui »", "Aujourd’hui", ["aujourd'hui"]],
    ["a quotation is not an elision", "'Kevin'", ["'", "kevin", "'"]],
    ["« N'Diaye » is a letter and a name", "N'Diaye", ["n'", "diaye"]],
    ["hyphens part words", "Vasseur-Lamy", ["vasseur", "-", "lamy"]],
    ["letters and figures part", "7h30 2300e", ["7", "h", "30", "2300", "e"]],
    ["accents and capitals do not count", "ÉLÈVE Œuvre", ["eleve", "oeuvre"]],
    ["nor accents typed apart from their letter", "e\u0301le\u0300ve", ["eleve"]],
    ["nor soft hyphens", "Mé\u00ADlanie", ["melanie"]],
    ["another encoding is read as it was meant", "MÃ©lanie Ã‰tienne cÅ“ur jâ€™ai", ["melanie", "etienne", "coeur", "j'", "ai"]],
    ["letters of markup are letters", "Ren&eacute;e &amp; No&euml;l", ["renee", "&", "amp", ";", "noel"]],
    ["wide letters are letters", "Ｋｅｖｉｎ", ["kevin"]],
    ["figures of Arabic are figures", "٠٦", ["06"]],
    ["a sign repeated is one", "!!! ... 😀😀", ["!!!", "...", "😀😀"]],
    ["spaces of any kind are left out", "a\u00a0b\u202fc\n\td&nbsp;e", ["a", "b", "c", "d", "e"]],
    ["nothing is nothing", "", []],
  ])("%s: %s", (_, text, words) => {
    expect(plain(text)).toEqual(words);
  });

  test("a word, a number and a sign are told apart", () => {
    expect(readTokens("bât 4,").map(({ kind }) => kind)).toEqual(["word", "number", "sign"]);
  });
});

test("tokens are the text, in order, and only spaces stand between them", () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: "binary" }),
        fc.string({ unit: "grapheme" }),
        fc.string({ unit: fc.constantFrom("Ã", "©", "â", "€", "™", "'", "a", " ", "é") }),
      ),
      (text) => {
        let from = 0;
        for (const { start, end, text: written } of readTokens(text)) {
          expect(text.slice(from, start)).toMatch(/^(\s|&nbsp;)*$/u);
          expect(text.slice(start, end)).toBe(written);
          expect(end).toBeGreaterThan(start);
          from = end;
        }
        expect(text.slice(from)).toMatch(/^\s*$/u);
      },
    ),
    { numRuns: 2_000 },
  );
});
