import { evaluate } from "./evaluate.ts";
import type { Household } from "./household.ts";
import { rightIds, type HealthCover, type RightAnswer, type RightId, type RightState, type Step } from "./right.ts";
import { knownScales, type Scales } from "./scales.ts";

/** Comparaison de deux foyers, before and after something: what each right becomes, and the steps that explain it. */
export interface Comparison {
  readonly rights: readonly RightCompared[];
  /** What arrives each month: incomes of the month, and the rights paid by the month. */
  readonly before: MonthlyMeans;
  readonly after: MonthlyMeans;
  /** Rights paid once a year. */
  readonly yearlyDifferenceCents: number;
}

interface MonthlyMeans {
  readonly incomesCents: number;
  readonly rightsCents: number;
  readonly totalCents: number;
  readonly health: HealthCover;
}

export interface RightCompared {
  readonly right: RightId;
  readonly period: "month" | "year";
  readonly beforeCents: number;
  readonly afterCents: number;
  readonly differenceCents: number;
  readonly stateBefore: RightState;
  readonly stateAfter: RightState;
  /** The steps that are not the same, in the order of the explanation; empty when nothing changed. */
  readonly because: readonly StepCompared[];
}

/** One step on both sides, in its own unit; null where it is not taken. */
export interface StepCompared {
  readonly label: string;
  readonly unit: string;
  readonly before: number | null;
  readonly after: number | null;
  /** By how much this step moves the amount; 0 for a step that only prepares another. */
  readonly differenceCents: number;
}

/** Compare deux foyers, right by right. */
export const compare = (before: Household, after: Household, scales: Scales = knownScales): Comparison => {
  const [then, now] = [evaluate(before, scales), evaluate(after, scales)];
  const rights = rightIds.map((right) => compared(then[right], now[right]));
  return {
    rights,
    before: meansOf(before, then),
    after: meansOf(after, now),
    yearlyDifferenceCents: rights.filter(({ period }) => period === "year").reduce((sum, { differenceCents }) => sum + differenceCents, 0),
  };
};

const compared = (before: RightAnswer, after: RightAnswer): RightCompared => ({
  right: before.right,
  period: before.period,
  beforeCents: before.amountCents,
  afterCents: after.amountCents,
  differenceCents: after.amountCents - before.amountCents,
  stateBefore: before.state,
  stateAfter: after.state,
  because: isSame(before, after) ? [] : stepsCompared(before.trace, after.trace),
});

const isSame = (a: RightAnswer, b: RightAnswer): boolean =>
  a.amountCents === b.amountCents && a.health === b.health && a.healthCostCents === b.healthCostCents;

const stepsCompared = (before: readonly Step[], after: readonly Step[]): readonly StepCompared[] => {
  const [then, now] = [byLabel(before), byLabel(after)];
  const labels = [...new Set([...now.keys(), ...then.keys()])];
  return labels
    .map((label): StepCompared => {
      const [one, other] = [then.get(label), now.get(label)];
      return {
        label,
        unit: (other ?? one)?.unit ?? "",
        before: one?.value ?? null,
        after: other?.value ?? null,
        differenceCents: (other?.adds ?? 0) - (one?.adds ?? 0),
      };
    })
    .filter(({ before: was, after: is, differenceCents }) => was !== is || differenceCents !== 0);
};

type Told = Pick<Step, "value" | "unit"> & { readonly adds: number };

/** A step that stands for several months is told once: its sums are added, of another figure the last one is kept. */
const byLabel = (steps: readonly Step[]): ReadonlyMap<string, Told> => {
  const found = new Map<string, Told>();
  for (const { label, value, unit, adds } of steps) {
    const plain = label.replace(/ \(\d{4}-\d{2}\)$/, "");
    const known = found.get(plain);
    found.set(plain, {
      unit,
      value: adds === undefined || !known ? value : round(known.value + value),
      adds: (known?.adds ?? 0) + (adds ?? 0),
    });
  }
  return found;
};

const round = (value: number): number => Math.round(value * 100) / 100;

const meansOf = (household: Household, answers: Readonly<Record<RightId, RightAnswer>>): MonthlyMeans => {
  const incomesCents = household.persons
    .flatMap(({ incomes }) => incomes)
    .filter(({ from, until }) => from <= household.month && (until === "ongoing" || until >= household.month))
    .reduce((sum, { netCents }) => sum + netCents, 0);
  const rightsCents = Object.values(answers)
    .filter(({ period }) => period === "month")
    .reduce((sum, { amountCents }) => sum + amountCents, 0);
  return { incomesCents, rightsCents, totalCents: incomesCents + rightsCents, health: answers.css.health ?? "none" };
};
