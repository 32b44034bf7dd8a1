import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addToMonth, type Month } from "#engines/calendar";
import { cliffs, slopeCents } from "./cliffs.ts";
import { closingWords } from "./evaluate.words.ts";
import { evaluate, evaluateQuickly, type Answers } from "./evaluate.ts";
import type { ByPerson, Household, Person } from "./household.ts";
import { firstMonth, lastMonth } from "./months-known.ts";
import { rightIds, type RightId } from "./right.ts";
import { sampleHousehold } from "./sample-household.ts";

const runs = { numRuns: 150 };
const months = Array.from({ length: 60 }, (_, at) => addToMonth(firstMonth, at)).filter((month) => month <= lastMonth);
const month = fc.constantFrom<Month>(...months);
const household = fc
  .tuple(fc.array(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), { minLength: 40, maxLength: 40 }), month)
  .map(([draws, of]) => {
    let at = 0;
    return sampleHousehold(() => draws[at++ % draws.length] ?? 0, of);
  });

describe("for any household", () => {
  test("the steps of a trace sum to its amount, to the cent", () => {
    fc.assert(
      fc.property(household, (of) => {
        for (const { right, trace, amountCents } of Object.values(evaluate(of))) {
          expect([right, trace.reduce((sum, { adds = 0 }) => sum + adds, 0)]).toEqual([right, amountCents]);
          const rounding = trace.find(({ label }) => label === closingWords.label)?.adds ?? 0;
          expect(Math.abs(rounding)).toBeLessThanOrEqual(1);
        }
      }),
      runs,
    );
  });

  test("amounts are whole cents, never negative, and no step is without a number, a unit and a source", () => {
    fc.assert(
      fc.property(household, (of) => {
        for (const { amountCents, healthCostCents = 0, isEligible, health, trace, byPerson } of Object.values(evaluate(of))) {
          for (const cents of [amountCents, healthCostCents, ...Object.values(byPerson ?? {})]) {
            expect(Number.isInteger(cents)).toBe(true);
            expect(cents).toBeGreaterThanOrEqual(0);
          }
          expect(isEligible).toBe(health === undefined ? amountCents > 0 : health !== "none");
          expect(
            trace.every(({ value, unit, source, label }) => Number.isFinite(value) && unit !== "" && source !== "" && label !== ""),
          ).toBe(true);
          if (byPerson) expect(Object.values(byPerson).reduce((sum, cents) => sum + cents, 0)).toBe(amountCents);
        }
      }),
      runs,
    );
  });

  test("with or without trace, the amounts are the same", () => {
    fc.assert(
      fc.property(household, (of) => {
        expect(amounts(evaluateQuickly(of))).toEqual(amounts(evaluate(of)));
      }),
      runs,
    );
  });

  test("equal households have equal rights: neither the order nor the names of persons matter", () => {
    fc.assert(
      fc.property(household, fc.integer({ min: 1, max: 5 }), (of, turn) => {
        const other = turned(renamed(of), turn);
        expect(amounts(evaluate(other))).toEqual(amounts(evaluate(of)));
        expect(states(evaluate(other))).toEqual(states(evaluate(of)));
      }),
      runs,
    );
  });

  test("a foreigner is never excluded, nor granted: uncertain, with the same amount", () => {
    fc.assert(
      fc.property(household, (of) => {
        const foreign = evaluate({ ...of, persons: of.persons.map((person) => ({ ...person, nationality: "foreign" })) });
        expect(new Set(Object.values(foreign).map(({ state }) => state))).toEqual(new Set(["uncertain"]));
        expect(amounts(foreign)).toEqual(amounts(evaluate(of)));
      }),
      { numRuns: 50 },
    );
  });
});

describe("no cliff but those that are written", () => {
  test("one euro more of wage a month", () => {
    fc.assert(
      fc.property(household, (of) => {
        const richer = withMoreWage(of);
        if (richer) expect(fallsBeyond(evaluateQuickly(of), evaluateQuickly(richer))).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  test("nor at the very wage where a right ends", () => {
    fc.assert(
      fc.property(
        household,
        fc.constantFrom<RightId>("rsa", "prime_activite", "aide_logement", "aah", "ass", "aspa", "asi"),
        (of, right) => {
          const last = lastEuro((more) => evaluateQuickly(withMoreWage(of, more) ?? of)[right].isEligible);
          const [before, after] = [withMoreWage(of, last), withMoreWage(of, last + 1)];
          if (before && after) expect(fallsBeyond(evaluateQuickly(before), evaluateQuickly(after))).toEqual([]);
        },
      ),
      runs,
    );
  });

  test("one euro more of taxable income two years ago, there or where a right ends", () => {
    fc.assert(
      fc.property(household, fc.constantFrom<RightId>("af", "cf", "paje_base", "ars", "cheque_energie", "aah"), (of, right) => {
        const last = lastEuro((more) => evaluateQuickly(withMoreTaxableIncome(of, more))[right].isEligible);
        for (const more of [0, last]) {
          const [before, after] = [withMoreTaxableIncome(of, more), withMoreTaxableIncome(of, more + 1)];
          expect(fallsBeyond(evaluateQuickly(before), evaluateQuickly(after))).toEqual([]);
        }
      }),
      runs,
    );
  });
});

const amounts = (answers: Answers) =>
  rightIds.map((right) => [
    right,
    answers[right].amountCents,
    answers[right].health,
    answers[right].healthCostCents,
    answers[right].housing,
  ]);

const states = (answers: Answers) => rightIds.map((right) => [right, answers[right].state]);

const renamed = (of: Household): Household => {
  const name = (id: string): string => `someone once called ${id}`;
  const parts = (byPerson: ByPerson): ByPerson => Object.fromEntries(Object.entries(byPerson).map(([id, cents]) => [name(id), cents]));
  const { aahCents, assCents, asiCents, mvaCents } = of.received;
  return {
    ...of,
    persons: of.persons.map((person) => ({ ...person, id: name(person.id) })),
    received: {
      ...of.received,
      aahCents: parts(aahCents),
      assCents: parts(assCents),
      asiCents: parts(asiCents),
      mvaCents: parts(mvaCents),
    },
  };
};

const turned = (of: Household, by: number): Household => {
  const at = by % of.persons.length;
  return { ...of, persons: [...of.persons.slice(at), ...of.persons.slice(0, at)].toReversed() };
};

/** The last euro, up to a hundred thousand, where something is still true; it is looked for by halves. */
const lastEuro = (isTrue: (euros: number) => boolean): number => {
  let [yes, no] = [0, 100_000];
  while (no - yes > 1) {
    const middle = Math.floor((yes + no) / 2);
    if (isTrue(middle)) yes = middle;
    else no = middle;
  }
  return yes;
};

/** The first parent who earns a wage now earns one euro more each month: 1,27 € gross and 1,04 € taxable. */
const withMoreWage = (of: Household, euros = 1): Household | undefined => {
  const earner = of.persons.find((person) => person.role !== "child" && person.incomes.some(isWageOfNow));
  if (!earner) return undefined;
  const incomes = earner.incomes.map((income) =>
    isWageOfNow(income)
      ? {
          ...income,
          netCents: income.netCents + 100 * euros,
          grossCents: income.grossCents + 127 * euros,
          taxableCents: income.taxableCents + 104 * euros,
        }
      : income,
  );
  return { ...of, persons: of.persons.map((person) => (person === earner ? { ...person, incomes } : person)) };
};

const isWageOfNow = ({ kind, until }: Person["incomes"][number]): boolean => kind === "salary" && until === "ongoing";

const withMoreTaxableIncome = (of: Household, euros: number): Household => ({
  ...of,
  persons: of.persons.map((person) =>
    person.role === "claimant"
      ? { ...person, yearlyIncomes: { ...person.yearlyIncomes, salaryCents: person.yearlyIncomes.salaryCents + 100 * euros } }
      : person,
  ),
  taxIncomesCents: { ...of.taxIncomesCents, a: (of.taxIncomesCents["a"] ?? 0) + 100 * euros },
});

/** The rights that fall by more than is written. A cover that is lost is a line of its own ceiling, or of the RSA that ends. */
const fallsBeyond = (before: Answers, after: Answers): readonly (readonly [RightId, number, number])[] =>
  rightIds.flatMap((right) => {
    const lost = before[right].amountCents - after[right].amountCents;
    const allowed = cliffs
      .filter(
        (cliff) => cliff.right === right && (cliff.with === undefined || (before[cliff.with].isEligible && !after[cliff.with].isEligible)),
      )
      .reduce((most, { cents }) => Math.max(most, cents), slopeCents);
    return lost > allowed ? [[right, before[right].amountCents, after[right].amountCents] as const] : [];
  });
