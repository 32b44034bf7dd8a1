import { addDays, type Day } from "./day.ts";
import { isWorkingDay, type Where } from "./holidays.ts";
import { clockTimeOf, dayOf, instantAt } from "./paris-clock.ts";

/** Promesse de délai : so many hours whatever the day, or so many working days. */
export type DelayPromise = { readonly kind: "elapsed"; readonly hours: number } | { readonly kind: "working-days"; readonly days: number };

/**
 * Échéance : the instant by which an offer made at `offeredAt` must be answered.
 * Elapsed hours are hours of a stopwatch: over a change of clocks the time shown moves by one hour.
 * Working days keep the time shown: Friday 17:00 + 2 is Tuesday 17:00. An offer made on a day off counts as made when the next
 * working day begins (Saturday 10:00 + 2 is the end of Tuesday), so that no later offer is ever due sooner.
 */
export const dueAt = (offeredAt: Date, promise: DelayPromise, where: Where = {}): Date => {
  if (promise.kind === "elapsed") return new Date(offeredAt.getTime() + promise.hours * 3_600_000);
  const offered = dayOf(offeredAt);
  if (!isWorkingDay(offered, where)) return instantAt(afterWorkingDays(offered, promise.days + 1, where), "00:00");
  const sinceTheMinute = offeredAt.getTime() % 60_000;
  return new Date(instantAt(afterWorkingDays(offered, promise.days, where), clockTimeOf(offeredAt)).getTime() + sinceTheMinute);
};

/** The nth working day after `from`, which itself is not counted. */
const afterWorkingDays = (from: Day, days: number, where: Where): Day => {
  let last = from;
  for (let counted = 0; counted < days;) {
    last = addDays(last, 1);
    if (isWorkingDay(last, where)) counted += 1;
  }
  return last;
};
