import { describe, expect, test } from "vitest";
import { readLexicon } from "./lexicon.ts";
import { readTokens } from "./token.ts";

const lexicon = readLexicon(
  [
    `# Deux besoins, pour l'exemple.
[besoin loyer]
loyer* … (impayé*|en retard)
commandement de payer
j'ai deux mois de retard
[mot voiture]
voiture, bagnole, clio`,
  ],
  "cdmt = commandement\ncaisse = voiture",
);
const labels = (text: string): string[] => lexicon.find(lexicon.wordsOf(readTokens(text))).map(({ label }) => label);

describe("an expression is found whatever the spelling", () => {
  test.each([
    ["Le loyer est IMPAYÉ.", ["besoin loyer"]],
    ["3 loyers de suite impayes", ["besoin loyer"]],
    ["mon loyer, il est toujours en retard", ["besoin loyer"]],
    ["le loyer de la maison de ma sœur est un peu impayé", []],
    ["cdmt de payer reçu", ["besoin loyer"]],
    ["J’ai 2 mois de retard", []],
    ["j'ai deux mois de retard", ["besoin loyer"]],
    ["ma caisse et ma Clio", ["mot voiture", "mot voiture"]],
    ["Un commandement", []],
  ])("%s", (text, expected) => {
    expect(labels(text)).toEqual(expected);
  });
});

test("a figure tells its size, never its value", () => {
  expect(lexicon.wordsOf(readTokens("3 enfants, 312 € et 298 €, 06 39 98"))).toEqual([
    "0",
    "enfants",
    ",",
    "000",
    "€",
    "et",
    "000",
    "€",
    ",",
    "00",
    "00",
    "00",
  ]);
});

test("a text of a great many words takes no time of its own", () => {
  const words = lexicon.wordsOf(readTokens("loyer ".repeat(30_000)));
  expect(lexicon.find(words)).toEqual([]);
});
