import { describe, expect, test } from "vitest";
import { adult, child, euros, home, household, income, partner, receives, salary } from "./invented.ts";

// Base of March 2025: 635,71 €. Nothing else is received, so the family benefits of the month alone are taken away.

const man = adult("1985-02-10");
const woman = partner("1985-05-10");
const young = adult("2003-02-10");

describe("who may have the RSA", () => {
  test.each([
    ["from 25 years", household([adult("2000-03-01")]), 635.71],
    ["not the day after", household([adult("2000-03-02")]), 0],
    ["before 25, with a child", household([young, child("2015-02-10")], { received: receives({}) }), 635.71 * 1.5 - 104.95],
    ["before 25, expecting one: 1,28412 of the base", household([{ ...young, isPregnant: true }]), 816.33],
    ["before 25, with 3,214 hours of work", household([{ ...young, hasWorkedForYouthRsa: true }]), 635.71],
    ["not at 18 years, even so", household([adult("2006-05-10", { hasWorkedForYouthRsa: true })]), 0],
    ["not a student", household([{ ...man, activity: "student" }]), 0],
    ["a student whose partner is not", household([{ ...man, activity: "student" }, woman]), 953.57],
  ])("%s", (_, of, amount) => {
    expect(euros("rsa", of)).toBeCloseTo(amount, 2);
  });
});

describe("the flat amount grows with the household", () => {
  const children = ["2008-02-10", "2010-02-10", "2012-02-10", "2013-02-10"].map((birth) => child(birth));
  // Family allowances count without their increase for age; the complément familial without its own; of the ASF 104,95 a child.
  test.each([
    ["couple", household([man, woman]), 1.5, 0],
    ["couple, one child", household([man, woman, ...children.slice(0, 1)]), 1.8, 0],
    ["couple, two children", household([man, woman, ...children.slice(0, 2)]), 2.1, 149.26],
    ["couple, three children", household([man, woman, ...children.slice(0, 3)]), 2.5, 340.5 + 194.27],
    ["alone, one child", household([man, ...children.slice(0, 1)]), 1.5, 104.95],
    ["alone, two children", household([man, ...children.slice(0, 2)]), 1.8, 2 * 104.95 + 149.26],
    ["alone, three children", household([man, ...children.slice(0, 3)]), 2.2, 3 * 104.95 + 340.5 + 194.27],
    ["alone, four children", household([man, ...children]), 2.6, 4 * 104.95 + 531.74 + 194.27],
  ])("%s", (_, of, shares, benefits) => {
    expect(euros("rsa", of)).toBeCloseTo(635.71 * shares - benefits, 1);
  });

  test.each([
    [
      "recently alone: 1,71216 with one child",
      household([man, ...children.slice(0, 1)], { isRecentlyAlone: true }),
      1.71216 * 635.71 - 104.95,
    ],
    ["not in a couple", household([man, woman, ...children.slice(0, 1)], { isRecentlyAlone: true }), 1.8 * 635.71],
    ["with a child under three, and the Paje", household([man, child("2022-04-10")]), 1.71216 * 635.71 - 104.95 - 194.27],
    ["with a child of three, no more", household([man, child("2022-02-10")]), 1.5 * 635.71 - 104.95],
  ])("raised: %s", (_, of, amount) => {
    expect(euros("rsa", of)).toBeCloseTo(amount, 1);
  });
});

describe("a child who works", () => {
  const apprentice = (net: number) => child("2005-02-10", { activity: "working", incomes: [salary(net)] });
  test.each([
    // At most 0,4 × 635,71 = 254,28 a month, or the child costs more than it brings.
    ["on little, counts with what it earns", household([man, woman, apprentice(200)]), 1.8 * 635.71 - 200],
    ["on more, is left out with its wage", household([man, woman, apprentice(300)]), 1.5 * 635.71],
    [
      "alone opens the raise of a parent recently alone: up to 0,71216 × 635,71 = 452,73",
      household([man, apprentice(400)], { isRecentlyAlone: true }),
      1.71216 * 635.71 - 400 - 0,
    ],
    [
      "not when there is another child",
      household([man, apprentice(400), child("2015-02-10")], { isRecentlyAlone: true }),
      1.71216 * 635.71 - 104.95,
    ],
    ["nor in pregnancy", household([{ ...man, isPregnant: true }, apprentice(400)], { isRecentlyAlone: true }), 1.28412 * 635.71],
    [
      "at 25, never counts",
      household([man, woman, child("2000-02-10")].map((p) => (p.role === "claimant" ? adult("1970-02-10") : p))),
      1.5 * 635.71,
    ],
  ])("%s", (_, of, amount) => {
    expect(euros("rsa", of)).toBeCloseTo(amount, 1);
  });
});

describe("incomes are the mean of the three months before", () => {
  const earns = (...incomes: ReturnType<typeof salary>[]) => euros("rsa", household([{ ...man, incomes }]));
  test.each([
    ["one month of three", earns(salary(300, "2025-02")), 535.71],
    ["that of the month itself does not count", earns(salary(300, "2025-03")), 635.71],
    ["nor the fourth before", earns(salary(300, "2024-01", "2024-11")), 635.71],
    ["a wage that has just ended is forgotten", earns(salary(300, "2024-01", "2025-02")), 635.71],
    ["but not one that ended a month earlier", earns(salary(300, "2024-01", "2025-01")), 435.71],
    ["nor when benefits take its place", earns(salary(300, "2024-01", "2025-02"), income("unemployment", 90, "2025-03")), 335.71],
    [
      "alimony that has just ended is forgotten up to three base amounts",
      earns(income("alimony", 900, "2024-01", "2025-02")),
      635.71 - (2700 - 1907.13) / 3,
    ],
    ["a disability pension counts", earns(income("disability-pension", 100, "2024-01")), 535.71],
    ["less than 6 € is not paid", earns(salary(630)), 0],
    ["6 € is", earns(salary(629)), 6.71],
  ])("%s", (_, amount, expected) => {
    expect(amount).toBeCloseTo(expected, 2);
  });

  test("savings are held to yield interest, at the rate of each month", () => {
    // 10 000 € of livret A: 25 € in December and January, 20 € in February; 12 000 € elsewhere: 30 € a month.
    const saver = { ...man, livretACents: 10_000_00, otherSavingsCents: 12_000_00 };
    expect(euros("rsa", household([saver]))).toBeCloseTo(635.71 - (25 + 25 + 20) / 3 - 30, 2);
  });

  test("what was received of the ASS, AAH, ASI and MVA counts, and not the RSA itself", () => {
    const received = receives(
      { rsaCents: 500 },
      { assCents: { p1: 50_00 }, aahCents: { p1: 60_00 }, asiCents: { p1: 70_00 }, mvaCents: { p1: 80_00 } },
    );
    expect(euros("rsa", household([man], { received }))).toBe(375.71);
  });
});

describe("what housing takes away", () => {
  test.each([
    ["an owner: 12 % of the base", home("owner"), 76.29],
    ["lodged for free", home("rent-free"), 76.29],
    ["lodged for free, sharing the costs", home("rent-free", 0, 2, { sharesCosts: true }), 0],
    ["without a home", home("homeless"), 0],
    ["a tenant with an aid above it", home("tenant", 400), 76.29],
    ["a tenant whose aid is smaller: 60 + 59,97 − 39,15 − 5, less CRDS", home("tenant", 60), 75.44],
    ["a tenant whose rent is too high for any aid", home("tenant", 1000), 0],
  ])("%s", (_, housing, taken) => {
    expect(euros("rsa", household([man], { housing }))).toBeCloseTo(635.71 - taken, 2);
  });

  test("of two persons 16 % of one and a half, of three 16,5 % of one and eight tenths", () => {
    const housing = home("owner");
    expect(euros("rsa", household([man, woman], { housing }))).toBeCloseTo(953.57 * 0.84, 1);
    expect(euros("rsa", household([man, woman, child("2015-02-10")], { housing }))).toBeCloseTo(1144.28 * 0.835, 1);
  });
});
