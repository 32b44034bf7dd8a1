import { describe, expect, test } from "vitest";
import { communesFrom } from "./communes-from.ts";
import type { CommuneSources, EtalabCommune, GeonamesCity } from "./open-lists.ts";

const commune = (code: string, nom: string, more: Partial<EtalabCommune> = {}): EtalabCommune => ({
  ...{ code, nom, type: "commune-actuelle", departement: "23", region: "75", codesPostaux: ["23000"], population: 500 },
  ...more,
});
const city = (name: string, muniSub: string, latitude: number, longitude: number, more: Partial<GeonamesCity> = {}): GeonamesCity => ({
  ...{ name, muniSub, country: "FR", featureCode: "PPL", adminCode: "75", population: 2_000, loc: { coordinates: [longitude, latitude] } },
  ...more,
});
const creuse: CommuneSources = {
  communes: [
    commune("23096", "Guéret", { population: 12_955, anciensCodes: ["23999"] }),
    commune("23186", "Sainte-Feyre", { codesPostaux: ["23000"] }),
    commune("23107", "Jouillat", { codesPostaux: ["23220"] }),
    commune("23043", "Chambon-sur-Voueize", { codesPostaux: ["23170"] }),
  ],
  epci: [{ code: "200034825", nom: "CA du Grand Guéret", membres: [{ code: "23096" }, { code: "23186" }, { code: "23107" }] }],
  departements: [{ code: "23", nom: "Creuse" }],
  cities: [city("Guéret", "23096", 46.17, 1.87)],
};
const only = (sources: CommuneSources, code: string) => communesFrom(sources).find((one) => one.code === code);

describe("a commune carries what tells it from another", () => {
  test("département, region, intercommunality, postal codes, population and point", () => {
    expect(only(creuse, "23096")).toEqual({
      code: "23096",
      name: "Guéret",
      departement: { code: "23", name: "Creuse" },
      region: "75",
      epci: { code: "200034825", name: "CA du Grand Guéret" },
      postalCodes: ["23000"],
      population: 12_955,
      point: { latitude: 46.17, longitude: 1.87 },
      pointFrom: "town",
      otherCodes: ["23999"],
    });
  });

  test.each([
    ["without a town, it takes the towns of its postal code", "23186", "postal-code"],
    ["else those of its intercommunality", "23107", "epci"],
    ["else those of its département", "23043", "departement"],
  ])("%s", (_, code, pointFrom) => {
    expect(only(creuse, code)).toMatchObject({ pointFrom, point: { latitude: 46.17, longitude: 1.87 } });
  });

  test("two towns of one postal code give the middle", () => {
    const cities = [city("Guéret", "23096", 46, 2), city("Sainte-Feyre", "23186", 46.2, 1.8)];
    const communes = [...creuse.communes, commune("23193", "Saint-Fiel")];
    const { point } = only({ ...creuse, communes, cities }, "23193") ?? {};
    expect(point?.latitude).toBeCloseTo(46.1);
    expect(point?.longitude).toBeCloseTo(1.9);
  });

  test("a département where no town is known is an error, with its code", () => {
    expect(() => communesFrom({ ...creuse, cities: [] })).toThrow("commune 23096 has no point");
  });
});

describe("only communes of today where people live are given", () => {
  const communes = [
    ...creuse.communes,
    commune("23500", "Bourg-Lointain", { type: "commune-deleguee", chefLieu: "23096" }),
    commune("23501", "Vieux-Bourg", { type: "commune-associee", chefLieu: "23186" }),
    { code: "98413", nom: "Archipel des Crozet", type: "commune-actuelle", departement: "984", region: "984" } as const,
  ];

  test("parts and former communes lead to theirs", () => {
    expect(communesFrom({ ...creuse, communes }).map(({ code, otherCodes }) => [code, ...otherCodes])).toEqual([
      ["23096", "23500", "23999"],
      ["23186", "23501"],
      ["23107"],
      ["23043"],
    ]);
  });
});

describe("which town speaks for a commune", () => {
  const pointOf = (...cities: GeonamesCity[]) => only({ ...creuse, cities }, "23096")?.point.latitude;

  test.each([
    [
      "the one that bears its name, even if smaller",
      [city("Guéret", "23096", 1, 0, { population: 10 }), city("Ailleurs", "23096", 2, 0)],
      1,
    ],
    ["else its seat", [city("Ici", "23096", 1, 0, { featureCode: "PPLA3", population: 10 }), city("Là", "23096", 2, 0)], 1],
    ["else the largest", [city("Ici", "23096", 1, 0, { population: 10 }), city("Là", "23096", 2, 0)], 2],
    [
      "a quarter only when there is nothing else",
      [city("Ici", "23096", 1, 0, { featureCode: "PPLX", population: 9e4 }), city("Là", "23096", 2, 0)],
      2,
    ],
    ["a town known by a former code", [city("Ici", "23999", 1, 0)], 1],
    ["a town without code, by its name", [city("GUERET", "", 1, 0)], 1],
    ["a town without code, by the code of its administration", [city("Ici", "", 1, 0, { adminCode: "23096" })], 1],
    ["never a town of the same name abroad", [city("Guéret", "", 9, 0, { country: "CA" }), city("Ici", "23096", 1, 0)], 1],
  ])("%s", (_, cities, latitude) => {
    expect(pointOf(...cities)).toBe(latitude);
  });
});
