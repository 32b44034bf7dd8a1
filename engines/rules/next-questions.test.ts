import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { drawFrom } from "#engines/chance";
import { hide, hideable, type Way } from "./hidden-fields.ts";
import { nextQuestions, readHousehold, type Household } from "./index.ts";
import { adult, child, home, household, partner, salary } from "./invented.ts";
import { sampleHousehold } from "./sample-household.ts";

const asked = (of: Household, ...ways: Way[]) => nextQuestions(hide(of, ways));
const first = (of: Household, ...ways: Way[]): string | undefined => asked(of, ...ways)[0]?.field;

const mother = household([adult("1990-06-15", { incomes: [salary(1200)] }), child("2017-03-20"), child("2020-08-10")], {
  housing: home("tenant", 550),
});
const couple = household([adult("1990-06-15", { incomes: [salary(1500)] }), partner("1991-06-15")], { housing: home("tenant", 550) });

describe("the question that could change most comes first", () => {
  test.each<[string, string, Household, Way[]]>([
    [
      "incomes before savings",
      "personnes.0.revenus",
      mother,
      [
        ["persons", 0, "incomes"],
        ["persons", 0, "livretACents"],
      ],
    ],
    [
      "the rent before a flat share",
      "logement.loyer",
      mother,
      [
        ["housing", "rentCents"],
        ["housing", "isFlatShare"],
      ],
    ],
    [
      "a rate of incapacity before a scholarship",
      "personnes.0.taux_incapacite",
      couple,
      [
        ["persons", 0, "hasScholarship"],
        ["persons", 0, "disabilityRate"],
      ],
    ],
    [
      "whether there is somebody else before the tax notice",
      "situation_familiale",
      household([adult("1990-06-15")]),
      [["taxIncomesCents"], ["union"]],
    ],
  ])("%s", (_, field, of, ways) => {
    expect(first(of, ...ways)).toBe(field);
  });
});

describe("two answers that open a right only together are both worth asking", () => {
  test("rate and restriction, for the AAH", () => {
    const questions = asked(couple, ["persons", 1, "disabilityRate"], ["persons", 1, "hasWorkRestriction"]);
    for (const { couldChangeCents } of questions) expect(couldChangeCents).toBeGreaterThan(500_00);
  });
});

describe("what it could change, in cents a month", () => {
  test("a yearly right counts for a twelfth", () => {
    const owner = household([adult("1980-06-15", { incomes: [salary(2600)] })], { housing: home("owner") });
    const [question] = asked(owner, ["taxIncomesCents"]);
    expect(question).toEqual({ field: "foyers_fiscaux_rfr_n2", couldChangeCents: Math.round(19_400 / 12) });
  });
  test("a health cover counts, though it is not money", () => {
    const alone = household([adult("1980-06-15", { incomes: [salary(900)] })]);
    const [question] = asked(alone, ["persons", 0, "otherSavingsCents"]);
    expect(question?.couldChangeCents).toBeGreaterThan(1500);
  });
  test("what no right reads here changes nothing", () => {
    const questions = asked(
      mother,
      ["persons", 1, "hasWorkedForAss"],
      ["persons", 2, "unemployedSince"],
      ["received", "energyChequeCents"],
    );
    expect(questions.map(({ couldChangeCents }) => couldChangeCents)).toEqual([0, 0, 0]);
  });
  test("a nationality comes after all that changes an amount", () => {
    const of = {
      ...mother,
      persons: mother.persons.map((person, at) => (at === 0 ? { ...person, nationality: null, incomes: null } : person)),
    };
    expect(nextQuestions(of)).toEqual([
      { field: "personnes.0.revenus", couldChangeCents: expect.any(Number) as number },
      { field: "personnes.0.nationalite", couldChangeCents: 1 },
    ]);
  });
});

describe("whatever is unknown", () => {
  test("each unknown field is there once, from the largest to the smallest, the same each time", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2 ** 31 }), (seed) => {
        const draw = drawFrom(seed);
        const of = sampleHousehold(draw);
        const partial = hide(
          of,
          hideable(of).filter(() => draw() < 0.2),
        );
        const questions = nextQuestions(partial);
        const sizes = questions.map(({ couldChangeCents }) => couldChangeCents);
        expect(sizes).toEqual(sizes.toSorted((a, b) => b - a));
        expect(sizes.every((size) => Number.isInteger(size) && size >= 0)).toBe(true);
        expect(new Set(questions.map(({ field }) => field)).size).toBe(questions.length);
        expect(nextQuestions(partial)).toEqual(questions);
      }),
      { numRuns: 60 },
    );
  });
  test("three facts known, the rest null: all is ranked", () => {
    const read = readHousehold({
      mois: "2026-05",
      personnes: [
        { id: "p1", role: "demandeur", date_naissance: null, activite: null, revenus: null, taux_incapacite: null },
        { id: "e1", role: "enfant", date_naissance: "2022-01-20" },
      ],
      logement: null,
      prestations_percues: null,
    });
    if (read.kind === "refused") throw new Error(JSON.stringify(read.complaints));
    const questions = nextQuestions(read.household);
    expect(questions.map(({ field }) => field).toSorted()).toEqual(read.unknown.toSorted());
    expect(questions[0]?.couldChangeCents).toBeGreaterThan(500_00);
  });
});
