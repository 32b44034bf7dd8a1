import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { faultOfSegment, findSegment, replaceSegment, surroundings } from "./segment.ts";
import { isEverydayWord } from "./words.source.ts";

describe("a segment is found wherever it stands", () => {
  test.each([
    ["as it was marked", "Elle voit Ferrand demain.", "Ferrand", "Elle voit [NOM_1] demain."],
    ["in any case", "FERRAND, puis ferrand.", "Ferrand", "[NOM_1], puis [NOM_1]."],
    ["with or without accents", "chez Hélène et chez Helene", "Hélène", "chez [NOM_1] et chez [NOM_1]"],
    ["over two lines", "rue des\n  Lilas", "rue des Lilas", "[NOM_1]"],
    ["with either apostrophe", "l’Atelier d’Ana", "l'Atelier d'Ana", "[NOM_1]"],
    ["at the end", "avec Œdipe", "oedipe", "avec [NOM_1]"],
    ["never inside a word", "une ferrandaise", "Ferrand", "une ferrandaise"],
    ["never inside a mask", "[NOM_2] et le nom", "nom", "[NOM_2] et le [NOM_1]"],
  ])("%s", (_, text, segment, expected) => {
    expect(replaceSegment(text, segment, "[NOM_1]")).toBe(expected);
  });

  test("what is replaced is not found again, and nothing else is touched", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 60 }), fc.stringMatching(/^[a-zé]{3,8}$/), (around, segment) => {
        const text = `${around} ${segment} ${around}`;
        const replaced = replaceSegment(text, segment, "[TEL]");
        expect(findSegment(replaced, segment)).toEqual([]);
        const kept = findSegment(text, segment).reduce((length, { start, end }) => length - (end - start) + "[TEL]".length, text.length);
        expect(replaced).toHaveLength(kept);
      }),
    );
  });
});

test.each([
  ["a", "too-short"],
  ["…  !", "too-short"],
  ["voir [NOM_1] Ferrand", "holds-mask"],
  ["x".repeat(201), "too-long"],
  ["Ly", undefined],
  ["le", "too-common"],
  ["CAF", "too-common"],
  ["Rose", "too-common"],
  ["Il y a", "too-common"],
  ["12", "too-common"],
  ["le 12", "too-common"],
  ["Mme Rose", undefined],
  ["Les Ailes", undefined],
  ["rose zorglub", undefined],
  ["4418", undefined],
  ["12 rue des Lilas", undefined],
])("« %s » may be marked: %s", (segment, fault) => {
  expect(faultOfSegment(segment, isEverydayWord)).toBe(fault);
});

test("surroundings are cut between two words", () => {
  const text = "Elle a vu la semaine passée Ferrand qui lui a dit de revenir avec son contrat.";
  const at = text.indexOf("Ferrand");
  expect(surroundings(text, { start: at, end: at + 7 }, 12)).toEqual({ before: "passée ", after: " qui lui a" });
});
