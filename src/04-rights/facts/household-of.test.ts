import { describe, expect, test } from "vitest";
import { assumptionsInWords } from "./assumption.ts";
import type { Facts } from "./fact.ts";
import { householdOf } from "./household-of.ts";

const at = { month: "2026-11", zone: 3 } as const;

interface Menage {
  readonly personnes: readonly Record<string, unknown>[];
  readonly [name: string]: unknown;
}
const menageOf = (facts: Facts): Menage => householdOf(facts, at).menage as unknown as Menage;
const me = (facts: Facts) => menageOf(facts).personnes[0];
const assumed = (facts: Facts): readonly string[] => assumptionsInWords(householdOf(facts, at).assumptions);

/** A lone mother near Guéret, everything told. */
const loneMother: Facts = {
  union: "single",
  "me.born": "1994-02",
  children: 2,
  "child.1.born": "2017-05",
  "child.2.born": "2024-09",
  "recently-alone": true,
  commune: "23096",
  home: "social",
  rent: 42_000,
  "me.work": "employed",
  "me.income": ["wage", "alimony"],
  "me.wage": 100_000,
  "me.alimony": 12_000,
  "me.steady": true,
  savings: 50_000,
  received: ["aide_logement", "af"],
  "received.aide_logement": 25_000,
  "received.af": 15_106,
  "me.disability": "none",
  pregnancy: "none",
  "children.handicap": false,
  "children.custody": false,
  rfr: 1_200_000,
  french: true,
};

describe("what is told becomes the household that the engine reads", () => {
  test("a lone mother, all told: nothing is left unknown", () => {
    const menage = menageOf(loneMother);
    expect(menage).toMatchObject({
      mois: "2026-11",
      situation_familiale: "celibataire",
      isolement_recent: true,
      logement: { statut: "locataire_hlm", loyer: 420, zone_apl: 3 },
      prestations_percues: { aide_logement: 250, af: 151.06 },
      foyers_fiscaux_rfr_n2: { a: 12_000 },
    });
    expect(JSON.stringify({ ...menage, personnes: menage.personnes.map(({ revenus: _, ...rest }) => rest) })).not.toContain("null");
    expect(menage.personnes.map(({ id, role, date_naissance }) => [id, role, date_naissance])).toEqual([
      ["p1", "demandeur", "1994-02-15"],
      ["e1", "enfant", "2017-05-15"],
      ["e2", "enfant", "2024-09-15"],
    ]);
  });
  test("a net wage gives what the law also reads: gross and taxable, and it is said", () => {
    expect(me(loneMother)?.["revenus"]).toEqual([
      { type: "salaire", debut: "2025-01", fin: null, net: 1000, brut: 1274, imposable: 1035 },
      { type: "pension_alimentaire_percue", debut: "2025-01", fin: null, net: 120 },
    ]);
    expect(assumed(loneMother)).toContain(
      "Nous calculons vos revenus bruts et imposables à partir de vos montants nets, avec des taux habituels.",
    );
  });
  test("incomes that are the same are held to have been so two years ago, and it is said", () => {
    expect(me(loneMother)?.["revenus_annuels_n2"]).toEqual({ salaire_imposable: 12_420, pension_alimentaire_percue: 1440 });
    expect(assumed(loneMother)).toContain("Nous supposons que vos revenus étaient les mêmes en 2024.");
  });
  test("the partner of a couple follows, and children after both", () => {
    const menage = menageOf({ ...loneMother, union: "married", "partner.born": "1990-01", "partner.work": "unemployed" });
    expect(menage.personnes.map(({ id }) => id)).toEqual(["p1", "p2", "e1", "e2"]);
    expect(menage.personnes[1]).toMatchObject({ role: "conjoint", activite: "chomeur", livret_a: 0 });
    expect(menage["isolement_recent"]).toBe(false);
  });
});

describe("incomes that changed", () => {
  const changed: Facts = {
    "me.work": "unemployed",
    "me.income": ["unemployment"],
    "me.unemployment": 90_000,
    "me.steady": false,
    "me.since": "2026-06",
    "me.before": "wage",
    "me.before.amount": 150_000,
  };
  test("what came before stands before, and unemployment has its first day", () => {
    expect(me(changed)?.["revenus"]).toEqual([
      { type: "salaire", debut: "2025-01", fin: "2026-05", net: 1500, brut: 1911, imposable: 1552.5 },
      { type: "chomage", debut: "2026-06", fin: null, net: 900, imposable: 918 },
    ]);
    expect(me(changed)?.["date_debut_chomage"]).toBe("2026-06-01");
  });
  test("the year before the history stays unknown until it is told", () => {
    expect(me(changed)?.["revenus_annuels_n2"]).toBeNull();
    expect(me({ ...changed, "me.n2": 1_800_000 })?.["revenus_annuels_n2"]).toEqual({ salaire_imposable: 18_000 });
  });
  test("a change before the history is no change for it", () => {
    expect(me({ ...changed, "me.since": "2019-01" })?.["revenus"]).toHaveLength(1);
  });
});

describe("nothing is supposed without being said", () => {
  test("nothing told: all is null, and what is supposed is said", () => {
    const { menage, assumptions } = householdOf({}, { month: "2026-05", zone: null });
    expect(menage).toMatchObject({
      mois: "2026-05",
      situation_familiale: null,
      logement: { statut: null, loyer: null },
      prestations_percues: null,
      foyers_fiscaux_rfr_n2: null,
    });
    expect(assumptions.map(({ kind }) => kind)).toEqual(["no-children", "is-french", "no-birth"]);
  });
  test.each([
    ["an unknown reference tax income stays unknown", { union: "single", rfr: null }, "foyers_fiscaux_rfr_n2", { a: null }],
    [
      "two tax notices for a couple that is not married",
      { union: "cohabiting", rfr: 900_000 },
      "foyers_fiscaux_rfr_n2",
      { a: 9000, b: null },
    ],
    ["benefits that were not told are not nothing", { received: null }, "prestations_percues", null],
    ["« none of these » is nothing", { received: ["none"] }, "prestations_percues", {}],
  ])("%s", (_, facts, field, expected) => {
    expect(menageOf(facts)[field]).toEqual(expected);
  });

  test("an income that we cannot count makes all incomes unknown, and is said", () => {
    const facts: Facts = { "me.income": ["wage", "other"], "me.wage": 100_000 };
    expect(me(facts)?.["revenus"]).toBeNull();
    expect(householdOf(facts, at).reservations).toEqual(["other-incomes"]);
  });
  test("« je ne sais pas » to the nationality stays unknown, and concludes nothing", () => {
    expect(me({ french: null })?.["nationalite"]).toBeNull();
    expect(householdOf({ french: null }, at).reservations).toEqual(["foreign"]);
    expect(me({ french: false })?.["nationalite"]).toBe("etrangere");
  });
  test("a small pension bears no contribution, a larger one does", () => {
    const pension = (cents: number): Facts => ({
      union: "single",
      "me.work": "retired",
      "me.income": ["retirement"],
      "me.retirement": cents,
    });
    expect(me(pension(90_000))?.["revenus"]).toMatchObject([{ net: 900, brut: 900, imposable: 900 }]);
    expect(me(pension(150_000))?.["revenus"]).toMatchObject([{ net: 1500, brut: 1612.5, imposable: 1515 }]);
  });
  test("what makes no sense any more is left out: a rent that is paid no more, a third child", () => {
    const facts: Facts = { home: "owner", rent: 50_000, children: 1, "child.1.born": "2015-01", "child.2.born": "2018-01" };
    expect(menageOf(facts)["logement"]).toMatchObject({ statut: "proprietaire", loyer: 0 });
    expect(menageOf(facts).personnes).toHaveLength(2);
  });
});
