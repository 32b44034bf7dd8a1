import { compareDays, type Day } from "#engines/calendar";
import type { RightId } from "#engines/rules";
import { askBy, losesAMonth } from "./deadline.ts";
import { ruleOf, rightStarts, type RightStart } from "./right-rule.ts";

/** A right that the estimate found and that nobody asked for yet. */
export interface RightFound {
  readonly right: RightId;
  readonly isSure: boolean;
  /** What it would bring, in cents of its period: at least, at most, most probably. A cover is not money: 0. */
  readonly lowCents: number;
  readonly highCents: number;
  readonly likelyCents: number;
  readonly period: "month" | "year";
}

/** Pas du plan : one right to ask for, by a day. */
export interface PlanStep extends RightFound {
  readonly start: RightStart;
  readonly by: Day;
  /** Beyond that day, a month is lost for good. */
  readonly isPressing: boolean;
}

const perMonth = (step: RightFound): number => step.likelyCents / (step.period === "year" ? 12 : 1);

/**
 * Plan : in which order to ask for the rights that were found. First those that lose a month with each month that passes, the largest
 * first; then those that begin with the decision; those paid for the past come after, for nothing is lost meanwhile.
 */
export const planFor = (found: readonly RightFound[], today: Day): readonly PlanStep[] =>
  found
    .map((each) => {
      const asked = { kind: "computed", right: each.right } as const;
      return { ...each, start: ruleOf(asked).start, by: askBy(asked, today), isPressing: losesAMonth(asked) };
    })
    .toSorted(
      (a, b) =>
        Number(b.isPressing) - Number(a.isPressing) ||
        Number(b.isSure) - Number(a.isSure) ||
        (a.isPressing ? 0 : rightStarts.indexOf(a.start) - rightStarts.indexOf(b.start)) ||
        perMonth(b) - perMonth(a) ||
        compareDays(a.by, b.by),
    );
