import { notTakenUp, type NotTakenUp } from "./not-taken-up.ts";
import type { QuickAnswer } from "./on-demand.ts";
import { rightIds, type RightId } from "./right.ts";
import type { Trial } from "./trials.ts";

/** Non-recours estimé : what is not claimed when a part of the household is not known. In cents. */
export interface NonTakeUpEstimate {
  /** Rights paid by the month, between these two whatever the answers, and with the most likely ones. */
  readonly lowMonthCents: number;
  readonly highMonthCents: number;
  readonly likelyMonthCents: number;
  /** Rights paid once a year. */
  readonly lowOnceAYearCents: number;
  readonly highOnceAYearCents: number;
  readonly likelyOnceAYearCents: number;
  readonly byRight: Readonly<Record<RightId, MissedRange>>;
}

export interface MissedRange {
  readonly lowCents: number;
  readonly highCents: number;
  readonly likelyCents: number;
}

/** @param others ways to complete the household that go far, whose ends are the bounds */
export const nonTakeUpEstimate = (likely: Trial, others: readonly Trial[]): NonTakeUpEstimate => {
  const usual = missed(likely);
  const all = [usual, ...others.map(missed)];
  const range = rangeOf(all, usual);
  const month = range(({ monthCents }) => monthCents);
  const onceAYear = range(({ onceAYearCents }) => onceAYearCents);
  return {
    lowMonthCents: month.lowCents,
    highMonthCents: month.highCents,
    likelyMonthCents: month.likelyCents,
    lowOnceAYearCents: onceAYear.lowCents,
    highOnceAYearCents: onceAYear.highCents,
    likelyOnceAYearCents: onceAYear.likelyCents,
    byRight: Object.fromEntries(rightIds.map((right) => [right, range(({ byRight }) => byRight[right].missedCents)])) as Record<
      RightId,
      MissedRange
    >,
  };
};

const missed = (trial: Trial): NotTakenUp =>
  notTakenUp(trial.household, Object.fromEntries(rightIds.map((right) => [right, trial.answerTo(right)])) as Record<RightId, QuickAnswer>);

const rangeOf =
  (all: readonly NotTakenUp[], usual: NotTakenUp) =>
  (cents: (missed: NotTakenUp) => number): MissedRange => {
    const found = all.map(cents);
    return { lowCents: Math.min(...found), highCents: Math.max(...found), likelyCents: cents(usual) };
  };
