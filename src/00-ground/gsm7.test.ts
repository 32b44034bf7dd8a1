import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isGsm7, smsParts, toGsm7 } from "./gsm7.ts";

describe("a text fits the alphabet of SMS, or not", () => {
  test.each([
    ["Rappel jeudi à 10h15, réponse gratuite.", true],
    ["Rappel à l'Hôtel de ville", false],
    ["Ça ne va plus ?", true],
    ["Leçon", false],
    ["Prix : 5 €", true],
    ["c’est noté", false],
    ["", true],
  ])("« %s » : %s", (text, expected) => {
    expect(isGsm7(text)).toBe(expected);
  });
});

describe("how many messages a text takes", () => {
  test.each([
    ["160 plain letters fit one", "a".repeat(160), 1],
    ["161 plain letters take two", "a".repeat(161), 2],
    ["306 plain letters fit two", "a".repeat(306), 2],
    ["307 plain letters take three", "a".repeat(307), 3],
    ["80 euro signs fit one, for each counts twice", "€".repeat(80), 1],
    ["81 euro signs take two", "€".repeat(81), 2],
    ["a euro sign is not cut between two messages: 153 × 2 places do not hold it", `${"a".repeat(152)}€${"a".repeat(152)}`, 3],
    ["70 letters with a circumflex fit one", "ê".repeat(70), 1],
    ["71 letters with a circumflex take two", "ê".repeat(71), 2],
    ["an empty text takes one", "", 1],
  ])("%s", (_, text, parts) => {
    expect(smsParts(text)).toBe(parts);
  });
});

describe("a text is written again with the alphabet of SMS", () => {
  test.each([
    ["c’est noté", "c'est noté"],
    ["Hôtel-Dieu, façade sud, cœur de ville", "Hotel-Dieu, facade sud, coeur de ville"],
    ["Noël à Évry…", "Noel à Évry..."],
    ["10\u00a0h\u00a015", "10 h 15"],
    ["merci 🙂", "merci ?"],
  ])("« %s » becomes « %s »", (text, expected) => {
    expect(toGsm7(text)).toBe(expected);
  });
  test("always inside the alphabet, and writing it again changes nothing", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const written = toGsm7(text);
        return isGsm7(written) && toGsm7(written) === written;
      }),
    );
  });
});
