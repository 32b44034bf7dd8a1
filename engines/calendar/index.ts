export {
  addDays,
  addMonths,
  addMonthsKeepingAnchor,
  compareDays,
  day,
  dayOfMonth,
  daysBetween,
  isDay,
  weekday,
  type Day,
  type Weekday,
} from "./day.ts";
export { clockTimeOf, dayOf, instantAt, isClockTime, type ClockTime } from "./paris-clock.ts";
export { frenchHolidays, isHoliday, isWorkingDay, type Holiday, type Where } from "./holidays.ts";
export { dueAt, type DelayPromise } from "./delay-promise.ts";
export { callbackSlots, isOpen, nextOpening, type OpeningHours, type OpenSpan, type Slot } from "./opening-hours.ts";
export { addToMonth, isMonth, monthOf, monthRange, nextMonth, previousMonth, type Month } from "./month.ts";
export { inWords, monthInWords, relativeDelay, timeInWords } from "./french.ts";
