import { weekday, type Where } from "#engines/calendar";
import { pairsOf, planOf } from "./day-plan.ts";
import type { HoursState, ReadHours } from "./hours.ts";
import { instantOf, momentOf, type DayAsked, type Moment } from "./moment.ts";
import { spansOfDay } from "./read-hours.ts";
import type { DateSpan, HoursRule } from "./rule.ts";

const [yesterday, today] = [0, 1];

/** Ouvert à un instant: surely open. Not « perhaps », nor on a holiday of which nothing was said. */
export const isOpenAt = (hours: ReadHours, instant: Date, where: Where = {}): boolean => isOpenAtMoment(hours, momentOf(instant, where));

/** The same, for a moment made once and asked of many places. */
export const isOpenAtMoment = (hours: ReadHours, moment: Moment): boolean =>
  isSurelyOpen(hours, moment.days[today], moment.minutes) || isSurelyOpen(hours, moment.days[yesterday], moment.minutes + 1440);

/** Prochaine ouverture : the first instant from this one on when it is surely open, within two weeks. */
export const opensNext = (hours: ReadHours, instant: Date, where: Where = {}): Date | undefined => {
  const moment = momentOf(instant, where);
  return isOpenAtMoment(hours, moment) ? instant : nextOpening(hours, moment);
};

/** État : open until when, closed until when, or why one cannot say. */
export const stateAt = (hours: ReadHours, instant: Date, where: Where = {}): HoursState => stateAtMoment(hours, momentOf(instant, where));

export const stateAtMoment = (hours: ReadHours, moment: Moment): HoursState => {
  if (isOpenAtMoment(hours, moment)) return { kind: "open", closes: nextClosing(hours, moment) };
  const answers = [
    ...answersOf(hours, moment.days[today], moment.minutes),
    ...answersOf(hours, moment.days[yesterday], moment.minutes + 1440),
  ];
  if (answers.includes("maybe")) return { kind: "maybe" };
  if (answers.includes("holiday")) return { kind: "unknown", because: "holiday" };
  if (answers.includes("school-holiday")) return { kind: "unknown", because: "school-holiday" };
  return { kind: "closed", opens: nextOpening(hours, moment) };
};

/** Spans of the day, in minutes of it, when it is surely open. */
const surelyOpen = (hours: ReadHours, day: DayAsked): readonly (readonly [number, number])[] => {
  if (day.isHoliday) return hours.holidays === "open" ? pairsOf(hours.holidayHours) : [];
  if (hours.dated.length === 0) return spansOfDay(hours.week, day.weekday);
  const [usual, inSchoolHolidays] = datedPlans(hours.dated, day);
  // Both must be open; where they differ it depends on a calendar that we do not have.
  return inSchoolHolidays ? meet(usual.open, inSchoolHolidays.open) : usual.open;
};

/** Reads the week in place when that is enough: it is asked of every service of the country at each search « open now ». */
const isSurelyOpen = (hours: ReadHours, day: DayAsked | undefined, minute: number): boolean => {
  if (!day) return false;
  if (day.isHoliday || hours.dated.length > 0) return holds(surelyOpen(hours, day), minute);
  const { week } = hours;
  const base = day.weekday * 1440;
  for (let at = 0; at < week.length; at += 2) {
    const from = week[at] ?? 0;
    if (from >= base + 1440) return false;
    if (from >= base && from <= base + minute && base + minute < (week[at + 1] ?? 0)) return true;
  }
  return false;
};

const holds = (spans: readonly (readonly [number, number])[], minute: number): boolean =>
  spans.some(([from, to]) => from <= minute && minute < to);

type NotSure = "maybe" | "holiday" | "school-holiday";

/** Why a minute that is not surely open may yet be. */
const answersOf = (hours: ReadHours, day: DayAsked | undefined, minute: number): NotSure[] => {
  if (!day) return [];
  const ordinary = { ...day, isHoliday: false };
  if (day.isHoliday) {
    if (hours.holidays !== "unknown") return [];
    return isSurelyOpen(hours, ordinary, minute) || answersOf(hours, ordinary, minute).length > 0 ? ["holiday"] : [];
  }
  if (hours.dated.length === 0) return holds(spansOfDay(hours.maybe, day.weekday), minute) ? ["maybe"] : [];
  const [usual, inSchoolHolidays] = datedPlans(hours.dated, day);
  if (holds(usual.maybe, minute) || (inSchoolHolidays && holds(inSchoolHolidays.maybe, minute))) return ["maybe"];
  return inSchoolHolidays && holds(usual.open, minute) !== holds(inSchoolHolidays.open, minute) ? ["school-holiday"] : [];
};

/** The end of the span of now, through those that follow it without a break. */
const nextClosing = (hours: ReadHours, moment: Moment): Date | undefined => {
  let end = moment.minutes + 1440;
  // Minutes are counted from the midnight that began yesterday: one line of time through sixteen days.
  const spans = moment.days.flatMap((day, at) => surelyOpen(hours, day).map(([from, to]) => [from + at * 1440, to + at * 1440] as const));
  for (const [from, to] of spans.toSorted((a, b) => a[0] - b[0])) if (from <= end && to > end) end = to;
  return end >= (moment.days.length - 1) * 1440 ? undefined : instantOf(moment, Math.floor(end / 1440), end % 1440);
};

const nextOpening = (hours: ReadHours, moment: Moment): Date | undefined => {
  for (const [at, day] of moment.days.entries()) {
    if (at === yesterday) continue;
    for (const [from] of surelyOpen(hours, day)) {
      if (at === today && from <= moment.minutes) continue;
      return instantOf(moment, at, from);
    }
  }
  return undefined;
};

// Rules that depend on the date

/** What the rules leave of a day; twice when it may be in school holidays and a rule speaks of them. */
const datedPlans = (rules: readonly HoursRule[], day: DayAsked) => {
  const held = rules.filter((rule) => holdsOn(rule, day));
  const usual = planOf(held.filter((rule) => !rule.isForSchoolHolidays));
  return [usual, day.maybeSchoolHoliday && held.some((rule) => rule.isForSchoolHolidays) ? planOf(held) : undefined] as const;
};

const holdsOn = (rule: HoursRule, { day, weekday: at }: DayAsked): boolean =>
  ((rule.days & (1 << at)) !== 0 || rule.ranks.some(([each, rank]) => each === at + 1 && isRank(rank, day))) &&
  (rule.dates.length === 0 || rule.dates.some((span) => isWithin(span, day))) &&
  (rule.weeks.length === 0 || rule.weeks.some(({ from, to, step }) => isWeekOf(weekOf(day), from, to, step)));

/** The nth of its weekday in the month, or the last. */
const isRank = (rank: number, day: string): boolean => {
  const date = Number(day.slice(8));
  if (rank > 0) return Math.ceil(date / 7) === rank;
  return date + 7 > new Date(Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)), 0)).getUTCDate();
};

const isWithin = ({ from, to, fromYear, toYear }: DateSpan, day: string): boolean => {
  const date = Number(day.slice(5, 7)) * 100 + Number(day.slice(8));
  const year = Number(day.slice(0, 4));
  // With years, the span runs once from one date to the other; « 2026 Dec 20-Jan 5 » ends the year after.
  if (fromYear !== undefined) {
    const last = toYear ?? (to < from ? fromYear + 1 : fromYear);
    const asked = year * 10_000 + date;
    return asked >= fromYear * 10_000 + from && asked <= last * 10_000 + to;
  }
  return from <= to ? date >= from && date <= to : date >= from || date <= to;
};

const isWeekOf = (week: number, from: number, to: number, step: number): boolean =>
  week >= from && week <= to && (week - from) % step === 0;

/** Week of the year (ISO 8601): the one that holds 4 January is the first. */
const weekOf = (day: DayAsked["day"]): number => {
  const thursday = Date.parse(`${day}T00:00:00Z`) + (4 - weekday(day)) * 86_400_000;
  const yearBegan = Date.UTC(new Date(thursday).getUTCFullYear(), 0, 1);
  return Math.floor((thursday - yearBegan) / (7 * 86_400_000)) + 1;
};

const meet = (
  a: readonly (readonly [number, number])[],
  b: readonly (readonly [number, number])[],
): readonly (readonly [number, number])[] =>
  a.flatMap(([from, to]) => b.map(([begin, end]) => [Math.max(from, begin), Math.min(to, end)] as const).filter(([x, y]) => x < y));
