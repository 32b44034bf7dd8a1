import { describe, expect, test } from "vitest";
import { compareFields, likenessOf } from "./comparison.ts";

describe("two records set side by side", () => {
  test.each([
    ["3 RUE DE LA GARE", "3, rue de la Gare", "same"],
    ["Les Petits Pas", "PETITS PAS (LES)", "alike"],
    ["3 rue de la Genevoise", "3 r. Genevoise", "different"],
    ["Mission locale", "France services", "different"],
    ["Écoute Creuse", "Ecoute  creuse", "same"],
  ])("« %s » and « %s » are %s", (a, b, likeness) => {
    expect(likenessOf(a, b)).toBe(likeness);
  });
  test("what one alone says is said to be so, and what neither says is left out", () => {
    expect(compareFields(["phone", "mail", "siret"], { phone: "+33536490001" }, { phone: "+33536490001", mail: "a@b.example" })).toEqual([
      { field: "phone", a: "+33536490001", b: "+33536490001", likeness: "same" },
      { field: "mail", b: "a@b.example", likeness: "alone" },
    ]);
  });
});
