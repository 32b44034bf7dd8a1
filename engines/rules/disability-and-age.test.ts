import { describe, expect, test } from "vitest";
import type { Household, Person } from "./household.ts";
import { adult, answer, child, euros, home, household, income, partner, receives, salary, twoYearsAgo } from "./invented.ts";

// March 2025: AAH 1 016,05 €; ASI 10 794,79 and 18 890,89 a year; Aspa 12 411,44 and 19 268,80 a year; Smic 11,88.

const disabled = (part: Partial<Person> = {}) => adult("1980-02-10", { disabilityRate: 0.8, isDisabled: true, ...part });
const halfDisabled = (birth: string, part: Partial<Person> = {}) =>
  adult(birth, { disabilityRate: 0.5, hasWorkRestriction: true, ...part });
const aah = (of: Household) => euros("aah", of);

describe("who may have the AAH", () => {
  test.each([
    ["80 %", household([disabled()]), 1016.05],
    ["at any age", household([disabled({ birthDate: "1950-02-10" as never })]), 1016.05],
    ["79 % without restriction of access to work", household([disabled({ disabilityRate: 0.79 })]), 0],
    ["50 % with it", household([halfDisabled("1980-02-10")]), 1016.05],
    ["at 64 years still", household([halfDisabled("1960-03-10")]), 1016.05],
    ["no more at 65", household([halfDisabled("1960-02-10")]), 0],
    ["from 20 years", household([disabled({ birthDate: "2005-02-10" as never })]), 1016.05],
    [
      "a child of 17 who supports itself",
      household([adult("1980-02-10"), child("2007-05-10", { disabilityRate: 0.8, incomes: [salary(1400, "2024-06", "2025-02")] })]),
      1016.05,
    ],
    ["not a dependent child of 17", household([adult("1980-02-10"), child("2007-05-10", { disabilityRate: 0.8 })]), 0],
    ["the partner's wages do not count", household([disabled(), partner("1980-05-10", { incomes: [salary(3000)] })]), 1016.05],
  ])("%s", (_, of, amount) => {
    expect(aah(of)).toBe(amount);
  });
});

describe("the resources of the AAH", () => {
  const lowYear = 0.3 * 12 * 11.88 * 151.67; // 6 486,63
  test.each([
    [
      "the year two years before, a fifth of low wages, then less 30 % as work has stopped",
      disabled({ yearlyIncomes: twoYearsAgo({ salaryCents: 6000 }) }),
      6000 * 0.2 * 0.7,
    ],
    [
      "three fifths of what is above",
      disabled({ yearlyIncomes: twoYearsAgo({ salaryCents: 10_000 }) }),
      (lowYear * 0.2 + (10_000 - lowYear) * 0.6) * 0.7,
    ],
    ["a student keeps no such discount", disabled({ activity: "student", yearlyIncomes: twoYearsAgo({ salaryCents: 6000 }) }), 1200],
    [
      "but does with a pension last month",
      disabled({
        activity: "student",
        yearlyIncomes: twoYearsAgo({ salaryCents: 6000 }),
        incomes: [income("unemployment", 100, "2024-01", "2025-02")],
      }),
      840,
    ],
    ["pensions of that year in full", disabled({ yearlyIncomes: twoYearsAgo({ retirementCents: 1200, alimonyCents: 600 }) }), 1800],
    [
      "with a wage in the month, the last three months, four times",
      disabled({ activity: "working", incomes: [salary(500), income("alimony", 50, "2024-01")] }),
      6000 * 0.2 + 600,
    ],
    ["savings then count", disabled({ activity: "working", incomes: [salary(500)], otherSavingsCents: 12_000_00 }), 1200 + 360],
    [
      "a wage that begins this month: nothing yet",
      disabled({ activity: "working", incomes: [salary(500, "2025-03")], yearlyIncomes: twoYearsAgo({ salaryCents: 9000 }) }),
      0,
    ],
  ])("%s", (_, person, year) => {
    expect(aah(household([person]))).toBeCloseTo(1016.05 - year / 12, 1);
  });

  test("a dependent child raises the ceiling by half, so that small resources take nothing away", () => {
    const person = disabled({ yearlyIncomes: twoYearsAgo({ retirementCents: 6000 }) });
    expect(aah(household([person, child("2015-02-10")]))).toBe(1016.05);
  });

  test("with a disability pension and the ASI received it only completes them", () => {
    const person = disabled({ incomes: [income("disability-pension", 600, "2024-01")] });
    expect(aah(household([person], { received: receives({}, { asiCents: { p1: 100_00 } }) }))).toBe(316.05);
  });
});

describe("majoration pour la vie autonome", () => {
  const housing = home("tenant", 400);
  test.each([
    ["with an AAH, a home of one's own and a housing aid", household([disabled()], { housing }), 104.77],
    ["not without the aid", household([disabled()], { housing: home("tenant", 2000) }), 104.77],
    ["not lodged for free", household([disabled()], { housing: home("rent-free") }), 0],
    ["not under 80 %", household([halfDisabled("1980-02-10")], { housing }), 0],
    ["not after a wage in the year", household([disabled({ incomes: [salary(100, "2024-03", "2024-03")] })], { housing }), 0],
    [
      "a wage of more than a year ago is forgotten",
      household([disabled({ incomes: [salary(100, "2024-01", "2024-02")] })], { housing }),
      104.77,
    ],
  ])("%s", (_, of, amount) => {
    expect(euros("mva", of)).toBe(amount);
  });
});

const pensioner = (net: number, gross = net) => [income("retirement", net, "2024-01", "ongoing", { grossCents: gross * 100 })];

describe("Aspa", () => {
  const old = (part: Partial<Person> = {}) => adult("1955-02-10", { activity: "retired", ...part });
  test.each([
    ["alone, without anything: 12 411,44 / 12", household([old()]), 1034.29],
    ["from 65 years", household([adult("1960-03-01")]), 1034.29],
    ["not the month before", household([adult("1960-03-02")]), 0],
    ["from 64 when unfit for work", household([adult("1961-02-10", { isUnfitForWork: true })]), 1034.29],
    ["or disabled above 50 %", household([adult("1961-02-10", { disabilityRate: 0.6 })]), 1034.29],
    ["gross pensions count", household([old({ incomes: pensioner(900, 950) })]), 84.29],
    [
      "not for a partner too young, whose resources count: 1 605,73 − 800",
      household([old(), partner("1970-02-10", { incomes: [income("unemployment", 800, "2024-01")] })]),
      805.73,
    ],
    ["no more than for one, when one alone is old enough", household([old(), partner("1970-02-10")]), 1034.29],
    ["for both", household([old(), partner("1956-02-10")]), 1605.73],
    [
      "a small wage of the quarter is left out: up to 0,9 × 11,88 × 151,67 = 1 621,66",
      household([old({ incomes: [salary(0), income("salary", 500, "2024-01", "ongoing", { grossCents: 540_00 })] })]),
      1034.29,
    ],
    [
      "what is above counts",
      household([old({ incomes: [income("salary", 550, "2024-01", "ongoing", { grossCents: 700_00 })] })]),
      1034.29 - (2100 - 1621.66) / 3,
    ],
    [
      "more of it in a couple: up to 1,5 times",
      household([old({ incomes: [income("salary", 700, "2024-01", "ongoing", { grossCents: 900_00 })] }), partner("1956-02-10")]),
      1605.73,
    ],
    [
      "the AAH of a partner counts",
      household([old(), partner("1970-02-10")], { received: receives({}, { aahCents: { p2: 1000_00 } }) }),
      605.73,
    ],
    ["one's own does not", household([old()], { received: receives({}, { aahCents: { p1: 500_00 } }) }), 1034.29],
    ["savings count", household([old({ otherSavingsCents: 12_000_00 })]), 1004.29],
  ])("%s", (_, of, amount) => {
    expect(euros("aspa", of)).toBeCloseTo(amount, 1);
  });

  test("from the legal age of retirement, the law may open it earlier: never said to be excluded", () => {
    expect(answer("aspa", household([adult("1962-02-10", { isUnfitForWork: true })])).state).toBe("uncertain");
    expect(answer("aspa", household([adult("1961-02-10", { disabilityRate: 0.5 })])).state).toBe("uncertain");
    expect(answer("aspa", household([adult("1970-02-10", { isUnfitForWork: true })])).state).toBe("excluded");
  });
});

describe("ASI", () => {
  const invalid = (net: number, part: Partial<Person> = {}) =>
    adult("1975-02-10", { incomes: [income("disability-pension", net, "2024-01")], ...part });
  const other = (net: number) => partner("1975-05-10", { incomes: [income("disability-pension", net, "2024-01")] });
  test.each([
    ["alone: 899,57 − 500", household([invalid(500)]), 399.57],
    [
      "disabled and retired early",
      household([adult("1963-02-10", { isDisabled: true, activity: "retired", incomes: pensioner(500) })]),
      399.57,
    ],
    ["not without a pension", household([adult("1975-02-10", { isDisabled: true })]), 0],
    ["in a couple: 1 574,24 − 500", household([invalid(500), partner("1975-05-10")]), 1074.24],
    ["one's own AAH does not count", household([invalid(500)], { received: receives({}, { aahCents: { p1: 300_00 } }) }), 399.57],
    [
      "the AAH of the partner does",
      household([invalid(500), partner("1975-05-10")], { received: receives({}, { aahCents: { p2: 300_00 } }) }),
      774.24,
    ],
  ])("%s", (_, of, amount) => {
    expect(euros("asi", of)).toBeCloseTo(amount, 1);
  });

  test("both of a couple: half each", () => {
    expect(answer("asi", household([invalid(500), other(300)])).byPerson).toEqual({ p1: 387_12, p2: 387_12 });
  });

  test("one has the age of the Aspa: none, and half of an Aspa, which the law may see otherwise", () => {
    const of = household([invalid(500), partner("1955-02-10", { activity: "retired", incomes: pensioner(600) })]);
    expect(answer("asi", of)).toMatchObject({ amountCents: 0, state: "uncertain" });
    // 1 605,73 / 2 = 802,87, less half of (1 100 + 802,87 − 1 605,73).
    expect(euros("aspa", of)).toBeCloseTo(802.87 - (1100 + 802.87 - 1605.73) / 2, 1);
  });
});
