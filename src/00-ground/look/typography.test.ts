import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { french } from "./typography.ts";

const visible = (text: string): string => text.replaceAll("\u00a0", "_");

describe("no French mark begins a line", () => {
  test.each([
    ["a space before a mark becomes unbreakable", "Une urgence ?", "Une urgence_?"],
    ["a missing space is added", "Vous dormez mal?", "Vous dormez mal_?"],
    ["quotation marks hold their words", "« Je n'ose pas »", "«_Je n'ose pas_»"],
    ["quotation marks without spaces receive them", "«Oui»", "«_Oui_»"],
    ["an amount keeps its euro", "404 € par mois", "404_€ par mois"],
    ["a share keeps its percent", "24% des personnes", "24_% des personnes"],
    ["a narrow unbreakable space becomes a wide one, which our font has", "Prêt\u202f!", "Prêt_!"],
    ["a colon that opens a sentence is held", "Bon à savoir : c'est gratuit", "Bon à savoir_: c'est gratuit"],
    ["an hour written with a colon stays whole", "10:45", "10:45"],
    ["an address stays whole", "https://tu.example/s?q=1", "https://tu.example/s?q=1"],
    ["a great number stays in one piece", "58 214 situations", "58_214 situations"],
    ["a telephone stays in one piece", "Appelez le 06 39 98 12 34", "Appelez le 06_39_98_12_34"],
    ["an hour stays in one piece", "à 16 h 30", "à 16_h_30"],
    ["a round hour stays in one piece", "avant 9 h.", "avant 9_h."],
    ["an h that begins a word is not an hour", "2 heures", "2 heures"],
    ["an answer of several marks stays together", "Quoi ?!", "Quoi_?!"],
    ["a line that begins with a mark is left alone", "? et !", "? et_!"],
    ["an empty text stays empty", "", ""],
  ])("%s", (_, written, shown) => {
    expect(visible(french(written))).toBe(shown);
  });

  const letters = fc.string({
    unit: fc.constantFrom("a", "h", "é", "1", " ", "\u00a0", "\u202f", "\n", ":", ";", "?", "!", "«", "»", "%", "€", "/", ")", '"'),
  });

  test("composing twice changes nothing", () => {
    fc.assert(fc.property(letters, (text) => french(french(text)) === french(text)));
  });

  test("nothing but spaces is added or taken", () => {
    const withoutSpaces = (text: string): string => text.replace(/[ \u00a0\u202f]/gu, "");
    fc.assert(
      fc.property(letters, (text) => {
        expect(withoutSpaces(french(text))).toBe(withoutSpaces(text));
      }),
    );
  });
});
