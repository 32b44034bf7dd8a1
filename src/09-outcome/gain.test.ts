import { describe, expect, test } from "vitest";
import fc from "fast-check";
import { idOf } from "#ground";
import { centsPerYear, gainBases, gainPeriods, yearTotals, type Gain } from "./gain.ts";

const gain = (change: Partial<Gain>): Gain => ({
  id: idOf<"Gain">("g"),
  situationId: idOf<"Situation">("s"),
  referralId: undefined,
  kind: "money",
  label: "prime d’activité",
  amount: { cents: 21_000, period: "month" },
  basis: "proven",
  notedAt: new Date("2026-11-20T16:00:00Z"),
  ...change,
});

describe("case 43: money is counted over a year, what is proven apart from what is said", () => {
  test("210 € a month proven are 2,520 € a year", () => {
    expect(yearTotals([gain({})]).money).toEqual({ declared: 0, estimated: 0, proven: 252_000 });
  });
  test("what is said, and what comes once", () => {
    const totals = yearTotals([
      gain({}),
      gain({ basis: "declared", amount: { cents: 15_000, period: "once" } }),
      gain({ basis: "estimated", amount: { cents: 60_000, period: "year" } }),
    ]);
    expect(totals.money).toEqual({ declared: 15_000, estimated: 60_000, proven: 252_000 });
  });
  test("a cost avoided is not money gained", () => {
    expect(yearTotals([gain({ kind: "avoided-cost", amount: { cents: 30_000, period: "once" } })])).toEqual({
      money: { declared: 0, estimated: 0, proven: 0 },
      avoidedCost: { declared: 0, estimated: 0, proven: 30_000 },
    });
  });
});

test("case 44: a skill and an opportunity stand beside money, and weigh nothing in it", () => {
  const besides = [gain({ kind: "skill", amount: undefined }), gain({ kind: "opportunity", amount: undefined, basis: "declared" })];
  expect(yearTotals([...besides, gain({})])).toEqual(yearTotals([gain({})]));
});

test("the total is the sum of the parts, in whole cents", () => {
  const gains = fc.array(
    fc.record({
      cents: fc.integer({ min: 1, max: 10_000_000 }),
      period: fc.constantFrom(...gainPeriods),
      basis: fc.constantFrom(...gainBases),
    }),
  );
  fc.assert(
    fc.property(gains, (list) => {
      const { money } = yearTotals(list.map(({ cents, period, basis }) => gain({ amount: { cents, period }, basis })));
      const sum = list.reduce((total, amount) => total + centsPerYear(amount), 0);
      return money.declared + money.estimated + money.proven === sum && Number.isInteger(sum);
    }),
  );
});
