import { expect, test } from "vitest";
import { mappingOfChoices, type ColumnChoices } from "./column-choices.ts";
import { mapLine, readMapping } from "./mapping.source.ts";

const choices = (change: Partial<ColumnChoices>): ColumnChoices => ({
  fields: {},
  values: {},
  theme: "",
  description: "",
  dates: {},
  splits: {},
  ...change,
});
const mapped = (chosen: ColumnChoices, line: Record<string, string>) => {
  const read = readMapping(JSON.stringify(mappingOfChoices("Essai", chosen)));
  if (read.kind === "wrong") throw new Error(read.sentences.join(" "));
  return mapLine({ mapping: read.mapping, sourceId: "essai", fileDate: "2026-11-01" }, line);
};

test("what is chosen on the screen is a mapping that reads a line", () => {
  const { structure, service } = mapped(
    choices({
      fields: { Nom: "nom", Lieu: "full-address", Tel: "telephone", Quoi: "thematiques", Lundi: "Mo", Vu: "date_maj" },
      values: { Quoi: { Mobilité: "mobilite", Garde: "famille--garde-denfants" } },
      dates: { Vu: "JJ/MM/AAAA" },
      splits: { Quoi: ";" },
    }),
    {
      Nom: "Les Petits Pas",
      Lieu: "3 rue Haute 38500 Voiron",
      Tel: "01 99 00 12 34",
      Quoi: "Garde; Jardin",
      Lundi: "9h-12h",
      Vu: "05/03/2024",
    },
  );
  expect(structure).toMatchObject({
    nom: "Les Petits Pas",
    adresse: "3 rue Haute",
    code_postal: "38500",
    commune: "Voiron",
    horaires_accueil: "Mo 09:00-12:00",
    date_maj: "2024-03-05",
  });
  expect(service).toMatchObject({
    nom: "Les Petits Pas",
    thematiques: ["famille--garde-denfants"],
    description: "La source ne décrit pas ce service.",
  });
});

test("lines without identifier have the same one at each import", () => {
  const chosen = choices({ fields: { Nom: "nom" } });
  const [one, again, other] = ["Les Petits Pas", "les petits pas", "Mairie"].map((nom) => mapped(chosen, { Nom: nom }).structure["id"]);
  expect([one === again, one === other]).toEqual([true, false]);
});

test("without any theme there are structures and no service", () => {
  expect(mapped(choices({ fields: { Nom: "nom" } }), { Nom: "Mairie" }).service).toBeUndefined();
});

test("a theme for all lines, a category meaning all its themes", () => {
  const themes = mapped(choices({ fields: { Nom: "nom" }, theme: "mobilite" }), { Nom: "Garage" }).service?.[
    "thematiques"
  ] as readonly string[];
  expect(themes.length).toBeGreaterThan(1);
  expect(themes.every((theme) => theme.startsWith("mobilite--"))).toBe(true);
});
