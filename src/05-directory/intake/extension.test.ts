import { describe, expect, test } from "vitest";
import { readExtension } from "./extension.ts";

const read = (record: Record<string, unknown>, named = Object.keys(record)) => readExtension(named, record, "2026-11-20");

describe("what the national format does not say", () => {
  test.each<[string, Record<string, unknown>, object]>([
    ["ages, as numbers or as people write them", { age_de: 60, age_a: "75 ans" }, { age_from: 60, age_to: 75 }],
    ["languages by their name or their code", { langues: ["Anglais", "ar", "langue des signes"] }, { languages: ["en", "ar", "lsf"] }],
    [
      "a warning until a day",
      { alerte: "Fermé en août", alerte_jusqu_au: "2026-12-01" },
      { alert: "Fermé en août", alert_until: "2026-12-01" },
    ],
    ["an initiative", { nature: "initiative" }, { nature: "initiative" }],
    ["the day of a check", { verifie_le: "2026-11-01" }, { checked_on: "2026-11-01" }],
  ])("%s", (_, record, extension) => {
    expect(read(record)).toEqual({ extension, wrong: [] });
  });

  test.each<[string, Record<string, unknown>, string]>([
    ["an age that is none", { age_de: "adulte" }, "age_de"],
    ["ages upside down", { age_de: 75, age_a: 60 }, "age_a"],
    ["an unknown language", { langues: ["klingonien"] }, "langues"],
    ["a check tomorrow", { verifie_le: "2026-11-21" }, "verifie_le"],
    ["a nature of another kind", { nature: "commerce" }, "nature"],
  ])("%s is left out and said", (_, record, field) => {
    expect(read(record).wrong).toEqual([field]);
  });

  test("a field that the mapping names and the line leaves empty is emptied; one it does not name is not touched", () => {
    expect(read({}, ["age_de", "langues", "nom"]).extension).toEqual({ age_from: null, languages: [] });
  });
});
