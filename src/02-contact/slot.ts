import type { OpeningHours } from "#ground";
import {
  callbackSlots,
  dayOf,
  inWords,
  isClockTime,
  timeInWords,
  addDays,
  type OpeningHours as Hours,
  type OpenSpan,
  type Slot,
} from "#engines/calendar";

export type { Slot };

export const slotMinutes = 15;
/** The time to read a request and prepare the call. */
const leadMinutes = 30;
const farthestDays = 14;
const dayMilliseconds = 86_400_000;

const spansOf = (written: readonly { readonly from: string; readonly to: string }[] | undefined): OpenSpan[] =>
  (written ?? []).flatMap(({ from, to }) => (isClockTime(from) && isClockTime(to) && from < to ? [{ from, to }] : []));

/** Horaires d'un service, as the calendar reads them. A span that makes no sense opens nothing. Nobody listens on bank holidays. */
export const hoursOf = (written: OpeningHours): Hours => ({
  week: {
    1: spansOf(written["1"]),
    2: spansOf(written["2"]),
    3: spansOf(written["3"]),
    4: spansOf(written["4"]),
    5: spansOf(written["5"]),
    6: spansOf(written["6"]),
    7: spansOf(written["7"]),
  },
  closedOnHolidays: true,
});

/** Créneaux à venir : those of the next two weeks, within opening hours. */
export const slotsAhead = (hours: OpeningHours, now: Date): readonly Slot[] =>
  callbackSlots(hoursOf(hours), now, { minutes: slotMinutes, count: 2000, leadMinutes }).filter(
    (slot) => slot.from.getTime() < now.getTime() + farthestDays * dayMilliseconds,
  );

/** The slot that begins at an instant, if the service is open then, and it is neither past nor too far. */
export const slotAt = (hours: OpeningHours, from: Date, now: Date): Slot | undefined => {
  if (Number.isNaN(from.getTime()) || from <= now || from.getTime() > now.getTime() + farthestDays * dayMilliseconds) return undefined;
  const day = callbackSlots(hoursOf(hours), from, { minutes: slotMinutes, count: 1, leadMinutes: 0 })[0];
  return day?.from.getTime() === from.getTime() ? day : undefined;
};

/** How many days and slots a day are shown: few at first, so that choosing stays easy; more when asked for. */
const shown = [
  { days: 3, perDay: 2 },
  { days: 5, perDay: 6 },
  { days: 8, perDay: 12 },
] as const;
export const lastPage = shown.length - 1;

/** Créneaux proposés : over several days, spread from morning to evening, the soonest first. @param page 0, then more at each « voir plus » */
export const proposeSlots = (free: readonly Slot[], page: number): readonly Slot[] => {
  const { days, perDay } = shown[Math.min(Math.max(page, 0), lastPage)] ?? shown[0];
  return [...Map.groupBy(free, (slot) => dayOf(slot.from)).values()].slice(0, days).flatMap((ofDay) => spread(ofDay, perDay));
};

/** The soonest of the day always, then evenly until evening. */
const spread = (slots: readonly Slot[], count: number): readonly Slot[] =>
  slots.length <= count
    ? slots
    : Array.from({ length: count }, (_, at) => slots[Math.floor((at * slots.length) / count)]).filter((slot) => slot !== undefined);

/** Les trois plus proches of a slot that was just taken, in the order of the day. */
export const nearestSlots = (free: readonly Slot[], wanted: Date, count = 3): readonly Slot[] => {
  const distance = (slot: Slot): number => Math.abs(slot.from.getTime() - wanted.getTime());
  return free
    .toSorted((a, b) => distance(a) - distance(b))
    .slice(0, count)
    .toSorted((a, b) => a.from.getTime() - b.from.getTime());
};

/** « aujourd’hui », « demain », « mardi 24 novembre ». */
export const dayInWords = (when: Date, now: Date): string => {
  const on = dayOf(when);
  if (on === dayOf(now)) return "aujourd’hui";
  return on === addDays(dayOf(now), 1) ? "demain" : inWords(when);
};

/** « mardi 24 novembre, entre 10 h et 10 h 15 ». */
export const slotInWords = (slot: Slot, now: Date): string =>
  `${dayInWords(slot.from, now)}, entre ${timeInWords(slot.from)} et ${timeInWords(slot.to)}`;
