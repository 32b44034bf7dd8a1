import { describe, expect, test } from "vitest";
import { maskInFile, nameWords, type NamedPerson } from "./file-tokens.ts";

const print = (word: string): string => `print of ${word}`;
const entity = (text: string, segment: string, type: "NOM" | "TEL" = "NOM") => {
  const start = text.indexOf(segment);
  return { type, start, end: start + segment.length };
};
const mask = (text: string, segments: readonly string[], named: readonly NamedPerson[] = []) =>
  maskInFile(
    text,
    segments.map((segment) => entity(text, segment)),
    named,
    print,
  );

describe("the same person keeps the same token in her file", () => {
  test("her first name, then her name, then both", () => {
    const first = mask("Awa appelle.", ["Awa"]);
    const second = mask("Awa Diallo rappelle.", ["Awa Diallo"], first.named);
    const third = mask("Mme Diallo insiste.", ["Mme Diallo"], second.named);
    expect([first.text, second.text, third.text]).toEqual(["[NOM_1] appelle.", "[NOM_1] rappelle.", "[NOM_1] insiste."]);
    expect(third.named).toEqual([{ number: 1, prints: ["print of awa", "print of diallo"] }]);
  });
  test("somebody of the same family is somebody else", () => {
    const { text, named } = mask("Awa Diallo et Karim Diallo", ["Awa Diallo", "Karim Diallo"]);
    expect(text).toBe("[NOM_1] et [NOM_2]");
    expect(mask("Karim est là", ["Karim"], named).text).toBe("[NOM_2] est là");
  });
  test("what is masked twice at one place is masked once", () => {
    const text = "chez Awa Diallo";
    const entities = [entity(text, "Awa Diallo"), entity(text, "Awa"), entity(text, "Diallo", "TEL")];
    expect(maskInFile(text, entities, [], print).text).toBe("chez [NOM_1]");
  });
});

test.each([
  ["M. Hervé d'Aulnay", ["herve", "aulnay"]],
  ["MME DE LA TOUR", ["tour"]],
  ["Madame", ["madame"]],
])("the words of « %s » that name somebody are %s", (segment, words) => {
  expect(nameWords(segment)).toEqual(words);
});
