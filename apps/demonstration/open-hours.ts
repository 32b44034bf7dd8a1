import { addDays, dayOf, instantAt, isHoliday, weekday, type Day } from "#engines/calendar";
import type { OpeningHours } from "#ground";
import type { Chance } from "#engines/chance";

/** Whether someone listens on a day. */
export const isOpenOn = (hours: OpeningHours, on: Day): boolean => hours[weekday(on)].length > 0 && !isHoliday(on);

/** The first day of listening, from this one on. */
export const openDayFrom = (hours: OpeningHours, from: Day): Day => {
  let on = from;
  while (!isOpenOn(hours, on)) on = addDays(on, 1);
  return on;
};

/** An instant of a day of listening, at a minute drawn while it is open. */
export const instantOfListening = (chance: Chance, hours: OpeningHours, on: Day): Date => {
  const [span] = hours[weekday(on)];
  if (!span) throw new Error(`nobody listens on ${on}`);
  const from = instantAt(on, clock(span.from)).getTime();
  const until = instantAt(on, clock(span.to)).getTime();
  return new Date(from + Math.floor(chance.next() * ((until - from) / 60_000 - 30)) * 60_000);
};

const clock = (written: string) => written as Parameters<typeof instantAt>[1];

/** So many days later, while someone listens. */
export const daysLater = (chance: Chance, hours: OpeningHours, from: Date, days: number): Date =>
  instantOfListening(chance, hours, openDayFrom(hours, addDays(dayOf(from), days)));

/** The same time, so many days later. */
export const dayAfter = (from: Date, days: number): Date => new Date(from.getTime() + days * 86_400_000);
