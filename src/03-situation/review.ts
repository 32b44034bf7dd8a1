import { addDays, dayOf, weekday, type Day } from "#engines/calendar";

/** How many texts a weekly sheet holds. */
export const sheetSize = 50;

/** The Monday of the week of an instant, in Paris: a sheet bears it. */
export const weekOf = (instant: Date): Day => {
  const today = dayOf(instant);
  return addDays(today, 1 - weekday(today));
};
