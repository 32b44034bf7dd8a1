import { describe, expect, test } from "vitest";
import type { Person } from "./household.ts";
import { adult, answer, child, euros, household, income, partner, salary, twoYearsAgo } from "./invented.ts";

const mother = adult("1985-02-10");
const father = partner("1984-02-10");
const earning = (salaryCents: number): Person => ({ ...mother, yearlyIncomes: twoYearsAgo({ salaryCents }) });

describe("family allowances", () => {
  test.each([
    ["none for one child", [child("2015-05-10")], 0],
    ["two children: 0,32 of the BMAF", [child("2015-05-10"), child("2018-05-10")], 149.26],
    ["a child of 20 is no longer one of the two", [child("2015-05-10"), child("2005-02-10")], 0],
    [
      "but two of 20 with a younger one each have a flat sum: 2 × 0,20234 × 466,44",
      [child("2015-05-10"), child("2005-02-10"), child("2005-01-10")],
      188.76,
    ],
    [
      "a flat sum for the one of 20, with two younger ones",
      [child("2015-05-10"), child("2018-05-10"), child("2005-02-10")],
      149.26 + 94.38,
    ],
    ["of two, the eldest has no increase for age", [child("2010-05-10"), child("2018-05-10")], 149.26],
    ["the second has, from 14 years: 0,16 of the BMAF", [child("2009-05-10"), child("2010-05-10")], 223.89],
    ["shared custody of one of two: three quarters", [child("2015-05-10", { isInSharedCustody: true }), child("2018-05-10")], 111.95],
    [
      "shared custody of the one who has the increase: half of it too",
      [child("2009-05-10"), child("2010-05-10", { isInSharedCustody: true })],
      149.26 * 0.75 + 37.32,
    ],
    [
      "a young worker on the minimum wage is no longer dependent",
      [child("2007-05-10", { incomes: [salary(1400)] }), child("2015-05-10")],
      0,
    ],
    [
      "a young apprentice on little still is: 0,55 × 169 × 11,88 = 1 104,25",
      [child("2007-05-10", { incomes: [salary(1104)] }), child("2015-05-10")],
      149.26,
    ],
    ["a child born on the first of the month counts in it", [child("2025-03-01"), child("2015-05-10")], 149.26],
    ["one born on the second does not", [child("2025-03-02"), child("2015-05-10")], 0],
  ])("%s", (_, children, amount) => {
    expect(euros("af", household([mother, father, ...children]))).toBeCloseTo(amount, 2);
  });

  test.each([
    // First ceiling 65 473 + 2 × 6 546 = 78 565; second 91 627 + 2 × 6 546 = 104 719. Wages count for nine tenths.
    ["under the first ceiling", 87_000, 149.26],
    ["just above: half, and what half exceeds a twelfth of the gap: 74,63 + 74,63 − (78 750 − 78 565) / 12", 87_500, 133.84],
    ["between the two: half", 100_000, 74.63],
    ["just above the second: a quarter, and 37,32 − (104 850 − 104 719) / 12", 116_500, 63.71],
    ["above the second: a quarter", 150_000, 37.32],
  ])("resources %s", (_, salaryCents, amount) => {
    expect(euros("af", household([earning(salaryCents), father, child("2015-05-10"), child("2018-05-10")]))).toBeCloseTo(amount, 1);
  });
});

describe("complément familial", () => {
  const three = [child("2012-05-10"), child("2015-05-10"), child("2018-05-10")];
  test.each([
    // Ceiling of a couple with one wage and three children: 24 414 × 1,8 = 43 945,20.
    ["under half of the ceiling: raised, 0,6248 of the BMAF", 20_000, three, 291.43],
    ["under the ceiling", 48_000, three, 194.27],
    ["just above: (43 945,20 + 12 × 194,27 − 44 100) / 12", 49_000, three, 181.37],
    ["far above", 60_000, three, 0],
    ["two children only", 20_000, three.slice(1), 0],
    ["three, of whom one is under three", 20_000, [...three.slice(1), child("2022-05-10")], 0],
    ["three above three years and one of 20", 48_000, [...three, child("2004-06-10")], 194.27],
  ])("%s", (_, salaryCents, children, amount) => {
    expect(euros("cf", household([earning(salaryCents), father, ...children]))).toBeCloseTo(amount, 1);
  });

  test("a lone parent, or two wages, have a higher ceiling", () => {
    const wage = twoYearsAgo({ salaryCents: 55_000 });
    const half = twoYearsAgo({ salaryCents: 27_500 });
    expect(euros("cf", household([{ ...mother, yearlyIncomes: wage }, father, ...three]))).toBe(0);
    expect(euros("cf", household([{ ...mother, yearlyIncomes: wage }, ...three]))).toBe(194.27);
    expect(euros("cf", household([{ ...mother, yearlyIncomes: half }, { ...father, yearlyIncomes: half }, ...three]))).toBe(194.27);
  });

  test("none with the basic allowance of a younger child", () => {
    const of = household([mother, father, ...three, child("2023-05-10")]);
    expect(euros("paje_base", of)).toBe(194.27);
    expect(euros("cf", of)).toBe(0);
  });
});

describe("basic allowance of the Paje", () => {
  test.each([
    // One child, one wage: full under 24 414 × 1,25 = 30 517,50, half under 29 169 × 1,25 = 36 461,25.
    ["full", 33_000, "2023-05-10", 194.27],
    ["half", 40_000, "2023-05-10", 97.14],
    ["none above", 41_000, "2023-05-10", 0],
    ["until the third birthday: born in March 2022", 0, "2022-03-10", 194.27],
    ["no more after it: born in February 2022", 0, "2022-02-10", 0],
  ])("%s", (_, salaryCents, birth, amount) => {
    expect(euros("paje_base", household([earning(salaryCents), father, child(birth)]))).toBe(amount);
  });
});

describe("allocation de soutien familial", () => {
  const alimony = (net: number) => [income("alimony", net, "2024-01")];
  test.each([
    ["for each child of a lone parent", household([mother, child("2015-05-10"), child("2018-05-10")]), 393.68],
    ["not in a couple", household([mother, father, child("2015-05-10")]), 0],
    ["less the alimony", household([{ ...mother, incomes: alimony(100) }, child("2015-05-10")]), 96.84],
    ["nothing under 15 €", household([{ ...mother, incomes: alimony(182) }, child("2015-05-10")]), 0],
    ["alimony may be paid to the child", household([mother, child("2008-05-10", { incomes: alimony(100) })]), 96.84],
    ["until 19 years", household([mother, child("2005-05-10")]), 196.84],
    ["not at 20", household([mother, child("2005-02-10")]), 0],
  ])("%s", (_, of, amount) => {
    expect(euros("asf", of)).toBe(amount);
  });
});

describe("allocation de rentrée scolaire", () => {
  test.each([
    // Ages on 1 December 2025, BMAF 474,37.
    ["not before six years", "2019-12-10", 0],
    ["from 6 to 10", "2019-11-10", 425.6],
    ["11 to 14", "2014-05-10", 449.09],
    ["15 to 18", "2010-05-10", 464.65],
    ["18 since two months: born on 10 September 2007", "2007-09-10", 464.65],
    ["18 since three months: born on 10 August 2007", "2007-08-10", 0],
  ])("%s", (_, birth, amount) => {
    expect(euros("ars", household([mother, father, child(birth)]))).toBe(amount);
  });

  test("above the ceiling, what exceeds it is taken away, and nothing is paid under 15 €", () => {
    // 21 880 × 1,3 = 28 444 for one child.
    const at = (salaryCents: number) => euros("ars", household([earning(salaryCents), father, child("2014-05-10")]));
    expect(at(31_700)).toBe(449.09 - 86); // 28 530 counted
    expect(at(32_090)).toBe(0); // 28 881 counted: 12,09 € would be left
  });

  test("a pupil who earns a living brings nothing", () => {
    const worker = child("2009-05-10", { incomes: [salary(1400)] });
    expect(euros("ars", household([mother, father, worker]))).toBe(0);
  });
});

describe("allocation d'éducation de l'enfant handicapé", () => {
  const disabled = { isDisabled: true, disabilityRate: 0.8 };
  test("its base for each disabled child under twenty", () => {
    expect(
      euros("aeeh", household([mother, child("2015-05-10", disabled), child("2005-05-10", disabled), child("2004-05-10", disabled)])),
    ).toBe(298.52);
  });
  test("under 80 %, only the CDAPH can tell", () => {
    expect(answer("aeeh", household([mother, child("2015-05-10", { ...disabled, disabilityRate: 0.5 })])).state).toBe("uncertain");
    expect(answer("aeeh", household([mother, child("2015-05-10", disabled)])).state).toBe("acquired");
  });
});
