import { day } from "./day.ts";
import { dayOf, instantAt } from "./paris-clock.ts";

/** Mois : "AAAA-MM". */
export type Month = `${number}-${number}`;

export const isMonth = (text: string): text is Month => /^\d{4}-(0[1-9]|1[0-2])$/.test(text);

/** Mois d'un instant : the month that it is in Paris. */
export const monthOf = (instant: Date): Month => dayOf(instant).slice(0, 7) as Month;

export const addToMonth = (month: Month, months: number): Month => {
  if (!isMonth(month)) throw new Error(`"${month as string}" is not a month written AAAA-MM`);
  const counted = Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1 + months;
  return `${String(Math.floor(counted / 12)).padStart(4, "0")}-${String((counted % 12) + 1).padStart(2, "0")}` as Month;
};

export const previousMonth = (month: Month): Month => addToMonth(month, -1);

export const nextMonth = (month: Month): Month => addToMonth(month, 1);

/** Bornes du mois : from its first instant in Paris, included, until the first of the next, excluded. */
export const monthRange = (month: Month): { readonly from: Date; readonly until: Date } => ({
  from: firstInstantOf(month),
  until: firstInstantOf(nextMonth(month)),
});

const firstInstantOf = (month: Month): Date => instantAt(day(`${month}-01`), "00:00");
