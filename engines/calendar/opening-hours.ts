import { addDays, weekday, type Day, type Weekday } from "./day.ts";
import { isHoliday, type Where } from "./holidays.ts";
import { dayOf, instantAt, minutesOf, type ClockTime } from "./paris-clock.ts";

/** Plage d'ouverture : open from `from`, closed at `to`. A night is written as two spans, one up to "24:00", one from "00:00". */
export type OpenSpan = { readonly from: ClockTime; readonly to: ClockTime };

/** Horaires : the spans of each day of the week, and what happens on holidays. */
export type OpeningHours = {
  readonly week: Readonly<Record<Weekday, readonly OpenSpan[]>>;
  readonly closedOnHolidays: boolean;
} & Where;

/** Moment : from an instant, included, to another, excluded. */
export type Slot = { readonly from: Date; readonly to: Date };

/** Three weeks in a row on the same weekday may be holidays; nobody who opens at all is closed for longer than this. */
const horizonDays = 60;

export const isOpen = (hours: OpeningHours, instant: Date): boolean =>
  openingsOf(hours, dayOf(instant)).some(({ from, to }) => from <= instant && instant < to);

/** Prochaine ouverture : the first instant, from this one on, when the service is open: this very instant when it is. Nothing when it never opens. */
export const nextOpening = (hours: OpeningHours, instant: Date): Date | undefined => {
  for (const { from } of openingsAfter(hours, instant)) return from > instant ? from : instant;
  return undefined;
};

/**
 * Créneaux de rappel : the next moments of `minutes` that fit whole in the opening hours, counted from each opening
 * (9:00, 9:15…), none beginning before now + `leadMinutes`. Gives fewer than `count` only when the service does not open enough in 60 days.
 * Says when the service is open, not whether somebody is free.
 */
export const callbackSlots = (
  hours: OpeningHours,
  now: Date,
  { minutes, count, leadMinutes }: { readonly minutes: number; readonly count: number; readonly leadMinutes: number },
): readonly Slot[] => {
  if (!(minutes > 0)) throw new Error(`a slot of ${minutes} minutes`);
  const earliest = now.getTime() + leadMinutes * 60_000;
  const slots: Slot[] = [];
  for (const opening of openingsAfter(hours, new Date(earliest))) {
    for (const slot of cut(opening, minutes)) {
      if (slots.length >= count) return slots;
      if (slot.from.getTime() >= earliest) slots.push(slot);
    }
  }
  return slots;
};

/** The moments of opening that are not over at `instant`, in order. */
function* openingsAfter(hours: OpeningHours, instant: Date): Generator<Slot> {
  const today = dayOf(instant);
  for (let days = 0; days <= horizonDays; days += 1)
    for (const opening of openingsOf(hours, addDays(today, days))) if (opening.to > instant) yield opening;
}

/** The moments of opening of one day, in order; spans that touch or overlap are one. */
const openingsOf = (hours: OpeningHours, on: Day): readonly Slot[] => {
  if (hours.closedOnHolidays && isHoliday(on, hours)) return [];
  const openings: Slot[] = [];
  for (const span of hours.week[weekday(on)].toSorted((a, b) => minutesOf(a.from) - minutesOf(b.from))) {
    if (minutesOf(span.from) >= minutesOf(span.to)) throw new Error(`an opening ends before it begins: ${span.from} to ${span.to}`);
    const opening = { from: instantAt(on, span.from), to: instantAt(on, span.to) };
    const last = openings.at(-1);
    if (last !== undefined && opening.from <= last.to)
      openings.splice(-1, 1, { from: last.from, to: opening.to > last.to ? opening.to : last.to });
    else if (opening.from < opening.to) openings.push(opening);
  }
  return openings;
};

function* cut(opening: Slot, minutes: number): Generator<Slot> {
  const length = minutes * 60_000;
  for (let from = opening.from.getTime(); from + length <= opening.to.getTime(); from += length)
    yield { from: new Date(from), to: new Date(from + length) };
}
