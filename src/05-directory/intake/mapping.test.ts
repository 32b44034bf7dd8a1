import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { networks, publics, themes } from "../record/code-lists.ts";
import { columnsUsed, mapLine, readMapping, recordOfCsv, type Expression, type Mapping } from "./mapping.source.ts";

const mapping = (structure: Record<string, Expression>, more: object = {}): Mapping => {
  const read = readMapping(JSON.stringify({ format: "trait-dunion/correspondance@1", name: "Essai", structure, ...more }));
  if (read.kind === "wrong") throw new Error(read.sentences.join(" "));
  return read.mapping;
};
const field = (name: string, expression: Expression, line: Record<string, unknown>, tables = {}): unknown =>
  mapLine({ mapping: mapping({ [name]: expression }, { tables }), sourceId: "essai", fileDate: "2026-10-01" }, line).structure[name];

describe("a column fills a field", () => {
  test.each<[string, string, Expression, Record<string, unknown>, unknown]>([
    ["as it is, without blanks around", "nom", { column: "NOM" }, { NOM: " Les Petits Pas " }, "Les Petits Pas"],
    ["not at all when empty", "nom", { column: "NOM" }, { NOM: "  " }, undefined],
    ["a date of ours", "date_maj", { column: "MAJ", date: "JJ/MM/AAAA" }, { MAJ: "5/3/2024" }, "2024-03-05"],
    ["a date that is not one stays, to be refused", "date_maj", { column: "MAJ", date: "JJ/MM/AAAA" }, { MAJ: "mars 2024" }, "mars 2024"],
    ["a number with a comma", "latitude", { column: "y", decimal: "," }, { y: "45,36" }, 45.36],
    ["a number that is not one stays a text, to be refused", "latitude", { column: "y" }, { y: "nord" }, "nord"],
    ["zeros on the left", "code_postal", { column: "CP", digits: 5 }, { CP: "3120" }, "03120"],
    ["a number of a JSON file", "code_postal", { column: "CP", digits: 5 }, { CP: 49650 }, "49650"],
    ["https:// when it lacks", "site_web", { column: "site", web: true }, { site: "petits-pas.example" }, "https://petits-pas.example"],
    [
      "without a beginning",
      "courriel",
      { column: "m", withoutPrefix: "mailto:" },
      { m: "mailto:accueil@petits-pas.example" },
      "accueil@petits-pas.example",
    ],
    ["a constant", "nom", { constant: "Mairie" }, {}, "Mairie"],
    ["the date of the file", "date_maj", { fileDate: true }, {}, "2026-10-01"],
    ["the first that gives something", "nom", { first: [{ column: "a" }, { column: "b" }] }, { a: "", b: "Mairie" }, "Mairie"],
    [
      "what is put side by side",
      "adresse",
      { join: [{ column: "n" }, { column: "rue" }], with: " " },
      { n: "3", rue: "rue Haute" },
      "3 rue Haute",
    ],
    [
      "side by side, one lacking",
      "adresse",
      { join: [{ column: "n" }, { column: "rue" }], with: " " },
      { n: "", rue: "rue Haute" },
      "rue Haute",
    ],
  ])("%s", (_, name, expression, line, expected) => {
    expect(field(name, expression, line)).toEqual(expected);
  });

  test("through a table, a list in one cell, each value once", () => {
    const tables = { t: { caf: ["caf"], "espace caf": ["caf"], maison: ["cnam", "caf"] } };
    expect(
      field("reseaux_porteurs", { column: "type", table: "t", split: [";", " / "] }, { type: "caf; espace caf / maison;inconnu" }, tables),
    ).toEqual(["caf", "cnam"]);
  });
});

describe("a line has a service when the table knows its type", () => {
  const withService = mapping(
    { id: { column: "id" }, date_maj: { fileDate: true } },
    {
      service: { nom: { column: "nom" }, thematiques: { column: "type", table: "t" } },
      serviceIf: { column: "type", table: "t" },
      tables: { t: { creche: ["famille--garde-denfants"] } },
    },
  );
  const map = (type: string) =>
    mapLine({ mapping: withService, sourceId: "essai", fileDate: "2026-10-01" }, { id: "7", nom: "Les Petits Pas", type });

  test("known: its identifiers begin with the source", () => {
    expect(map("creche")).toEqual({
      structure: { id: "essai--7", source: "essai", date_maj: "2026-10-01" },
      service: {
        id: "essai--7",
        source: "essai",
        structure_id: "essai--7",
        date_maj: "2026-10-01",
        nom: "Les Petits Pas",
        thematiques: ["famille--garde-denfants"],
      },
    });
  });

  test("unknown: a structure alone", () => {
    expect(map("garage").service).toBeUndefined();
  });
});

describe("a wrong mapping is explained", () => {
  const base = { format: "trait-dunion/correspondance@1", name: "Essai", structure: {} };
  test.each<[string, string, string]>([
    ["{", "", "La correspondance n’est pas un fichier JSON bien écrit."],
    [JSON.stringify({ ...base, format: "autre" }), "format", "« format » vaut « trait-dunion/correspondance@1 »."],
    [
      JSON.stringify({ ...base, structure: { nome: { column: "NOM" } } }),
      "structure.nome",
      "« nome » n’est pas un champ du format national.",
    ],
    [JSON.stringify({ ...base, structure: { nom: "NOM" } }), "structure.nom", "une valeur s’écrit avec « column »"],
    [
      JSON.stringify({ ...base, structure: { nom: { column: "NOM", table: "absente" } } }),
      "tables",
      "La table « absente » n’est pas donnée",
    ],
  ])("%s", (text, place, sentence) => {
    const read = readMapping(text);
    expect(read.kind === "wrong" && read.sentences.join(" ")).toContain(sentence);
    expect(read.kind === "wrong" && read.sentences.join(" ")).toContain(place);
  });
});

describe("the mapping given with the house", () => {
  const given = readMapping(readFileSync(path.join(import.meta.dirname, "mappings/lieux.mapping.json"), "utf8"));
  if (given.kind === "wrong") throw new Error(given.sentences.join(" "));
  const { tables } = given.mapping;
  const codes = (name: string) => new Set(Object.values(tables[name] ?? {}).flat());

  test("uses only codes of the national format", () => {
    expect([...codes("thematiques"), ...codes("thematiquesDesActivites")].filter((code) => !themes.includes(String(code)))).toEqual([]);
    expect([...codes("publics")].filter((code) => !(publics as readonly unknown[]).includes(code))).toEqual([]);
    expect([...codes("reseaux")].filter((code) => !(networks as readonly unknown[]).includes(code))).toEqual([]);
  });

  test("describes every type that it makes a service of", () => {
    expect(Object.keys(tables["descriptions"] ?? {}).toSorted()).toEqual(Object.keys(tables["thematiques"] ?? {}).toSorted());
  });

  test("asks for the columns of the file", () => {
    expect(columnsUsed(given.mapping)).toEqual(expect.arrayContaining(["id", "nom", "type", "latitude"]));
  });
});

describe("a CSV with the names of the national format", () => {
  test.each([
    ["as JSON", '["caf","cnam"]'],
    ["with commas", "caf, cnam"],
    ["with bars", "caf|cnam"],
  ])("a list %s", (_, cell) => {
    expect(recordOfCsv({ reseaux_porteurs: cell, nom: "Maison", latitude: "45.3", siret: "" })).toEqual({
      reseaux_porteurs: ["caf", "cnam"],
      nom: "Maison",
      latitude: 45.3,
    });
  });
});
