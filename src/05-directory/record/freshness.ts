import { addMonths, compareDays, daysBetween, type Day } from "#engines/calendar";

/** Fraîcheur : how long ago the source looked at what it says, in whole days. */
export interface Freshness {
  readonly days: number;
  /** Six months or more: to be checked before someone travels. */
  readonly isOld: boolean;
}

const oldAfterMonths = 6;

/** @param today in Paris */
export const freshnessOf = (updatedOn: Day, today: Day): Freshness => ({
  days: Math.max(0, daysBetween(updatedOn, today)),
  isOld: compareDays(addMonths(updatedOn, oldAfterMonths), today) <= 0,
});
