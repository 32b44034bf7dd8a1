import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { plainText } from "./plain-text.ts";

describe("a description is read without its tags", () => {
  test.each([
    ["plain words stay as they are", "Garde  le mercredi,\n de 8 h à 18 h.", "Garde  le mercredi,\n de 8 h à 18 h."],
    ["tags go, their words stay", "<p>Garde <b>d’enfants</b></p>", "Garde d’enfants"],
    ["paragraphs and lists are lines", "<p>Ouvert :</p><ul><li>lundi</li><li>mardi</li></ul>", "Ouvert :\n– lundi\n– mardi"],
    ["entities are signs", "Caf&eacute; &amp; th&#233;&nbsp;: 3&nbsp;&euro;", "Café & thé : 3 €"],
    ["a capital stays a capital", "&Eacute;cole", "École"],
    ["a script is no description", "Garde<script>alert(1)</script> d’enfants<style>p{}</style>", "Garde d’enfants"],
    ["a script that never ends hides the rest", "Garde<script>alert(1)", "Garde"],
    ["a tag cut by the end of the cell", 'Garde <a href="https://petits-pas.exam', "Garde"],
    ["a comparison is no tag", "enfants de < 3 ans et > 6 mois", "enfants de < 3 ans et > 6 mois"],
    ["an unknown entity stays", "Dupont &zzz; fils", "Dupont &zzz; fils"],
    ["a number that is no sign is a blank", "a&#0;b&#xD800;c", "a b c"],
  ])("%s", (_, text, expected) => {
    expect(plainText(text)).toBe(expected);
  });

  test("no tag is left, whatever is written", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom("<", ">", "b", "/", "p", " ", "é", "!", "-") }),
        (text) => !/<\/?[a-z][^<>]*>/i.test(plainText(text)),
      ),
    );
  });
});
