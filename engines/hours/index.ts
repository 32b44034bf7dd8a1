export type { HoursAnswer, HoursState, OnHolidays, ReadHours, Unread, UnreadHours, WeekHours } from "./hours.ts";
export type { DateSpan, HoursRule } from "./rule.ts";
export { readHours, spansOfDay } from "./read-hours.ts";
export { momentOf, type DayAsked, type Moment } from "./moment.ts";
export { isOpenAt, isOpenAtMoment, opensNext, stateAt, stateAtMoment } from "./state.ts";
export { checkHours, type HoursRemark } from "./check-hours.ts";
