import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { makeMasker } from "./mask.ts";
import { readNameLists } from "./name-lists.ts";
import { plainLetters } from "./plain-letters.ts";

const folder = new URL("names/", import.meta.url);
const lists = readNameLists(readdirSync(folder).map((file) => readFileSync(new URL(file, folder), "utf8")));
const masker = makeMasker(lists);

const firstNames = [
  "Odette",
  "Kévin",
  "Naadia",
  "Mohamed",
  "Fatoumata",
  "Jean-Pierre",
  "Inès",
  "Léa",
  "Zoé",
  "Xhevdet",
  "Rose",
  "N'Golo",
  "Anne Sophie",
];
const surnames = [
  "Vasseur-Lamy",
  "Belhadj",
  "Le Guellec",
  "N'Diaye",
  "Ouedraogo",
  "Petit",
  "Ben Ali",
  "Śliwińska",
  "Nguyen",
  "O'Brien",
  "Da Silva",
  "Quélennec",
];
const aName = fc
  .tuple(fc.constantFrom(...firstNames), fc.constantFrom(...surnames))
  .map(([first, last]) => ({ first, last, full: `${first} ${last}` }));
const sentences: readonly (readonly [string, string])[] = [
  ["", ""],
  ["bonjour je suis ", " jai pas recu mon rsa"],
  ["J'appelle pour ", ", elle ne va pas bien."],
  ["Vu hier (", ") avec sa fille."],
  ["« ", " » a signé. Merci"],
  ["Dossier de ", " : incomplet !"],
  ["…", "… voilà 😀"],
  ["l'ami de/", "/ est parti\nce matin"],
];
const spellings: readonly ((name: string) => string)[] = [
  (name) => name,
  (name) => name.toUpperCase(),
  (name) => name.toLowerCase(),
  (name) => plainLetters(name).replaceAll("'", " "),
  (name) => name.replaceAll("-", " "),
  (name) => name.replaceAll(" ", "-"),
  (name) => name.replace(/[\s'-]/g, ""),
  (name) => plainLetters(name).replace(/[\s'-]/g, ""),
  (name) => name.normalize("NFD"),
  (name) => name.replace(/[aeiou]/i, (vowel) => vowel + vowel.toLowerCase() + vowel.toLowerCase()),
  (name) => Array.from(name.replace(/[\s'-]/g, "")).join(" "),
  (name) => Array.from(name.replace(/[\s'-]/g, "")).join("."),
];
const wordsOf = (written: string): string[] =>
  plainLetters(written)
    .split(/[^a-z]+/)
    .filter((word) => word.length > 1);
const isLetter = (character: string): boolean => /[\p{L}\p{N}]/u.test(character);
/** Every letter between `start` and `end` is inside an entity. */
const isHidden = (text: string, start: number, end: number, names: readonly string[]): boolean => {
  const { entities } = masker(text, { names });
  for (let at = start; at < end; at++)
    if (isLetter(text.charAt(at)) && !entities.some((entity) => entity.start <= at && at < entity.end)) return false;
  return true;
};

describe("no name of the file survives", () => {
  test("in any spelling, inside any sentence, whole or one of its parts", () => {
    fc.assert(
      fc.property(
        aName,
        fc.constantFrom("full" as const, "first" as const, "last" as const),
        fc.constantFrom(...spellings),
        fc.constantFrom(...sentences),
        (name, part, spell, [before, after]) => {
          const written = spell(name[part]);
          expect(isHidden(before + written + after, before.length, before.length + written.length, [name.full])).toBe(true);
        },
      ),
      { numRuns: 3_000 },
    );
  });

  test("with one wrong letter, when it has five or more, unless it becomes another word of French", () => {
    const long = [...firstNames, ...surnames, "Odette Vasseur-Lamy", "Jean-Luc Roy"].filter((name) => name.length >= 5);
    fc.assert(
      fc.property(
        fc.constantFrom(...long),
        fc.nat(),
        fc.constantFrom(...Array.from("abcdefghijklmnopqrstuvwxyz")),
        fc.constantFrom(...sentences),
        (name, where, letter, [before, after]) => {
          const at = where % name.length;
          const written = name.slice(0, at) + letter + name.slice(at + 1);
          fc.pre(!wordsOf(written).every((word) => lists["everyday-words"].has(word)));
          expect(isHidden(before + written + after, before.length, before.length + written.length, [name])).toBe(true);
        },
      ),
      { numRuns: 3_000 },
    );
  });
});

const words = fc.constantFrom(
  ..."bonjour Bonjour je suis mme Mme Monsieur Belhadj kevin Kevin DUPONT rue 12 avenue des Lilas 66000 Perpignan né le 3 mars 1961 06 39 98 41 07 0639984107 dossier n° 4418027 HP-55210 société Sopralac Ltd chez la SCI @ arobase exemple.fr kevin@courriel.example zéro six trente neuf FR00 4255 9100 0008 0123 , . ; : ( ) - ! ? … \n « » [ ] [NOM_1] [TEL] 2 51 08 99 302 118 98 M. K. et de l' d' Saint-Étienne à Transports Gaudry & Fils 😀 MÃ©lanie e\u0301te".split(
    " ",
  ),
);
const aText = fc.oneof(
  fc.array(fc.tuple(words, fc.constantFrom(" ", "", "  ", "-", ".", "\n", "'")), { maxLength: 40 }).map((parts) => parts.flat().join("")),
  fc.string({ unit: "binary", maxLength: 200 }),
  fc.string({ unit: "grapheme", maxLength: 200 }),
);

describe("whatever the text", () => {
  test("entities are in order, never overlap, and say what stands there", () => {
    fc.assert(
      fc.property(aText, (text) => {
        let from = 0;
        for (const { start, end, text: written } of masker(text).entities) {
          expect(start).toBeGreaterThanOrEqual(from);
          expect(end).toBeGreaterThan(start);
          expect(text.slice(start, end)).toBe(written);
          from = end;
        }
        expect(from).toBeLessThanOrEqual(text.length);
      }),
      { numRuns: 2_000 },
    );
  });

  test("what is outside the entities is not touched", () => {
    fc.assert(
      fc.property(aText, (text) => {
        const masked = masker(text);
        let rebuilt = masked.text;
        for (const { start, end, text: written, type } of masked.entities) {
          expect(rebuilt.slice(0, start)).toBe(text.slice(0, start));
          rebuilt = rebuilt.slice(0, start) + rebuilt.slice(start).replace(new RegExp(`^\\[${type}(_\\d+)?\\]`), () => written);
          expect(rebuilt.slice(0, end)).toBe(text.slice(0, end));
        }
        expect(rebuilt).toBe(text);
      }),
      { numRuns: 2_000 },
    );
  });

  test("masking twice changes nothing", () => {
    fc.assert(
      fc.property(aText, fc.constantFrom<string[]>([], ["Kevin Belhadj"], ["Odette Lilas"]), (text, names) => {
        const once = masker(text, { names }).text;
        expect(masker(once, { names }).text).toBe(once);
      }),
      { numRuns: 5_000 },
    );
  });
});

test.each([
  ["figures", "1 ".repeat(100_000)],
  ["one figure", "7".repeat(200_000)],
  ["capitals", "Ab ".repeat(66_000)],
  ["names", "Kevin Belhadj ".repeat(14_000)],
  ["letters apart", "k e v i n ".repeat(20_000)],
  ["hyphens", "Saint-".repeat(33_000)],
  ["addresses", "12 rue des Lilas, 66000 Perpignan ".repeat(6_000)],
  ["number words", "zéro six ".repeat(22_000)],
  ["signs of addresses", "a@".repeat(100_000)],
  ["brackets", "[NOM_".repeat(40_000)],
  ["markup", '<p class="x">Bonjour</p>\n'.repeat(8_000)],
])("200,000 characters of %s take less than two seconds", (_, text) => {
  const before = process.cpuUsage();
  masker(text, { names: ["Kevin Belhadj", "Odette Vasseur-Lamy"] });
  const { user, system } = process.cpuUsage(before);
  expect((user + system) / 1e6).toBeLessThan(2);
});
