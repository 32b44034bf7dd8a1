import { describe, expect, test } from "vitest";
import type { DepartureId } from "./departure.ts";
import { departureWords } from "./departures.words.ts";
import type { Household } from "./household.ts";
import { departuresOf, rightIds, type RightId } from "./index.ts";
import { adult, answer, child, home, household, income, partner, receives, salary, twoYearsAgo } from "./invented.ts";

const mother = adult("1985-02-10");
const father = partner("1985-05-10");
const infant = child("2023-05-10");
const taxable = (cents: number) => income("salary", cents, "2024-01", "ongoing", { taxableCents: cents * 100 });

/** For each departure that can change an answer: a household that it touches, and the same without its cause. */
const touched: readonly (readonly [DepartureId, RightId, Household, Household])[] = [
  [
    "af-same-age",
    "af",
    household([mother, father, child("2010-05-10"), child("2010-09-10")]),
    household([mother, father, child("2010-05-10"), child("2012-09-10")]),
  ],
  ["asf-other-parent", "asf", household([mother, infant]), household([mother, father, infant])],
  [
    "aah-work",
    "aah",
    household([{ ...mother, disabilityRate: 0.8, incomes: [salary(500, "2024-01", "2025-01")] }]),
    household([{ ...mother, disabilityRate: 0.8, incomes: [salary(500)] }]),
  ],
  [
    "aah-retirement-age",
    "aah",
    household([adult("1962-02-10", { disabilityRate: 0.6, hasWorkRestriction: true })]),
    household([adult("1972-02-10", { disabilityRate: 0.6, hasWorkRestriction: true })]),
  ],
  [
    "aah-couple-before-2023",
    "aah",
    household([{ ...mother, disabilityRate: 0.8 }, father], { received: receives({}, { aahCents: { p1: 500_00 } }) }),
    household([{ ...mother, disabilityRate: 0.8 }, father]),
  ],
  [
    "aah-of-child",
    "aah",
    household([mother, child("2003-05-10", { disabilityRate: 0.8 }), infant]),
    household([mother, child("2003-05-10", { disabilityRate: 0.8 })]),
  ],
  ["aspa-early", "aspa", household([adult("1962-02-10", { isUnfitForWork: true })]), household([adult("1962-02-10")])],
  [
    "asi-mixed-couple",
    "asi",
    household([{ ...mother, incomes: [income("disability-pension", 500, "2024-01")] }, partner("1955-02-10")]),
    household([{ ...mother, incomes: [income("disability-pension", 500, "2024-01")] }, father]),
  ],
  [
    "ass-with-work",
    "ass",
    household([{ ...mother, activity: "unemployed", hasWorkedForAss: true, incomes: [salary(200, "2025-03")] }]),
    household([{ ...mother, activity: "unemployed", hasWorkedForAss: true }]),
  ],
  [
    "ass-of-partner",
    "ass",
    household([
      { ...mother, incomes: [income("unemployment", 100, "2024-01")] },
      { ...father, activity: "unemployed", hasWorkedForAss: true },
    ]),
    household([mother, { ...father, activity: "unemployed", hasWorkedForAss: true }]),
  ],
  [
    "quarter-moved",
    "prime_activite",
    household([{ ...mother, incomes: [salary(900, "2025-01")] }]),
    household([{ ...mother, incomes: [salary(900, "2024-10")] }]),
  ],
  [
    "quarter-moved",
    "rsa",
    household([{ ...mother, incomes: [salary(300, "2025-02")] }]),
    household([{ ...mother, incomes: [salary(300)] }]),
  ],
  [
    "prime-savings",
    "prime_activite",
    household([{ ...mother, incomes: [salary(900)], otherSavingsCents: 1000_00 }]),
    household([{ ...mother, incomes: [salary(900)], otherSavingsCents: 100_00 }]),
  ],
  ["child-of-the-month", "rsa", household([mother, child("2025-03-20")]), household([mother, child("2025-02-20")])],
  [
    "child-of-the-quarter",
    "prime_activite",
    household([{ ...mother, incomes: [salary(900)] }, child("2025-01-20")]),
    household([{ ...mother, incomes: [salary(900)] }, child("2024-11-20")]),
  ],
  [
    "paje-twins",
    "paje_base",
    household([mother, father, infant, { ...infant, id: "twin" }]),
    household([mother, father, infant, child("2024-05-10")]),
  ],
  [
    "aeeh-decision",
    "aeeh",
    household([mother, child("2015-05-10", { isDisabled: true, disabilityRate: 0.6 })]),
    household([mother, child("2015-05-10", { isDisabled: true, disabilityRate: 0.8 })]),
  ],
  [
    "housing-two-wages",
    "aide_logement",
    household(
      [
        { ...mother, incomes: [taxable(700)] },
        { ...father, incomes: [taxable(700)] },
      ],
      { housing: home("tenant", 600) },
    ),
    household([{ ...mother, incomes: [taxable(1400)] }, father], { housing: home("tenant", 600) }),
  ],
  [
    "css-months",
    "css",
    household([{ ...mother, incomes: [income("retirement", 960, "2024-04")] }]),
    household([{ ...mother, incomes: [income("retirement", 960, "2024-01")] }]),
  ],
  [
    "css-decree-2025",
    "css",
    household([{ ...mother, incomes: [income("retirement", 2000, "2024-01")] }], { month: "2025-07" }),
    household([{ ...mother, incomes: [income("retirement", 2000, "2024-01")] }], { month: "2025-06" }),
  ],
  [
    "css-with-parents",
    "css",
    household([adult("2003-05-10")], { housing: home("rent-free") }),
    household([adult("2003-05-10")], { housing: home("tenant", 300) }),
  ],
  [
    "energy-2025",
    "cheque_energie",
    household([mother], { housing: home("tenant", 300) }),
    household([mother], { housing: home("tenant", 300), month: "2024-12" }),
  ],
];

describe("where our reference departs from the law, the answer it touches is uncertain and says why", () => {
  test.each(touched)("%s, for %s", (id, right, of, without) => {
    const { reason, document } = departureWords[id];
    expect(answer(right, of).state).toBe("uncertain");
    expect(answer(right, of).doubts).toContainEqual({ kind: "departs-from-law", reason, document });
    expect(answer(right, without).doubts.map((doubt) => doubt.reason)).not.toContain(reason);
  });

  test("the others cannot change an answer by a euro, and are told all the same", () => {
    const silent: readonly DepartureId[] = [
      "age-in-days",
      "aah-hospital",
      "quarter-frozen",
      "paje-birth-grant",
      "housing-rounding",
      "housing-relative",
    ];
    const known = (Object.keys(departureWords) as DepartureId[]).toSorted();
    expect([...new Set([...touched.map(([id]) => id), ...silent])].toSorted()).toEqual(known);
    expect([...new Set(rightIds.flatMap((right) => departuresOf(right).map(({ id }) => id)))].toSorted()).toEqual(known);
  });

  test("each has a sentence and an article; those that touch have the document that would settle them", () => {
    for (const departure of rightIds.flatMap((right) => departuresOf(right))) {
      expect(departure.reason).toMatch(/[.]$/);
      expect(departure.law).not.toBe("");
      if (touched.some(([id]) => id === departure.id)) expect(departure.document).toBeTruthy();
    }
  });
});

describe("a foreigner", () => {
  test("is told to be helped, and excluded from nothing, even where the answer would be no", () => {
    const of = household([{ ...mother, nationality: "foreign" }, child("2015-05-10")]);
    expect(answer("aspa", of)).toMatchObject({
      amountCents: 0,
      state: "uncertain",
      doubts: [{ kind: "nationality", fields: ["personnes.0.nationalite"] }],
    });
    expect(answer("rsa", of)).toMatchObject({
      state: "uncertain",
      amountCents: answer("rsa", household([mother, child("2015-05-10")])).amountCents,
    });
  });
});

test("every answer has at least one step, and a reason when it is no", () => {
  for (const right of rightIds) expect(answer(right, household([mother])).trace.length).toBeGreaterThan(0);
});

test("certain answers stay certain", () => {
  const family = household(
    [
      { ...mother, activity: "working", incomes: [salary(1400)], yearlyIncomes: twoYearsAgo({ salaryCents: 17_000 }) },
      father,
      child("2015-05-10"),
      infant,
    ],
    {
      housing: home("tenant", 600),
    },
  );
  const states = rightIds.filter((right) => right !== "cheque_energie").map((right) => answer(right, family).state);
  expect(states).not.toContain("uncertain");
});
