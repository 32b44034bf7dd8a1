import { describe, expect, test } from "vitest";
import type { Month } from "#engines/calendar";
import { factsInNotes, mergedWith } from "./facts-in-notes.ts";

const month = "2026-11" as Month;
const read = (notes: string) =>
  Object.fromEntries(factsInNotes(notes, month, {}).flatMap(({ facts }) => facts.map(({ question, value }) => [question, value])));

describe("what notes seem to say of a household", () => {
  test.each([
    ["Loyer 690 €.", { rent: 69_000 }],
    ["paie un loyer de 412,50 euros par mois", { rent: 41_250 }],
    ["T3 à 690 €", { rent: 69_000 }],
    ["690 € de loyer hors charges", { rent: 69_000 }],
    ["2 enfants", { children: 2 }],
    ["Élève seule ses deux enfants.", { children: 2 }],
    ["un enfant de 6 ans", { children: 1 }],
    ["sans enfant", { children: 0 }],
    ["au RSA depuis 2 ans", { received: ["rsa"] }],
    ["RSA 559 €", { received: ["rsa"], "received.rsa": 55_900 }],
    ["APL : 210 €", { received: ["aide_logement"], "received.aide_logement": 21_000 }],
    ["seule depuis septembre", { union: "single", "recently-alone": true }],
    ["séparée depuis mars 2024", { union: "single", "recently-alone": false }],
    ["Partie en septembre avec les enfants", { union: "single", "recently-alone": true }],
    ["divorcée", { union: "single" }],
    ["vit en couple", { union: "cohabiting" }],
    ["gagne 1 250 € ", { "me.income": ["wage"], "me.wage": 125_000 }],
    ["chômage 980 €", { "me.income": ["unemployment"], "me.unemployment": 98_000 }],
    ["pension alimentaire de 150 €", { "me.income": ["alimony"], "me.alimony": 15_000 }],
    ["est au chômage", { "me.work": "unemployed" }],
    ["en HLM, loyer 312 €", { home: "social", rent: 31_200 }],
  ])("« %s »", (notes, facts) => {
    expect(read(notes)).toEqual(facts);
  });

  test.each([
    ["a debt is no rent", "Un mois de loyer de retard, facture d'électricité 312 €."],
    ["a rent that is owed", "loyer 690 € impayé"],
    ["somebody else's income", "Son mari gagne 1 900 €, sa mère est à la retraite."],
    ["somebody else's work", "son fils est au chômage"],
    ["what she does not have", "N'a pas le RSA, plus d'APL 210 €"],
    ["what she asks for", "demande de RSA en cours"],
    ["what is refused", "RSA 559 € refusé en juin"],
    ["what was", "avant, gagnait 1 400 €"],
    ["a yearly sum", "salaire 14 000 € par an"],
    ["children of somebody else", "garde les 2 enfants de sa sœur"],
    ["grown-up children", "3 enfants adultes loin d'ici"],
    ["no amount", "« Je compte les jours jusqu'au 5. » Dort mal."],
  ])("left out: %s", (_, notes) => {
    expect(factsInNotes(notes, month, {})).toEqual([]);
  });

  test("each piece comes with its very words, in the order of the notes", () => {
    const notes = "Élève 2 enfants, T3 à 690 €. Touche le RSA.";
    expect(factsInNotes(notes, month, {}).map(({ words }) => words)).toEqual(["2 enfants", "T3 à 690 €", "Touche le RSA"]);
  });

  test("what is already known is not proposed again; another value is", () => {
    expect(factsInNotes("loyer 690 €, 2 enfants", month, { rent: 69_000, children: 3 }).map(({ words }) => words)).toEqual(["2 enfants"]);
  });

  test("one more benefit joins those already said, and takes the place of « none »", () => {
    expect(mergedWith({ received: ["af"] }, { facts: [{ question: "received", value: ["rsa"] }] })).toEqual([
      { question: "received", value: ["af", "rsa"] },
    ]);
    expect(mergedWith({ received: ["none"] }, { facts: [{ question: "received", value: ["rsa"] }] })).toEqual([
      { question: "received", value: ["rsa"] },
    ]);
  });

  test("no text makes it stumble", () => {
    for (const notes of ["", "€", "loyer", "enfants ".repeat(500), "🙂 loyer 690 €", "\u0000"])
      expect(() => factsInNotes(notes, month, {})).not.toThrow();
  });
});
