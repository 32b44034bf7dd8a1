import { describe, expect, test } from "vitest";
import { householdOf } from "./household-of.ts";

describe("the household of plain facts", () => {
  test("nothing told: everything is null, and what is supposed is said", () => {
    const { menage, assumptions } = householdOf({}, { month: "2026-05", zone: null });
    expect(menage).toMatchObject({
      mois: "2026-05",
      situation_familiale: null,
      logement: { statut: null, loyer: null },
      prestations_percues: null,
    });
    expect(assumptions.map(({ kind }) => kind)).toContain("no-children");
  });
});
