import { describe, expect, test } from "vitest";
import { day } from "#engines/calendar";
import { editsBetween } from "./edits.ts";
import { makeFindIndex, type FindRecord } from "./index.ts";
import { soundingOf } from "./sounding.ts";
import { wordsOf } from "./words-of.ts";

const today = day("2026-11-20");

const fiche = (name: string, more: Partial<FindRecord> = {}): FindRecord => ({
  id: name,
  name,
  structureName: "",
  themes: [],
  publics: [],
  languages: [],
  accessModes: ["en-presentiel"],
  walkIn: false,
  nature: "service",
  isApproximate: false,
  updatedOn: today,
  body: new TextEncoder().encode(JSON.stringify({ name })),
  ...more,
});

const found = (typed: string, ...names: (string | FindRecord)[]): string[] => {
  const index = makeFindIndex();
  for (const each of names) index.upsert(typeof each === "string" ? fiche(each) : each);
  return index.search({ words: typed, day: today }).hits.map(({ id }) => id);
};

describe("words are kept without accents, small words and plural ends", () => {
  test.each([
    ["L'Épicerie solidaire de St-Étienne", ["epicerie", "solidaire", "saint", "etienne"]],
    ["Aides aux aidants", ["aide", "aidant"]],
    ["CCAS du Pays de Bois", ["ccas", "pays", "bois"]],
    ["Lyon 3", ["lyon", "3"]],
    ["de la", []],
  ])("%s", (text, words) => {
    expect(wordsOf(text)).toEqual(words);
  });
});

describe("what is typed with errors is found", () => {
  test.each([
    ["garaj solidere", "Garage solidaire"],
    ["solidaire garage", "Garage solidaire"],
    ["misson lcoale", "Mission locale"],
    ["epicrie", "Épicerie sociale"],
    ["farmassi", "Pharmacie"],
    ["perm", "Permis à un euro"],
    ["numerik", "Atelier numérique"],
    ["commune de bez", "Commune de Belz"],
    ["vetements", "Vêtement d'hiver"],
  ])("« %s » finds « %s »", (typed, name) => {
    expect(found(typed, name, "Mairie", "Piscine")).toEqual([name]);
  });

  test.each([
    ["figures are never guessed", "lyon 3", ["Lyon 8"]],
    ["short words neither", "caf", ["CPAM", "Cap emploi"]],
    ["every word must be met", "garage piscine", ["Garage solidaire"]],
  ])("%s", (_, typed, names) => {
    expect(found(typed, ...names)).toEqual([]);
  });

  test("as typed before alike, the whole name before a part of it, names before descriptions", () => {
    const told = fiche("Accueil", { description: "Un relais pour tous" });
    expect(found("relais", told, "Relais des familles et des aidants", "Belais", "Relais")).toEqual([
      "Relais",
      "Relais des familles et des aidants",
      "Belais",
      "Accueil",
    ]);
  });
});

test("a record without any theme or public is found by its words", () => {
  expect(found("piscine", "Piscine")).toEqual(["Piscine"]);
});

describe("the sound of words", () => {
  test.each([
    ["solidere", "solidaire"],
    ["kestion", "question"],
    ["alimantaire", "alimentaire"],
    ["assosiation", "association"],
    ["velo", "veleau"],
  ])("%s sounds as %s", (a, b) => {
    expect(soundingOf(a)).toBe(soundingOf(b));
  });
});

describe("faults", () => {
  test.each([
    ["garage", "garage", 0],
    ["garage", "garaeg", 1],
    ["garage", "garag", 1],
    ["garage", "bgarages", 2],
    ["garage", "mairie", 3],
  ])("%s and %s: %i", (a, b, edits) => {
    expect(Math.min(editsBetween(a, b, 2), 3)).toBe(edits);
  });
});
