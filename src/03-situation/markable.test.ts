import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { afterClick, piecesOf, segmentOf, wordFrom } from "./markable.ts";

const words = (text: string) =>
  piecesOf(text)
    .filter(({ kind }) => kind === "word")
    .map((piece) => piece.text);

test("a text is cut into words and masks, and nothing of it is lost", () => {
  expect(words("Elle va à l’Atelier, chez [NOM_1] ; 06 39.")).toEqual(["Elle", "va", "à", "l’", "Atelier,", "chez", "06", "39."]);
  expect(piecesOf("[NOM_1],")).toMatchObject([{ kind: "mask" }, { kind: "between", text: "," }]);
  fc.assert(
    fc.property(fc.array(fc.constantFrom("mot", " ", "[NOM_1]", "'", "’", "[", "]", ",", "\n", "é")), (parts) => {
      const text = parts.join("");
      expect(
        piecesOf(text)
          .map((piece) => piece.text)
          .join(""),
      ).toBe(text);
    }),
  );
});

describe("words are chosen by two clicks", () => {
  const text = "Voir Mme Ferrand, et [NOM_1] demain";
  const pieces = piecesOf(text);
  const at = (word: string) => pieces.findIndex((piece) => piece.text.startsWith(word));
  test("one, then the last; the comma is left out", () => {
    const first = afterClick(pieces, undefined, at("Mme"));
    expect(segmentOf(text, pieces, first)).toBe("Mme");
    expect(segmentOf(text, pieces, afterClick(pieces, first, at("Ferrand")))).toBe("Mme Ferrand");
  });
  test("backwards too", () => {
    const chosen = afterClick(pieces, afterClick(pieces, undefined, at("Ferrand")), at("Voir"));
    expect(segmentOf(text, pieces, chosen)).toBe("Voir Mme Ferrand");
  });
  test("a click on the only word takes it back; over a mask, it begins again", () => {
    const first = afterClick(pieces, undefined, at("Mme"));
    expect(afterClick(pieces, first, at("Mme"))).toBeUndefined();
    expect(segmentOf(text, pieces, afterClick(pieces, first, at("demain")))).toBe("demain");
  });
  test("arrows go from word to word, over the masks", () => {
    expect(wordFrom(pieces, at("et"), 1)).toBe(at("demain"));
    expect(wordFrom(pieces, at("demain"), 1)).toBe(at("demain"));
    expect(wordFrom(pieces, at("demain"), -1)).toBe(at("et"));
  });
});
