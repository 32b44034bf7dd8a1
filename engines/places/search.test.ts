import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Commune } from "./commune.ts";
import { knownFrom, likeness, wantedFrom } from "./likeness.ts";
import { plainName } from "./plain-name.ts";
import { makeSearch } from "./search.ts";
import { makeSieve } from "./sieve.ts";

const departements: Readonly<Record<string, string>> = {
  ...{ "01": "Ain", "11": "Aude", "16": "Charente", "18": "Cher", "2A": "Corse-du-Sud", "26": "Drôme", "38": "Isère", "42": "Loire" },
  ...{
    "75": "Paris",
    "76": "Seine-Maritime",
    "92": "Hauts-de-Seine",
    "93": "Seine-Saint-Denis",
    "94": "Val-de-Marne",
    "974": "La Réunion",
  },
};
const commune = (code: string, name: string, postalCode: string, population: number): Commune => {
  const departement = code.startsWith("97") ? code.slice(0, 3) : code.slice(0, 2);
  return {
    ...{
      code,
      name,
      departement: { code: departement, name: departements[departement] ?? "" },
      region: "",
      postalCodes: [postalCode],
      population,
    },
    ...{ point: { latitude: 46, longitude: 2 }, pointFrom: "town", otherCodes: [] },
  };
};
const communes = [
  commune("01328", "Romans", "01400", 700),
  commune("26281", "Romans-sur-Isère", "26100", 33_000),
  commune("38563", "Voiron", "38500", 20_500),
  commune("38185", "Grenoble", "38000", 157_000),
  commune("92051", "Neuilly-sur-Seine", "92200", 59_500),
  commune("93049", "Neuilly-Plaisance", "93360", 21_900),
  commune("93066", "Saint-Denis", "93200", 149_000),
  commune("97411", "Saint-Denis", "97400", 155_000),
  commune("11339", "Saint-Denis", "11310", 500),
  commune("42218", "Saint-Étienne", "42000", 173_000),
  commune("94038", "L'Haÿ-les-Roses", "94240", 31_500),
  commune("76351", "Le Havre", "76600", 166_000),
  commune("18033", "Bourges", "18000", 64_000),
  commune("18031", "Bouges", "18500", 200),
  commune("2A004", "Ajaccio", "20000", 73_800),
  commune("75056", "Paris", "75001", 2_100_000),
  commune("16052", "Bors (Canton de Tude-et-Lavalette)", "16190", 100),
  commune("16053", "Bors (Canton de Charente-Sud)", "16360", 90),
];
const search = makeSearch(communes);
const codes = (text: string, departement?: string): string[] => search(text, departement ? { departement } : {}).map(({ code }) => code);

describe("a commune is found as people say or type it", () => {
  test.each([
    ["in capitals without accents", "SAINT ETIENNE", "42218"],
    ["with « St »", "st-étienne", "42218"],
    ["without its apostrophe", "lhay les roses", "94038"],
    ["without its article", "hay les roses", "94038"],
    ["by any two of its words", "roses hay", "94038"],
    ["without its spaces", "LEHAVRE", "76351"],
    ["by its first word", "neuilly", "92051"],
    ["by half its name", "greno", "38185"],
    ["with a letter missing", "grnoble", "38185"],
    ["with a wrong letter", "grenable", "38185"],
    ["with two letters exchanged", "voirno", "38563"],
    ["by half a name with a letter missing", "romns sur is", "26281"],
    ["by its postal code", "94240", "94038"],
    ["by the beginning of its postal code", "9424", "94038"],
    ["by name and postal code", "Voiron 38500", "38563"],
    ["by name and code of département", "Neuilly 93", "93049"],
    ["by name and code of département in Corse", "Ajaccio (2A)", "2A004"],
    ["by name and code of département overseas", "st denis 974", "97411"],
    ["by name and name of département", "Saint-Denis Réunion", "97411"],
    ["with a CEDEX that no commune bears", "Grenoble 38025 CEDEX 1", "38185"],
    ["with the number of an arrondissement", "Paris 11e arrondissement", "75056"],
  ])("%s", (_, text, code) => {
    expect(codes(text)[0]).toBe(code);
  });

  test.each([
    ["nothing typed", "  "],
    ["nothing but signs", "!?"],
    ["a postal code that nobody has", "12345"],
    ["a name that nobody has", "Zzyzx"],
  ])("%s finds nobody", (_, text) => {
    expect(codes(text)).toEqual([]);
  });
});

describe("the likeliest comes first, and none is hidden", () => {
  test("the large town that begins so comes before the village so named, which follows", () => {
    expect(codes("romans")).toEqual(["26281", "01328"]);
  });

  test("what is written exactly comes before what merely resembles it", () => {
    expect(codes("bouges").slice(0, 2)).toEqual(["18031", "18033"]);
  });

  test("of three namesakes, the most populous comes first", () => {
    expect(codes("saint denis")).toEqual(["97411", "93066", "11339"]);
  });

  test("but the one of the caller's département before it, even a village", () => {
    expect(codes("saint denis", "11")[0]).toBe("11339");
    expect(codes("neuilly", "93")[0]).toBe("93049");
  });

  test("namesakes told apart by brackets are both whole names", () => {
    expect(codes("bors").slice(0, 2)).toEqual(["16052", "16053"]);
    expect(codes("bors canton de charente sud")).toEqual(["16053"]);
  });

  test("a whole name is given even when there is room for one only", () => {
    expect(search("Romans", { limit: 1 }).map(({ code }) => code)).toEqual(["01328"]);
  });

  test("no more than asked", () => {
    expect(search("saint", { limit: 2 })).toHaveLength(2);
    expect(search("saint", { limit: 0 })).toEqual([]);
  });
});

describe("laws", () => {
  const one = fc.constantFrom(...communes);

  test("every commune is found by its whole name, and by that name with one letter lost", () => {
    fc.assert(
      fc.property(one, fc.nat(30), ({ code, name }, at) => {
        const plain = plainName(name.replace(/ \(.*/, ""));
        const place = at % plain.length;
        expect(codes(name)).toContain(code);
        if (plain.length > 5) expect(codes(plain.slice(0, place) + plain.slice(place + 1))).toContain(code);
      }),
    );
  });

  test("the sieve never puts aside a name that resembles", () => {
    const word = fc.stringMatching(/^[a-c]{1,4}( [a-c]{1,3})?$/);
    fc.assert(
      fc.property(word, word, (text, name) => {
        const [wanted, known] = [wantedFrom(text), knownFrom(name)];
        if (likeness(wanted, known)) expect(makeSieve([known.traits])(wanted.traits, 0)).toBe(true);
      }),
      { numRuns: 5_000 },
    );
  });
});
