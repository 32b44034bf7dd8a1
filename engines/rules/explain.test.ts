import { describe, expect, test } from "vitest";
import { departuresOf, estimate, evaluate, explain, resultOf, rightIds } from "./index.ts";
import { adult, child, home, household, salary } from "./invented.ts";
import { hide } from "./hidden-fields.ts";

const mother = household([adult("1990-06-15", { incomes: [salary(650)] }), child("2017-03-20"), child("2020-08-10")], {
  housing: home("social-tenant", 450),
});

describe("a right explained", () => {
  test.each(rightIds)("%s: its steps, with their sources, sum to its amount; where we depart from the law is said", (right) => {
    const { amountCents, trace, departures, doubts, state } = explain(mother, right);
    expect(amountCents).toBe(evaluate(mother)[right].amountCents);
    expect(trace.reduce((sum, { adds = 0 }) => sum + adds, 0)).toBe(amountCents);
    expect(departures).toEqual(departuresOf(right));
    expect({ doubts, state }).toEqual({ doubts: evaluate(mother)[right].doubts, state: evaluate(mother)[right].state });
  });
  test("with a part unknown: the likely amount, and what is missing among the doubts", () => {
    const partial = hide(mother, [["housing", "rentCents"]]);
    const { amountCents, missing, state, doubts } = explain(partial, "aide_logement");
    expect(amountCents).toBe(estimate(partial).rights.aide_logement.likelyCents);
    expect({ missing, state }).toEqual({ missing: ["logement.loyer"], state: "uncertain" });
    expect(doubts.map(({ kind }) => kind)).toContain("missing");
  });
});

describe("the result, in the shape that others read", () => {
  test("euros, French words; what is missing is named", () => {
    const { af, css, ars, aide_logement: aid } = resultOf(mother);
    expect(af).toMatchObject({ eligible: true, montant: evaluate(mother).af.amountCents / 100, manque: [] });
    expect(css).toMatchObject({ statut: "gratuite", participation_mensuelle: 0 });
    expect(ars.montant_annuel).toBe(evaluate(mother).ars.amountCents / 100);
    expect(aid.type).toBe("apl");
    const partial = resultOf(hide(mother, [["persons", 0, "incomes"]]));
    expect(partial.rsa).toMatchObject({ etat: "incertain", manque: ["personnes.0.revenus"], minimum: 0 });
    expect(partial.css.possibles).toContain("gratuite");
  });
});
