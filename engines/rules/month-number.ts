import type { Month } from "#engines/calendar";

/** Mois compté : months since year 0, so that « three months before » is a subtraction. */
export type MonthNumber = number;

export const monthNumber = (month: Month): MonthNumber => Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1;

/** "2025-03" again. */
export const monthOfNumber = (month: MonthNumber): Month => `${yearOf(month)}-${String((month % 12) + 1).padStart(2, "0")}` as Month;

export const yearOf = (month: MonthNumber): number => Math.floor(month / 12);

export const january = (year: number): MonthNumber => year * 12;

export const october = (year: number): MonthNumber => year * 12 + 9;

export const december = (year: number): MonthNumber => year * 12 + 11;
