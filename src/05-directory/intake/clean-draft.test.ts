import { describe, expect, test } from "vitest";
import { cleaned } from "./clean-draft.ts";
import type { StructureDraft } from "./draft.ts";
import { nameWords } from "./name-words.source.ts";

const draft = (change: Partial<StructureDraft> = {}): StructureDraft => ({
  kind: "structure",
  key: "essai--1",
  name: "Les Petits Pas",
  description: undefined,
  place: {
    street: "3 rue Haute",
    extra: undefined,
    postalCode: "38500",
    communeName: "Voiron",
    communeCode: "38563",
    latitude: 45.36,
    longitude: 5.59,
  },
  phone: "01 99 00 12 34",
  mail: "accueil@petits-pas.example",
  openingHours: undefined,
  sourceUrl: undefined,
  updatedOn: "2026-11-01",
  siret: undefined,
  website: undefined,
  accessibilityUrl: undefined,
  networks: [],
  ...change,
});
const raw = { id: "essai--1", rue: "3 rue Haute", lon: 5.59, contact: "Écrire à Claude.Martin@petits-pas.example" };

test("an institution passes as it is", () => {
  expect(cleaned(draft(), raw, nameWords())).toEqual({ draft: draft(), raw, remarks: [] });
});

test("tags become text, and it is said", () => {
  const { draft: read, remarks } = cleaned(draft({ description: "<p>Garde</p>" }), raw, nameWords());
  expect([read.description, remarks]).toEqual(["Garde", ["html"]]);
});

describe("what could be somebody's stays out, also of what is kept as received", () => {
  test("a personal mail box: it alone", () => {
    const kept = cleaned(draft({ mail: "claude.martin@petits-pas.example" }), raw, nameWords());
    expect(kept.draft).toEqual(draft({ mail: undefined }));
    expect(kept.raw).toEqual({ id: "essai--1", rue: "3 rue Haute", lon: 5.59 });
  });
  test("a home: street, point and all that came with them; the commune stays", () => {
    const kept = cleaned(draft({ name: "Claude Martin" }), raw, nameWords());
    expect(kept.draft.place).toEqual({ postalCode: "38500", communeName: "Voiron", communeCode: "38563" });
    expect(kept.raw).toEqual({ id: "essai--1" });
    expect(kept.remarks).toEqual(["person-name"]);
  });
});
