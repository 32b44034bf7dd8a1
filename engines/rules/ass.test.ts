import { describe, expect, test } from "vitest";
import { day } from "#engines/calendar";
import type { Person } from "./household.ts";
import { adult, answer, euros, household, income, partner, receives, salary } from "./invented.ts";

// 19,01 € a day in March 2025: 570,30 a month; ceilings 1 330,70 alone and 2 091,10 in a couple.

const jobless = (part: Partial<Person> = {}) =>
  adult("1975-02-10", { activity: "unemployed", unemployedSince: day("2023-01-01"), hasWorkedForAss: true, ...part });
const ass = (...persons: Person[]) => euros("ass", household(persons));

describe("who may have the ASS", () => {
  test.each([
    ["a job seeker whose benefits have ended", jobless(), 570.3],
    ["not who has not worked five years", jobless({ hasWorkedForAss: false }), 0],
    ["not who still has benefits", jobless({ incomes: [income("unemployment", 100, "2024-01")] }), 0],
    ["not who is not looking for work", jobless({ activity: "inactive" }), 0],
    ["up to 789 months: born in June 1959", jobless({ birthDate: day("1959-06-01") }), 570.3],
    ["not after: born in May 1959", jobless({ birthDate: day("1959-05-01") }), 0],
    ["not who has the AAH", jobless({ disabilityRate: 0.8 }), 0],
  ])("%s", (_, person, amount) => {
    expect(ass(person)).toBe(amount);
  });
});

describe("resources of twelve months", () => {
  const wage = (net: number, from: "2024-01" = "2024-01", until: "ongoing" | "2024-12" = "ongoing") =>
    income("salary", net, from, until, { taxableCents: net * 100 });
  test.each([
    ["alone, above 1 330,70 − 570,30", ass(jobless({ incomes: [income("alimony", 1000, "2024-01")] })), 330.7],
    ["of the partner too", ass(jobless(), partner("1975-05-10", { incomes: [wage(1800)] })), 291.1],
    ["nothing under one day of it", ass(jobless({ incomes: [income("alimony", 1320, "2024-01")] })), 0],
    [
      "a wage that has stopped no longer counts",
      ass(jobless(), partner("1975-05-10", { incomes: [wage(3000, "2024-01", "2024-12")] })),
      570.3,
    ],
    [
      "seven tenths do when benefits took its place: 0,7 × 10 × 3 000 / 12 + 2 × 800 / 12",
      ass(jobless(), partner("1975-05-10", { incomes: [wage(3000, "2024-01", "2024-12"), income("unemployment", 800, "2025-01")] })),
      2091.1 - 1750 - 133.33,
    ],
    [
      "or a pension",
      ass(jobless(), partner("1975-05-10", { incomes: [wage(3000, "2024-01", "2024-12"), income("retirement", 800, "2025-01")] })),
      2091.1 - 1750 - 133.33,
    ],
    [
      "benefits of the partner, while they last",
      ass(jobless(), partner("1975-05-10", { incomes: [income("unemployment", 1800, "2024-01")] })),
      291.1,
    ],
    ["not once ended", ass(jobless(), partner("1975-05-10", { incomes: [income("unemployment", 1800, "2024-01", "2025-01")] })), 570.3],
    [
      "a disability pension that has stopped still counts",
      ass(jobless({ incomes: [income("disability-pension", 1000, "2024-01", "2025-01")] })),
      1330.7 - 916.67,
    ],
    ["and a micro-business", ass(jobless({ incomes: [income("micro-business", 1000, "2024-01")] })), 330.7],
  ])("%s", (_, amount, expected) => {
    expect(amount).toBeCloseTo(expected, 1);
  });

  test("the AAH received counts", () => {
    const of = household([jobless(), partner("1975-05-10")], { received: receives({}, { aahCents: { p2: 1000_00 } }) });
    expect(euros("ass", of)).toBe(570.3);
    expect(euros("ass", { ...of, received: receives({}, { aahCents: { p2: 1800_00 } }) })).toBeCloseTo(291.1, 1);
  });
});

test("both of a couple may have it, each counted", () => {
  const other = { ...jobless(), id: "p2", role: "partner" as const };
  expect(answer("ass", household([jobless(), other])).byPerson).toEqual({ p1: 570_30, p2: 570_30 });
});

describe("uncertain where our reference departs from the law", () => {
  test.each([
    ["a wage in the month", household([jobless({ incomes: [salary(300, "2025-03")] })])],
    [
      "the partner asks, and the claimant has benefits",
      household([adult("1975-02-10", { incomes: [income("unemployment", 100, "2024-01")] }), { ...jobless(), id: "p2", role: "partner" }]),
    ],
  ])("%s", (_, of) => {
    expect(answer("ass", of)).toMatchObject({ isEligible: true, state: "uncertain" });
  });
});
