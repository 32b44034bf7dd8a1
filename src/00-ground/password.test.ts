import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { passwordVerdict } from "./password.ts";

const about = { name: "Inès Caron", mail: "ines.caron@mutuelle.example" };
const verdict = (password: string) => passwordVerdict(password, about);

describe("a password is taken when it holds something of one’s own", () => {
  test.each([
    "un marron chaud au balcon",
    "violon-brouette-cactus-lune",
    "kR7pWq2mZx9vTn",
    "Ma grand-mère pêchait à Concarneau",
    "ʘʘ éléphant rose 42 fois",
  ])("« %s »", (password) => {
    expect(verdict(password)).toEqual({ kind: "accepted" });
  });
});

describe("a password is refused, and the sentence says why", () => {
  test.each([
    ["too short", "brouettecact", "14 caractères"],
    ["empty", "", "14 caractères"],
    ["too long", "brouette cactus ".repeat(20), "200 caractères"],
    ["one letter", "aaaaaaaaaaaaaaaa", "répète"],
    ["a word again and again", "chatonchatonchaton", "répète"],
    ["rows of keys", "azertyuiopqsdfghjklm", "deviner"],
    ["digits in a row", "12345678901234567", "deviner"],
    ["a known word and a date", "MotDePasse-2026!!", "deviner"],
    ["a known word in disguise", "M0tDeP@$$e-2026!", "deviner"],
    ["one’s name", "InèsCaron-20/11/1990", "deviner"],
    ["one’s address", "ines.caron@mutuelle", "deviner"],
    ["the house", "Trait-d’union-2026", "deviner"],
    ["a month and a year", "Novembre2026Novembre2026", "deviner"],
  ])("%s: « %s »", (_, password, expected) => {
    const answer = verdict(password);
    expect(answer.kind === "refused" && answer.sentence).toContain(expected);
  });
  test("whatever has fewer than 14 signs", () => {
    fc.assert(fc.property(fc.string({ unit: "grapheme-ascii", maxLength: 13 }), (password) => verdict(password).kind === "refused"));
  });
});
