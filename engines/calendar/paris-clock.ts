import { addDays, day, type Day } from "./day.ts";

/** Heure : what a clock shows in Paris, "HH:MM". "24:00" is the end of a day. */
export type ClockTime = `${number}:${number}`;

const shape = /^(([01]\d|2[0-3]):[0-5]\d|24:00)$/;

export const isClockTime = (text: string): text is ClockTime => shape.test(text);

/** Minutes since the clock showed 00:00. */
export const minutesOf = (time: ClockTime): number => {
  if (!isClockTime(time)) throw new Error(`"${time as string}" is not a time written HH:MM`);
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
};

/** Jour d'un instant : the day that it is in Paris. */
export const dayOf = (instant: Date): Day => day(asIfUtc(instant).toISOString().slice(0, 10));

/** Heure d'un instant : what clocks show in Paris, seconds left out. */
export const clockTimeOf = (instant: Date): ClockTime => asIfUtc(instant).toISOString().slice(11, 16) as ClockTime;

/**
 * Instant d'une heure dite : when the clocks of Paris show this time on this day.
 * In autumn an hour comes twice: we take the first. In spring an hour is skipped: 02:30 becomes 03:30, as a clock
 * that nobody has set yet. This is what the Temporal proposal calls "compatible".
 */
export const instantAt = (on: Day, time: ClockTime): Date => {
  const minutes = minutesOf(time);
  if (minutes === 24 * 60) return instantAt(addDays(on, 1), "00:00");
  const shown = Date.parse(`${on}T00:00:00Z`) + minutes * 60_000;
  const before = offsetMs(new Date(shown - oneDayMs));
  const after = offsetMs(new Date(shown + oneDayMs));
  const possible = [shown - before, shown - after].filter((ms) => ms + offsetMs(new Date(ms)) === shown);
  return new Date(possible.length > 0 ? Math.min(...possible) : shown - before);
};

const oneDayMs = 86_400_000;

const paris = new Intl.DateTimeFormat("en-GB", {
  timeZone: "Europe/Paris",
  calendar: "iso8601",
  hourCycle: "h23",
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
  hour: "2-digit",
  minute: "2-digit",
  second: "2-digit",
});

/** How far the clocks of Paris are ahead of UTC at this instant. */
const offsetMs = (instant: Date): number => asIfUtc(instant).getTime() - Math.floor(instant.getTime() / 1000) * 1000;

/** The date whose UTC fields read what Paris reads, to the second. */
const asIfUtc = (instant: Date): Date => {
  const parts = Object.fromEntries(paris.formatToParts(instant).map(({ type, value }) => [type, Number(value)]));
  const { year = 0, month = 1, day: date = 1, hour = 0, minute = 0, second = 0 } = parts;
  return new Date(Date.UTC(year, month - 1, date, hour, minute, second));
};
