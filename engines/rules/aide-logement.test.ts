import { describe, expect, test } from "vitest";
import { day } from "#engines/calendar";
import type { Household, Housing, Person } from "./household.ts";
import { adult, answer, child, euros, home, household, income, partner, receives, salary } from "./invented.ts";

// March 2025, zone 2: ceilings 287,35 alone, 351,72 couple, 395,77 with one dependant and 57,61 more for each; charges 59,97 and 13,60.
// Least share 39,15 or 8,5 %; 5 € taken off; CRDS 0,5 %.

const man = adult("1985-02-10");
const afterCrds = (before: number): number => Math.round(before * 99.5) / 100;
const tenant = (persons: readonly Person[], housing: Housing, part: Partial<Household> = {}) => household(persons, { housing, ...part });
const aid = (of: Household) => euros("aide_logement", of);

describe("rent and charges that are counted", () => {
  test.each([
    ["alone, up to the ceiling", tenant([man], home("tenant", 450)), 287.35 + 59.97 - 39.15 - 5],
    ["the rent itself when lower, in whole euros", tenant([man], home("tenant", 200.4)), 200 + 59.97 - 39.15 - 5],
    ["zone 1", tenant([man], home("tenant", 450, 1)), 329.71 + 59.97 - 39.15 - 5],
    ["zone 3", tenant([man], home("tenant", 450, 3)), 269.32 + 59.97 - 39.15 - 5],
    ["couple", tenant([man, partner("1985-05-10")], home("tenant", 450)), 351.72 + 59.97 - 39.15 - 5],
    ["a pregnant woman is a couple", tenant([{ ...man, isPregnant: true }], home("tenant", 450)), 351.72 + 59.97 - 39.15 - 5],
    ["two children", tenant([man, child("2015-02-10"), child("2018-02-10")], home("tenant", 600)), 453.38 + 87.17 - 45.95 - 5],
    ["a furnished home: two thirds of the rent, in whole euros", tenant([man], home("furnished-tenant", 301)), 201 + 59.97 - 39.15 - 5],
    [
      "a flat share: three quarters of the ceiling, half of the charges",
      tenant([man], home("tenant", 450, 2, { isFlatShare: true })),
      215.51 + 29.98 - 39.15 - 5,
    ],
    [
      "a flat share of a couple: the charges are not halved",
      tenant([man, partner("1985-05-10")], home("tenant", 450, 2, { isFlatShare: true })),
      263.79 + 59.97 - 39.15 - 5,
    ],
    [
      "a single room: nine tenths of the ceiling of one, even with a child",
      tenant([man, child("2015-02-10")], home("tenant", 450, 2, { isSingleRoom: true })),
      258.62 + 73.57 - 39.15 - 5,
    ],
    [
      "a room in a flat share: both",
      tenant([man], home("tenant", 450, 2, { isSingleRoom: true, isFlatShare: true })),
      193.96 + 29.98 - 39.15 - 5,
    ],
  ])("%s", (_, of, before) => {
    expect(aid(of)).toBeCloseTo(afterCrds(before), 1);
  });
});

describe("a rent that is too high", () => {
  // Zone 2: from 2,5 × 287,35 = 718,38 the aid shrinks, at 3,1 × 287,35 = 890,79 it ends.
  const whole = 287.35 + 59.97 - 39.15;
  test.each([
    ["718 €: nothing changes", tenant([man], home("tenant", 718)), whole - 5],
    ["800 €: (890,79 − 800) / (890,79 − 718,38) of it", tenant([man], home("tenant", 800)), (whole * 90.79) / 172.41 - 5],
    ["891 €: none", tenant([man], home("tenant", 891)), 0],
    ["zone 1: from 3,4 ceilings, to 4", tenant([man], home("tenant", 1100, 1)), 329.71 + 59.97 - 39.15 - 5],
    ["someone disabled in the family: it does not matter", tenant([{ ...man, isDisabled: true }], home("tenant", 891)), whole - 5],
  ])("%s", (_, of, before) => {
    expect(aid(of)).toBeCloseTo(afterCrds(before), 1);
  });
});

describe("which of the three", () => {
  test.each([
    ["a social home: APL", tenant([man], home("social-tenant", 300)), "apl"],
    ["with a dependant: ALF", tenant([man, child("2015-02-10")], home("tenant", 300)), "alf"],
    ["otherwise: ALS", tenant([man], home("tenant", 300)), "als"],
    ["none for an owner", tenant([man], home("owner")), undefined],
  ])("%s", (_, of, kind) => {
    expect(answer("aide_logement", of).housing).toBe(kind);
  });
});

describe("the resources", () => {
  const earns = (...incomes: Person["incomes"]) => ({ ...man, activity: "working" as const, incomes });
  /** The resources that the trace says, in euros. */
  const resources = (of: Household) =>
    answer("aide_logement", of).trace.find(({ label }) => label.startsWith("ressources des douze"))?.value;
  const rented = (persons: readonly Person[], part: Partial<Household> = {}) => tenant(persons, home("tenant", 400), part);
  const taxable = (cents: number, from: "2024-01" | "2024-08", until: "ongoing" | "2024-07" | "2025-02" = "ongoing") =>
    income("salary", cents, from, until, { taxableCents: cents * 100 });

  test.each([
    [
      "wages of the thirteenth to the second month before, less 10 %, to the next hundred",
      rented([earns(taxable(1000, "2024-01"))]),
      10_800,
    ],
    ["the last month does not count", rented([earns(salary(1000, "2025-02"))]), 0],
    ["little money: at least 504 € are taken off", rented([earns(taxable(100, "2024-01"))]), 700],
    [
      "unemployed for long, with benefits: 30 % less on the wages",
      rented([
        {
          ...earns(taxable(1000, "2024-01", "2024-07"), income("unemployment", 500, "2024-08", "ongoing", { taxableCents: 500_00 })),
          activity: "unemployed",
          unemployedSince: day("2024-08-01"),
        },
      ]),
      6_600,
    ],
    [
      "unemployed without benefits for two months: nothing counts",
      rented([{ ...earns(taxable(1000, "2024-01", "2024-07")), activity: "unemployed", unemployedSince: day("2024-08-01") }]),
      0,
    ],
    [
      "but not for less than two months",
      rented([{ ...earns(taxable(1000, "2024-01", "2025-02")), activity: "unemployed", unemployedSince: day("2025-01-01") }]),
      10_800,
    ],
    [
      "the RSA was received last month: nothing counts",
      rented([earns(taxable(1000, "2024-01"))], { received: receives({ rsaCents: 100 }) }),
      0,
    ],
    [
      "retired without a wage: 30 % less on what was earned before",
      rented([{ ...earns(taxable(1000, "2024-01", "2025-02"), income("retirement", 1, "2025-03")), activity: "retired" }]),
      7_600,
    ],
    [
      "a pension of retirement, less 10 %",
      rented([{ ...man, activity: "retired", incomes: [income("retirement", 990, "2024-01", "ongoing", { taxableCents: 1000_00 })] }]),
      10_800,
    ],
    ["alimony of the last calendar year", rented([{ ...man, incomes: [income("alimony", 500, "2024-07")] }]), 2_600],
    [
      "a disability pension of two years ago",
      rented([{ ...man, yearlyIncomes: { ...man.yearlyIncomes, disabilityPensionCents: 6000_00 } }]),
      5_400,
    ],
    ["a student: a flat sum", rented([{ ...man, birthDate: day("2002-02-10"), activity: "student", incomes: [salary(2000)] }]), 8_600],
    ["with a scholarship, less", rented([{ ...man, birthDate: day("2002-02-10"), activity: "student", hasScholarship: true }]), 6_900],
    ["not from 28 years", rented([{ ...man, birthDate: day("1997-02-10"), activity: "student" }]), 0],
    [
      "a child counts above 1,25 times the ceiling of the Aspa of 2023: 14 416,28",
      rented([man, child("2005-02-10", { activity: "working", incomes: [taxable(1500, "2024-01")] })]),
      1_800,
    ],
    ["savings above 30 000 €, at 3 % of the whole", rented([{ ...man, livretACents: 20_000_00, otherSavingsCents: 20_000_00 }]), 1_200],
    ["not up to 30 000 €", rented([{ ...man, livretACents: 20_000_00, otherSavingsCents: 10_000_00 }]), 0],
    ["nor with a disabled child", rented([{ ...man, otherSavingsCents: 40_000_00 }, child("2015-02-10", { isDisabled: true })]), 0],
    ["nor with the AAH", rented([{ ...man, disabilityRate: 0.8, otherSavingsCents: 40_000_00 }]), 0],
    [
      "two very high wages: 95 € less",
      rented([earns(taxable(6000, "2024-01")), partner("1985-05-10", { activity: "working", incomes: [taxable(6000, "2024-01")] })]),
      129_600,
    ],
  ])("%s", (_, of, expected) => {
    expect(resources(of)).toBe(expected);
  });
});

describe("what the household pays itself", () => {
  test("2,83 % of what exceeds 5 235 € alone, and more as the rent nears the ceiling of zone 2", () => {
    const on = (rent: number, zone: Housing["zone"] = 2) =>
      aid(
        tenant(
          [{ ...man, activity: "working", incomes: [income("salary", 800, "2024-01", "ongoing", { taxableCents: 800_00 })] }],
          home("tenant", rent, zone),
        ),
      );
    // 8 700 € counted, 3 465 above. Ratio 100 / 287,35 under 0,45: nothing more.
    expect(on(100)).toBeCloseTo(afterCrds(159.97 - 39.15 - 0.0283 * 3465 - 5), 1);
    // 200 / 287,35 = 0,696: 0,0045 × 0,246 = 0,001107.
    expect(on(200)).toBeCloseTo(afterCrds(259.97 - 39.15 - (0.0283 + 0.0045 * (200 / 287.35 - 0.45)) * 3465 - 5), 1);
    // At the ceiling: 0,00135 + 0,0068 × 0,25.
    expect(on(500)).toBeCloseTo(afterCrds(347.32 - 39.15 - (0.0283 + 0.00135 + 0.0017) * 3465 - 5), 1);
  });

  test("seven dependants: 10 554 + 346 €, and 1,67 %", () => {
    const children = Array.from({ length: 7 }, (_, at) => child(`${2008 + at}-02-10`));
    const worker = {
      ...man,
      activity: "working" as const,
      incomes: [income("salary", 2000, "2024-01", "ongoing", { taxableCents: 2000_00 })],
    };
    // 21 600 counted; rent 395,77 + 6 × 57,61 = 741,43, charges 59,97 + 7 × 13,60 = 155,17; least share 8,5 %.
    const share = 0.085 * (741.43 + 155.17) + (0.0167 + 0.00135 + 0.0017) * (21_600 - 10_900);
    expect(aid(tenant([worker, partner("1985-05-10"), ...children], home("tenant", 900)))).toBeCloseTo(
      afterCrds(741.43 + 155.17 - share - 5),
      1,
    );
  });

  test("under 10 € nothing is paid, but an APL is down to its 5 € less", () => {
    const earns = (net: number) => [
      { ...man, activity: "working" as const, incomes: [income("salary", net, "2024-01", "ongoing", { taxableCents: net * 100 })] },
    ];
    const before = (net: number) => 287.35 + 59.97 - 39.15 - 0.03135 * (Math.ceil((net * 12 * 0.9) / 100) * 100 - 5235);
    expect(before(1370)).toBeGreaterThan(0);
    expect(before(1370)).toBeLessThan(10);
    expect(aid(tenant(earns(1370), home("tenant", 500)))).toBe(0);
    expect(aid(tenant(earns(1370), home("social-tenant", 500)))).toBeCloseTo(afterCrds(before(1370) - 5), 1);
    expect(aid(tenant(earns(1300), home("tenant", 500)))).toBeCloseTo(afterCrds(before(1300) - 5), 1);
  });
});

describe("dependants", () => {
  const adultChild = (part: Partial<Person>) => child("2003-02-10", part);
  test.each([
    ["a child of 20", [child("2004-05-10")], "alf"],
    ["not one of 21", [child("2004-02-10")], "als"],
    ["a disabled one of 22, above 80 %", [adultChild({ disabilityRate: 0.85 })], "alf"],
    ["not at 80 %", [adultChild({ disabilityRate: 0.8 })], "als"],
    ["one unfit for work", [adultChild({ isUnfitForWork: true })], "alf"],
    [
      "not when it had much two years ago",
      [adultChild({ isUnfitForWork: true, yearlyIncomes: { ...man.yearlyIncomes, salaryCents: 20_000_00 } })],
      "als",
    ],
  ])("%s", (_, children, kind) => {
    expect(answer("aide_logement", tenant([adult("1970-02-10"), ...children], home("tenant", 400))).housing).toBe(kind);
  });
});

describe("the rent of a social home is already reduced", () => {
  test.each([
    ["98 % of 48,45 alone in zone 2", tenant([man], home("social-tenant", 300)), 287.35 + 59.97 - 39.15 - 5 - 0.98 * 48.45],
    [
      "of a couple in zone 1: 66,73",
      tenant([man, partner("1985-05-10")], home("social-tenant", 500, 1)),
      397.64 + 59.97 - 39.15 - 5 - 0.98 * 66.73,
    ],
    [
      "not above 895 € a month",
      tenant(
        [{ ...man, activity: "working", incomes: [income("salary", 1000, "2024-01", "ongoing", { taxableCents: 1000_00 })] }],
        home("social-tenant", 300),
      ),
      287.35 + 59.97 - 39.15 - 0.03135 * (10_800 - 5235) - 5,
    ],
  ])("%s", (_, of, before) => {
    expect(aid(of)).toBeCloseTo(afterCrds(before), 1);
  });
});
