import { addDays, clockTimeOf, dayOf, frenchHolidays, instantAt, weekday, type ClockTime, type Day, type Where } from "#engines/calendar";

/** Jour à lire : what one must know of a day to say when a place is open. */
export interface DayAsked {
  readonly day: Day;
  /** 0 is Monday. */
  readonly weekday: number;
  readonly isHoliday: boolean;
  /** A school holiday of some zone may fall on it. Their dates are set each year; the rest of the year none ever does. */
  readonly maybeSchoolHoliday: boolean;
}

/** Moment : an instant as the clocks and the calendar of Paris show it. Made once for a search, then asked of every place. */
export interface Moment {
  readonly instant: Date;
  /** Minutes since midnight on the clock. */
  readonly minutes: number;
  /** Yesterday, today, and the fourteen days that follow. */
  readonly days: readonly DayAsked[];
  /** The clocks do not change in that time: minutes can be added to the instant. */
  readonly isSteady: boolean;
}

export const momentOf = (instant: Date, where: Where = {}): Moment => {
  const today = dayOf(instant);
  const shown = clockTimeOf(instant);
  const holidays = holidaysAround(today, where);
  const steady = addDays(today, 15);
  return {
    instant,
    minutes: isSecondPass(instant, today, shown) ? 179 : minutesOf(shown),
    days: Array.from({ length: 16 }, (_, at) => dayAsked(addDays(today, at - 1), holidays)),
    isSteady: instantAt(steady, "12:00").getTime() - instantAt(addDays(today, -1), "12:00").getTime() === 16 * 86_400_000,
  };
};

/** When clocks go back, the hour from 02:00 comes twice: the second counts as the last minute of the first, so that every span keeps one end. */
const isSecondPass = (instant: Date, today: Day, shown: ClockTime): boolean =>
  instant.getTime() - instantAt(today, shown).getTime() > 1_800_000;

const minutesOf = (shown: ClockTime): number => Number(shown.slice(0, 2)) * 60 + Number(shown.slice(3));

const holidaysAround = (today: Day, where: Where): ReadonlySet<Day> => {
  const years = new Set([addDays(today, -1), addDays(today, 14)].map((each) => Number(each.slice(0, 4))));
  return new Set([...years].flatMap((year) => frenchHolidays(year, where)).map(({ day }) => day));
};

const dayAsked = (day: Day, holidays: ReadonlySet<Day>): DayAsked => ({
  day,
  weekday: weekday(day) - 1,
  isHoliday: holidays.has(day),
  maybeSchoolHoliday: schoolHolidays.some(([from, to]) => day.slice(5) >= from && day.slice(5) <= to),
});

/** The widest bounds of the school holidays, over all zones and years (Corse and overseas excepted): autumn, Christmas, winter, spring, summer. */
const schoolHolidays: readonly (readonly [from: string, to: string])[] = [
  ["01-01", "01-08"],
  ["02-01", "03-15"],
  ["04-01", "05-31"],
  ["06-25", "09-06"],
  ["10-10", "11-11"],
  ["12-15", "12-31"],
];

/** When the clocks show so many minutes after the midnight of a day. A time that the clocks jump over is the moment of the jump. */
export const instantOf = ({ instant, minutes, days, isSteady }: Moment, at: number, minute: number): Date => {
  if (isSteady) return new Date(Math.floor(instant.getTime() / 60_000) * 60_000 + ((at - 1) * 1440 + minute - minutes) * 60_000);
  const on = addDays(days[at]?.day ?? dayOf(instant), Math.floor(minute / 1440));
  const asked = clock(minute % 1440);
  const found = instantAt(on, asked);
  return clockTimeOf(found) === asked ? found : instantAt(on, clock(Math.ceil((minute % 1440) / 60) * 60));
};

const clock = (minute: number): ClockTime =>
  `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}` as ClockTime;
