export type { HoursAnswer, HoursState, OnHolidays, ReadHours, UnreadHours, WeekHours } from "./hours.ts";
export type { DateSpan, HoursRule } from "./rule.ts";
