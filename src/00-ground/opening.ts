import {
  dayOf,
  inWords,
  instantAt,
  isClockTime,
  isOpen,
  nextOpening,
  timeInWords,
  weekday,
  addDays,
  type OpeningHours as CalendarHours,
} from "#engines/calendar";
import type { OpeningHours } from "./commissioner.ts";

/** The opening hours of a service, as the calendar reads them. Services are closed on holidays. What is not a span of hours is left out. */
export const calendarHours = (hours: OpeningHours): CalendarHours => {
  const of = (day: keyof OpeningHours) =>
    hours[day].flatMap(({ from, to }) => (isClockTime(from) && isClockTime(to) && from < to ? [{ from, to }] : []));
  return { week: { 1: of("1"), 2: of("2"), 3: of("3"), 4: of("4"), 5: of("5"), 6: of("6"), 7: of("7") }, closedOnHolidays: true };
};

export type OpeningState =
  | { readonly kind: "open"; readonly until: Date }
  | { readonly kind: "always-open" }
  | { readonly kind: "closed"; readonly next: Date }
  | { readonly kind: "never-open" };

const spansFollowedAtMost = 16;

/** Whether a service answers now, until when, and otherwise from when. */
export const openingState = (hours: CalendarHours, now: Date): OpeningState => {
  const next = nextOpening(hours, now);
  if (next === undefined) return { kind: "never-open" };
  if (next > now) return { kind: "closed", next };
  let until = now;
  for (let spans = 0; spans < spansFollowedAtMost; spans += 1) {
    const end = endOfSpan(hours, until);
    if (end === undefined) return { kind: "open", until };
    until = end;
  }
  return { kind: "always-open" };
};

/** When the span that holds this instant ends. A night goes on from "24:00" to "00:00": the caller follows it. */
const endOfSpan = (hours: CalendarHours, instant: Date): Date | undefined => {
  if (!isOpen(hours, instant)) return undefined;
  const day = dayOf(instant);
  const ends = hours.week[weekday(day)]
    .filter(({ from, to }) => instantAt(day, from) <= instant && instant < instantAt(day, to))
    .map(({ to }) => instantAt(day, to));
  return ends.toSorted((a, b) => b.getTime() - a.getTime())[0];
};

/** « Ouvert jusqu'à 19 h », « Fermé. Ouvre demain à 9 h ». */
export const openingInWords = (state: OpeningState, now: Date): string => {
  if (state.kind === "always-open") return "Ouvert jour et nuit";
  if (state.kind === "never-open") return "Fermé pour l’instant";
  if (state.kind === "open") return `Ouvert jusqu’à ${timeInWords(state.until)}`;
  const time = timeInWords(state.next);
  if (dayOf(state.next) === dayOf(now)) return `Fermé. Ouvre aujourd’hui à ${time}`;
  if (dayOf(state.next) === addDays(dayOf(now), 1)) return `Fermé. Ouvre demain à ${time}`;
  return `Fermé. Ouvre ${inWords(state.next)} à ${time}`;
};

const dayNames = ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"] as const;

/** The week in a few lines, days alike taken together: « Du lundi au vendredi, de 9 h à 19 h ». */
export const weekInWords = (hours: OpeningHours): readonly string[] => {
  const week = calendarHours(hours).week;
  const lines = ([1, 2, 3, 4, 5, 6, 7] as const).map((day) =>
    week[day].map(({ from, to }) => `de ${timeInWords(from)} à ${timeInWords(to)}`).join(" et "),
  );
  const groups: { first: number; last: number; text: string }[] = [];
  lines.forEach((text, at) => {
    const group = groups.at(-1);
    if (group?.text === text) group.last = at;
    else groups.push({ first: at, last: at, text });
  });
  return groups.map(({ first, last, text }) => `${daysInWords(first, last)}, ${text === "" ? "fermé" : text}`);
};

const daysInWords = (first: number, last: number): string => {
  const [from = "", to = ""] = [dayNames[first], dayNames[last]];
  if (first === last) return `Le ${from}`;
  return last === first + 1 ? `Le ${from} et le ${to}` : `Du ${from} au ${to}`;
};
