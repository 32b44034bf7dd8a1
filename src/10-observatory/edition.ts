import { dayOf, monthInWords, nextMonth, type Month } from "#engines/calendar";
import type { Figures } from "./figures.contract.ts";

/** Édition : what a month says once it is closed. It does not change any more. */
export interface Edition {
  readonly month: Month;
  readonly figures: Figures;
  /** SHA-256 of the facts, in hexadecimal. */
  readonly fingerprint: string;
  readonly taxonomyVersion: string;
  readonly closedAt: Date;
}

/** A month is closed on the third day of the next one: time for what was said on the last day to be written. */
const closingDay = "03";

/** Jour de clôture d'un mois, « AAAA-MM-JJ ». */
export const closingDayOf = (month: Month): string => `${nextMonth(month)}-${closingDay}`;

/** Whether the round closes this month now. */
export const isDueForClosing = (month: Month, now: Date): boolean => dayOf(now) >= closingDayOf(month);

/** Whether a month is over, in Paris: before that, nobody may close it. */
export const isOver = (month: Month, now: Date): boolean => dayOf(now) >= `${nextMonth(month)}-01`;

/** « octobre », « avril 2025 » when it is another year than the one being read. */
export const monthBeside = (month: Month, other: Month): string =>
  month.slice(0, 4) === other.slice(0, 4) ? monthInWords(month).replace(/ \d+$/, "") : monthInWords(month);
