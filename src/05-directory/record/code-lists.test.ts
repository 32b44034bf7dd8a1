import { expect, test } from "vitest";
import { categories, networks, themes, themesUnder } from "./code-lists.ts";
import { codeWords } from "./code-lists.words.ts";

test("the lists are those of version 1.0.8 of the national format", () => {
  expect([themes.length, categories.length, networks.length]).toEqual([69, 16, 108]);
});

test("every theme has words of ours", () => {
  expect(themes.filter((theme) => !codeWords.knowsTheme(theme))).toEqual([]);
});

test("a category stands for its themes", () => {
  expect(themesUnder("lecture-ecriture-calcul")).toEqual([
    "lecture-ecriture-calcul--maitriser-le-calcul",
    "lecture-ecriture-calcul--maitriser-le-francais",
  ]);
  expect(themesUnder("sante--addictions")).toEqual(["sante--addictions"]);
  expect(themesUnder("inconnu")).toEqual([]);
});
