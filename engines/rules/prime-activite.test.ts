import { describe, expect, test } from "vitest";
import type { Household, Person } from "./household.ts";
import { adult, answer, child, euros, home, household, income, partner, receives, salary } from "./invented.ts";

// Each of December 2024 to February 2025: base 622,63, slope 0,61, bonus of 181,19 at most between 59 and 120 hours of a Smic of 11,88.

const worker = (net: number, part: Partial<Person> = {}) => adult("1985-02-10", { activity: "working", incomes: [salary(net)], ...part });
const prime = (of: Household) => euros("prime_activite", of);

describe("who may have the prime d'activité", () => {
  test.each([
    ["who works", household([worker(1000)]), 622.63 + (181.19 * (1000 - 700.92)) / 724.68 - 390],
    ["not who does not", household([adult("1985-02-10")]), 0],
    [
      "who worked one month of the three: the others give nothing",
      household([worker(0, { incomes: [salary(1000, "2025-02")] })]),
      307.41 / 3,
    ],
    ["not under 18 years", household([worker(1000, { birthDate: "2007-05-10" as never })]), 0],
    [
      "a student on more than 1 104,25 € each month",
      household([worker(1105, { activity: "student" })]),
      622.63 + (181.19 * (1105 - 700.92)) / 724.68 - 430.95,
    ],
    ["not on less", household([worker(1104, { activity: "student" })]), 0],
    ["not for two months of three", household([worker(0, { activity: "student", incomes: [salary(1500, "2025-01")] })]), 0],
    [
      "a lone parent of an infant with other means, even without work",
      household([adult("1985-02-10", { incomes: [income("alimony", 900, "2024-01")] }), child("2023-05-10")]),
      0,
    ],
    ["less than 15 € is not paid: 803,82 − 0,39 × 2 030", household([worker(2030)]), 0],
    ["15 € is: 803,82 − 0,39 × 2 020", household([worker(2020)]), 803.82 - 787.8],
  ])("%s", (_, of, amount) => {
    expect(prime(of)).toBeCloseTo(amount, 1);
  });
});

describe("the bonus", () => {
  test.each([
    ["none at 59 hours of Smic", 700.92, 0],
    ["half of it half way", 700.92 + 362.34, 90.6],
    ["whole from 120 hours", 1425.6, 181.19],
    ["no more above", 1600, 181.19],
  ])("%s", (_, net, bonus) => {
    expect(prime(household([worker(net)]))).toBeCloseTo(622.63 + bonus - 0.39 * net, 1);
  });

  test("each who works has his own", () => {
    const couple = household([worker(1500), partner("1985-05-10", { activity: "working", incomes: [salary(800)] })]);
    expect(prime(couple)).toBeCloseTo(933.95 + 181.19 + (181.19 * 99.08) / 724.68 - 0.39 * 2300, 1);
  });

  test("from April 2026 it grows up to 138 hours, and is larger", () => {
    const month = "2026-07" as const;
    // 0,377 × 638,28 = 240,63; Smic 12,02 in April and May, 12,31 in June.
    const at = (smic: number) => (240.63 * (1200 - 59 * smic)) / ((138 - 59) * smic);
    const mean = (2 * at(12.02) + at(12.31)) / 3;
    expect(prime(household([worker(1200)], { month }))).toBeCloseTo(638.28 + mean - (1 - 0.5985) * 1200, 1);
  });
});

describe("each month has its own family and figures", () => {
  test("a wage that changes: the mean of the three results, not the result of the mean", () => {
    // In December the wage is under the flat amount, which nothing then exceeds: only the slope is left.
    const of = household([worker(0, { incomes: [salary(500, "2024-01", "2024-12"), salary(1500, "2025-01")] })]);
    expect(prime(of)).toBeCloseTo((0.61 * 500 + 2 * (803.82 - 0.39 * 1500)) / 3, 1);
  });
  test("in January to March the last months are those of another year", () => {
    const of = household([worker(1000), child("2018-05-10"), child("2015-05-10")], {
      month: "2025-01",
      received: receives({ afCents: 148.52 }),
    });
    // Family allowances of 149,26 in October to December 2024; received 148,52. Smic 11,65 in October, 11,88 from November.
    const bonus = (smic: number) => (181.19 * (1000 - 59 * smic)) / (61 * smic);
    const mean = (bonus(11.65) + 2 * bonus(11.88)) / 3;
    expect(prime(of)).toBeCloseTo(622.63 * 1.8 + mean - 390 - 148.52, 1);
  });
  test("a child of a parent recently alone raises the amount", () => {
    const of = household([worker(1200), child("2018-05-10")], { isRecentlyAlone: true });
    expect(prime(of)).toBeCloseTo(622.63 * 1.71216 + 124.79 - 0.39 * 1200, 1);
  });
  test("a child who works brings its activity and its bonus, even when it supports itself", () => {
    const son = child("2004-05-10", { activity: "working", incomes: [salary(1500)] });
    expect(prime(household([worker(1500), partner("1985-05-10"), son]))).toBeCloseTo(933.95 + 2 * 181.19 - 0.39 * 3000, 1);
  });
});

describe("other resources", () => {
  const housing = home("tenant", 500);
  test.each([
    ["a pension counts in full", household([worker(1000, { incomes: [salary(1000), income("retirement", 200, "2024-01")] })]), 200],
    [
      "the housing aid that was received, up to 12 % of the base",
      household([worker(1000)], { housing, received: receives({ housingAidCents: 200 }) }),
      74.72,
    ],
    ["a smaller one, in full", household([worker(1000)], { housing, received: receives({ housingAidCents: 50 }) }), 50],
    ["what was not received does not count", household([worker(1000)], { housing }), 0],
    ["an owner", household([worker(1000)], { housing: home("owner") }), 74.72],
    ["the Aspa and the Paje received", household([worker(1000)], { received: receives({ aspaCents: 30, pajeCents: 20 }) }), 50],
    [
      "the ASS, ASI and MVA received",
      household([worker(1000)], { received: receives({}, { assCents: { p1: 10_00 }, asiCents: { p1: 20_00 }, mvaCents: { p1: 30_00 } }) }),
      60,
    ],
  ])("%s", (_, of, taken) => {
    expect(prime(of)).toBeCloseTo(307.41 - taken, 1);
  });

  test("of the ASF 104,95 a child; of the complément familial nothing of its increase", () => {
    const children = [child("2012-05-10"), child("2015-05-10"), child("2018-05-10")];
    const received = receives({ asfCents: 590, cfCents: 291.43, afCents: 415.13 });
    expect(prime(household([worker(1000), ...children], { received }))).toBeCloseTo(
      622.63 * 2.2 + 74.78 - 390 - 3 * 104.95 - 194.27 - 340.5,
      1,
    );
  });

  test("the AAH counts as earned from 29 hours of Smic a month, 344,52 €, and as another resource under it", () => {
    const received = receives({}, { aahCents: { p1: 400_00 } });
    const at = (net: number) => prime(household([worker(net)], { received }));
    expect(at(300)).toBeCloseTo(622.63 - 0.39 * 300 - 400, 1);
    expect(at(400)).toBeCloseTo(622.63 + (181.19 * (800 - 700.92)) / 724.68 - 0.39 * 800, 1);
  });

  test("a micro-business is work like any other", () => {
    expect(prime(household([worker(0, { incomes: [income("micro-business", 1000, "2024-01")] })]))).toBeCloseTo(307.41, 1);
  });
});

test("the trace names each of the three months", () => {
  const labels = answer("prime_activite", household([worker(1000)])).trace.map(({ label }) => label);
  expect(labels).toContain("prime de ce mois, pour un tiers (décembre 2024)");
  expect(labels).toContain("prime de ce mois, pour un tiers (février 2025)");
});
