import { addToMonth, type Month } from "#engines/calendar";

/** The first month of the history that the engine reads: January of the year before. */
export const historyBegins = (month: Month): Month => `${addToMonth(month, -12).slice(0, 4)}-01` as Month;

/** The year whose incomes the family benefits and the tax notice look at. */
export const referenceYear = (month: Month): number => Number(month.slice(0, 4)) - 2;
