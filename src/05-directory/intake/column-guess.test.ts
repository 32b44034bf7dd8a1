import { describe, expect, test } from "vitest";
import { codeWords } from "../record/code-lists.words.ts";
import { dateForm, guessCode, guessField, splitSign } from "./column-guess.ts";

describe("a field is proposed for a column", () => {
  test.each([
    ["Structure", ["Les Petits Pas"], "nom"],
    ["N° de tél.", ["01 99 00 12 34"], "telephone"],
    ["E-mail", ["accueil@petits-pas.example", ""], "courriel"],
    ["CP", ["38500", "3120"], "code_postal"],
    ["Code INSEE", ["38563", "2A004"], "code_insee"],
    ["Adresse postale", ["3 rue Haute - 38500 Voiron"], "full-address"],
    ["h_lundi", ["09:00 - 12:00"], "Mo"],
    ["Dernière MAJ", ["18/11/2019", ""], "date_maj"],
    ["Thématique", ["Mobilité"], "thematiques"],
    ["Ville", ["Voiron"], "commune"],
    ["colonne 7", ["accueil@petits-pas.example"], "courriel"],
    ["colonne 8", ["45,36", "45,41"], "latitude"],
    ["x", ["475198,121680863"], "x-lambert93"],
    ["y", ["6692424,50691385"], "y-lambert93"],
    ["quand", ["du lundi au vendredi 9h-12h"], "horaires"],
    ["CP", ["oui", "non"], undefined],
    ["remarques internes", ["vu avec Léa"], undefined],
    ["vide", [], undefined],
  ])("« %s » %j → %s", (name, samples, expected) => {
    expect(guessField({ name, samples })).toBe(expected);
  });
});

describe("how dates are written", () => {
  test.each([
    [["2026-11-20"], "AAAA-MM-JJ"],
    [["2020/06/30 14:16:50.898"], "AAAA/MM/JJ"],
    [["05/03/2024", "18/11/2019"], "JJ/MM/AAAA"],
    [["11/18/2019", "05/03/2024"], "MM/JJ/AAAA"],
    [["mars 2024"], undefined],
    [[""], undefined],
  ])("%j → %s", (values, expected) => {
    expect(dateForm(values)).toBe(expected);
  });
});

test.each([
  [["emploi; formation", "emploi"], ";"],
  [["emploi / formation"], " / "],
  [["emploi", "formation"], undefined],
])("what parts the list %j: %s", (values, expected) => {
  expect(splitSign(values)).toBe(expected);
});

describe("a code is proposed for a value", () => {
  const label = (code: string): string => codeWords.theme(code);
  test.each([
    ["thematiques", "Mobilité", "mobilite"],
    ["thematiques", "Garde d’enfants", "famille--garde-denfants"],
    ["thematiques", "divers", undefined],
    ["publics", "Seniors", "seniors"],
    ["frais", "Gratuit", "gratuit"],
  ])("%s « %s » → %s", (field, value, expected) => {
    expect(guessCode(field, value, label)).toBe(expected);
  });
});
