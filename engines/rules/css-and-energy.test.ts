import { describe, expect, test } from "vitest";
import type { Household, Person } from "./household.ts";
import { adult, answer, child, euros, home, household, income, partner, receives, salary } from "./invented.ts";

// March 2025: 10 166 € a year alone for a free cover, 13 724,10 with a share.

const cover = (of: Household) => {
  const { health, healthCostCents = 0 } = answer("css", of);
  return health === "paid" ? healthCostCents / 100 : health;
};
const pensionOf = (year: number): Person =>
  adult("1955-02-10", { activity: "retired", incomes: [income("retirement", year / 12, "2024-01")] });

describe("the ceiling of the health cover", () => {
  const children = (count: number, part: Partial<Person> = {}) =>
    Array.from({ length: count }, (_, at) => child(`${2008 + at}-02-10`, part));
  /** The ceiling that the trace says. */
  const ceiling = (of: Household) => answer("css", of).trace.find(({ label }) => label === "plafond de la complémentaire gratuite")?.value;
  const parent = adult("1985-02-10");
  const couple = [parent, partner("1985-05-10")];
  test.each([
    ["alone", household([parent]), 1],
    ["couple", household(couple), 1.5],
    ["couple, two children", household([...couple, ...children(2)]), 2.1],
    ["couple, three", household([...couple, ...children(3)]), 2.5],
    ["lone parent, one child", household([parent, ...children(1)]), 1.5],
    ["lone parent, three", household([parent, ...children(3)]), 2.1],
    ["lone parent, four", household([parent, ...children(4)]), 2.5],
    ["half for a child in shared custody", household([parent, ...children(1, { isInSharedCustody: true })]), 1.25],
    [
      "by rank of age: the eldest of a lone parent is the one who counts half",
      household([parent, child("2010-02-10", { isInSharedCustody: true }), child("2008-02-10")]),
      1.65,
    ],
  ])("%s", (_, of, shares) => {
    expect(ceiling(of)).toBe(Math.round(10_166 * shares));
  });
});

describe("which cover", () => {
  test.each([
    ["free up to the ceiling", household([pensionOf(10_164)]), "free"],
    ["with a share above it: 30 € at 70", household([pensionOf(10_200)]), 30],
    ["none above 13 724,10", household([pensionOf(13_740)]), "none"],
    ["free for who has the RSA this month", household([adult("1985-02-10", { incomes: [salary(1400, "2024-01", "2025-02")] })]), "free"],
    ["under 25, alone: own household", household([adult("2003-02-10")]), "free"],
    [
      "but not on alimony in the year",
      household([adult("2003-02-10", { incomes: [income("alimony", 100, "2024-03", "2024-03")] })]),
      "none",
    ],
    [
      "alimony of more than a year ago is forgotten",
      household([adult("2003-02-10", { incomes: [income("alimony", 100, "2024-01", "2024-02")] })]),
      "free",
    ],
    [
      "with a child, it does not matter",
      household([adult("2003-02-10", { incomes: [income("alimony", 100, "2024-03")] }), child("2023-05-10")]),
      "free",
    ],
  ])("%s", (_, of, expected) => {
    expect(cover(of)).toBe(expected);
  });

  test.each([
    [29, 8],
    [30, 14],
    [50, 21],
    [60, 25],
    [70, 30],
  ])("at %i years it costs %i € a month", (age, cost) => {
    const birth = `${2025 - age}-02-10`;
    // 14 € for the other of 35, and resources between the two ceilings of a couple.
    expect(cover(household([adult(birth, { incomes: [income("micro-business", 1400, "2024-01")] }), partner("1990-02-10")]))).toBe(
      cost + 14,
    );
  });
});

describe("what counts in twelve months", () => {
  const resources = (of: Household) => answer("css", of).trace.find(({ label }) => label === "ressources des douze derniers mois")?.value;
  const man = adult("1975-02-10");
  const counts = (part: Partial<Person>, rest: Partial<Household> = {}) => resources(household([{ ...man, ...part }], rest));
  test.each([
    [
      "all that arrives",
      counts({ incomes: [salary(100), income("alimony", 10, "2024-01"), income("micro-business", 1, "2024-01")] }),
      1332,
    ],
    ["from the twelfth month before to the last", counts({ incomes: [salary(100, "2024-02", "2024-03")] }), 100],
    [
      "30 % less on the wages of who has unemployment benefits",
      counts({ activity: "unemployed", incomes: [salary(100, "2024-01", "2024-12"), income("unemployment", 50, "2025-01")] }),
      700 + 100,
    ],
    ["or the ASS", counts({ activity: "unemployed", hasWorkedForAss: true, incomes: [salary(100, "2024-01", "2024-12")] }), 700],
    ["AAH less 68 € a month", counts({}, { received: receives({}, { aahCents: { p1: 168_00 } }) }), 1200],
    ["ASI less 49 €", counts({}, { received: receives({}, { asiCents: { p1: 149_00 } }) }), 1200],
    [
      "not twice: with the AAH, the ASI in full",
      counts({}, { received: receives({}, { aahCents: { p1: 68_00 }, asiCents: { p1: 100_00 } }) }),
      1200,
    ],
    ["Aspa less 71 €", counts({}, { received: receives({ aspaCents: 171 }) }), 1200],
    [
      "family allowances, ASF, complément familial; not the RSA, the Paje, the housing aid",
      counts({}, { received: receives({ afCents: 10, asfCents: 10, cfCents: 10, rsaCents: 500, pajeCents: 100, housingAidCents: 200 }) }),
      360,
    ],
    ["ASS and MVA in full", counts({}, { received: receives({}, { assCents: { p1: 10_00 }, mvaCents: { p1: 10_00 } }) }), 240],
    ["savings at 3 %", counts({ otherSavingsCents: 10_000_00 }), 300],
    ["an owner: 12 % of the RSA", counts({}, { housing: home("owner") }), 915.42],
    ["lodged for free, even sharing the costs", counts({}, { housing: home("rent-free", 0, 2, { sharesCosts: true }) }), 915.42],
    ["a housing aid, up to 12 %", counts({}, { housing: home("tenant", 400) }), 915.42],
    ["a small one in full: 12 × 50,57", counts({}, { housing: home("tenant", 35) }), 606.84],
  ])("%s", (_, amount, expected) => {
    expect(amount).toBeCloseTo(expected, 1);
  });

  test("of two: 14 % and 16 % of one and a half; Aspa less 110 €, ASI less 43 € each", () => {
    const couple = (part: Partial<Household>) => resources(household([man, partner("1975-05-10")], part));
    expect(couple({ housing: home("owner") })).toBeCloseTo(12 * 953.565 * 0.14, 1);
    expect(couple({ housing: home("tenant", 600) })).toBeCloseTo(12 * 953.565 * 0.16, 1);
    expect(couple({ received: receives({ aspaCents: 210 }) })).toBe(1200);
    expect(couple({ received: receives({}, { asiCents: { p1: 93_00, p2: 93_00 } }) })).toBe(1200);
  });
});

describe("uncertain", () => {
  test.each([
    [
      "the thirteenth month before would change the cover",
      household([adult("1955-02-10", { incomes: [income("retirement", 960, "2024-04")] })]),
      "2025-03",
    ],
    ["after the decree of June 2025, for who has no free cover", household([pensionOf(14_000)]), "2025-08"],
    ["once the ceiling is more than thirteen months old", household([pensionOf(6000)]), "2026-05"],
    ["under 25, lodged for free: with the parents?", household([adult("2003-02-10")], { housing: home("rent-free") }), "2025-03"],
  ])("%s", (_, of, month) => {
    expect(answer("css", { ...of, month: month as "2025-03" }).state).toBe("uncertain");
  });
});

describe("energy cheque", () => {
  const cheque = (incomeEuros: number, persons: readonly Person[], housing = home("tenant", 500)) =>
    euros("cheque_energie", household(persons, { housing, taxIncomesCents: { a: incomeEuros * 100 } }));
  const one = [adult("1985-02-10")];
  const two = [...one, partner("1985-05-10")];
  const four = [...two, child("2015-02-10"), child("2018-02-10")];
  test.each([
    [0, one, 194],
    [5_600, one, 146],
    [6_699, one, 146],
    [6_700, one, 98],
    [7_700, one, 48],
    [10_900, one, 48],
    [11_000, one, 0],
    [8_399, two, 240],
    [8_401, two, 176],
    [10_100, two, 113],
    [11_600, two, 63],
    [16_500, two, 0],
    [11_759, four, 277],
    [11_761, four, 202],
    [14_100, four, 126],
    [16_200, four, 76],
    [23_101, four, 0],
  ])("%i € of tax income, household of %#: %i €", (incomeEuros, persons, amount) => {
    expect(cheque(incomeEuros, persons)).toBe(amount);
  });

  test("all the tax households count, and a child in shared custody is half a person", () => {
    expect(euros("cheque_energie", household(two, { housing: home("owner"), taxIncomesCents: { a: 6_000_00, b: 6_000_00 } }))).toBe(63);
    expect(cheque(7_100, [...one, child("2015-02-10", { isInSharedCustody: true })])).toBe(176); // 1,25 unit
  });

  test("not for who has no home to his name", () => {
    expect(cheque(0, one, home("rent-free"))).toBe(0);
    expect(cheque(0, one, home("homeless"))).toBe(0);
  });
});
