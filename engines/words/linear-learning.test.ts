import { expect, test } from "vitest";
import { featuresOf, tableSize } from "./features.ts";
import { readLexicon } from "./lexicon.ts";
import { learnSeparator, scoreOf } from "./linear-learning.ts";
import { readTokens } from "./token.ts";

const none = readLexicon([]);
const read = (text: string) => featuresOf(readTokens(text), none);
const rent = ["le loyer en retard", "deux loyers impayés", "mon loyer a augmenté", "retard de loyer ce mois"].map(read);
const work = [
  "mon patron me crie dessus",
  "le patron du garage",
  "ils m'ont mis au placard au travail",
  "heures de travail non payées",
].map(read);
const rows = [...rent, ...work];
const settings = { cost: 1, positiveCost: 1, rounds: 30, seed: 7, size: tableSize };

test("what was learned tells texts that were not read apart", () => {
  const separator = learnSeparator(rows, (row) => row < 4, settings);
  expect(scoreOf(separator, read("retard de loyers"))).toBeGreaterThan(0);
  expect(scoreOf(separator, read("mon patron et le travail"))).toBeLessThan(0);
});

test("the same seed gives the same weights; another one need not", () => {
  const one = learnSeparator(rows, (row) => row < 4, settings);
  expect(learnSeparator(rows, (row) => row < 4, settings)).toEqual(one);
});
