import { addDays, clockTimeOf, dayOf, instantAt, monthOf, monthRange, type Day, type Month } from "#engines/calendar";
import type { Chance } from "#engines/chance";
import type { PlannedCommissioner } from "./commissioners.ts";
import { instantOfListening, isOpenOn } from "./open-hours.ts";

/** From January to December: fewer people call in summer, more in September. Never so few that a month has nothing to say. */
const ofYear = [1.06, 1, 1, 0.97, 0.97, 0.97, 0.92, 0.92, 1.12, 1.06, 1.03, 0.98];

/** How many situations each month has, the last one in proportion of what has gone by. They add up. */
export const sharesOfMonths = (months: readonly Month[], now: Date, total: number): readonly number[] => {
  const weights = months.map((month) => {
    const { from, until } = monthRange(month);
    const gone = Math.min(1, Math.max(0, (now.getTime() - from.getTime()) / (until.getTime() - from.getTime())));
    return (ofYear[Number(month.slice(5)) - 1] ?? 1) * gone;
  });
  const sum = weights.reduce((all, weight) => all + weight, 0);
  const upTo = weights.map((_, at) => Math.round((total * weights.slice(0, at + 1).reduce((all, weight) => all + weight, 0)) / sum));
  return upTo.map((count, at) => count - (upTo[at - 1] ?? 0));
};

/** So long ago at least: an exchange that was opened has also ended. */
const lastMinutes = 40;

/** The instants of a month at which someone calls, while this service listens, before `now`. */
export const momentsOfMonth = (
  chance: Chance,
  { openingHours }: PlannedCommissioner,
  month: Month,
  now: Date,
  count: number,
): readonly Date[] => {
  const limit = new Date(now.getTime() - lastMinutes * 60_000);
  const days = daysOf(month).filter((on) => isOpenOn(openingHours, on) && instantAt(on, "10:00") < limit);
  // The first days of a month may all be closed: what little there is then happened just before now.
  if (days.length === 0) return Array.from({ length: count }, () => limit);
  return Array.from({ length: count }, () => {
    const drawn = instantOfListening(chance, openingHours, chance.pick(days));
    return drawn <= limit ? drawn : instantAt(dayOf(drawn), earlierThan(chance, limit));
  });
};

/** A minute of today after nine and before the limit. */
const earlierThan = (chance: Chance, limit: Date): `${number}:${number}` => {
  const [hours = 10, minutes = 0] = clockTimeOf(limit).split(":").map(Number);
  const minute = chance.between(9 * 60, Math.max(9 * 60, Math.min(18 * 60 + 30, hours * 60 + minutes)));
  return `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}` as `${number}:${number}`;
};

const daysOf = (month: Month): readonly Day[] => {
  const first = dayOf(monthRange(month).from);
  return Array.from({ length: 31 }, (_, at) => addDays(first, at)).filter((on) => monthOf(instantAt(on, "12:00")) === month);
};
