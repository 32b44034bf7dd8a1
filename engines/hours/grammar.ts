import type { UnreadHours, Unread } from "./hours.ts";
import type { DateSpan, HoursRule } from "./rule.ts";
import type { Token } from "./token.ts";

/** Every day of the week, one bit each. */
export const everyDay = 127;
const lastMinute = 1440;

export type Rules = { readonly kind: "rules"; readonly rules: readonly HoursRule[] } | UnreadHours;

/** Thrown inside this file and caught by `rulesOf`: a text has dozens of places where it may stop making sense, and one answer for all. */
class Stop extends Error {
  readonly at: number;
  readonly why: Unread;
  constructor(at: number, why: Unread) {
    super();
    this.at = at;
    this.why = why;
  }
}

/**
 * The rules of a text, as the specification of OpenStreetMap reads them, with four cautions of ours: a later rule that names no day, days
 * without times, an open end (« 17:00+ ») and the sun (« sunrise ») are not understood, because producers and specification differ on them.
 */
export const rulesOf = (tokens: readonly Token[], length: number): Rules => {
  try {
    return { kind: "rules", rules: readRules({ tokens, next: 0, length }) };
  } catch (error) {
    if (error instanceof Stop) return { kind: "not-understood", at: error.at, why: error.why };
    throw error;
  }
};

/** Where the reading stands. */
interface Reading {
  readonly tokens: readonly Token[];
  next: number;
  readonly length: number;
}

const ahead = (reading: Reading, by = 0): Token | undefined => reading.tokens[reading.next + by];
const isNext = (reading: Reading, kind: Token["kind"], by = 0): boolean => ahead(reading, by)?.kind === kind;
const stop = (reading: Reading, by = 0, why: Unread = "word"): never => {
  throw new Stop(ahead(reading, by)?.at ?? reading.length, why);
};
const skip = (reading: Reading, kind: Token["kind"]): boolean => {
  if (!isNext(reading, kind)) return false;
  reading.next += 1;
  return true;
};

const readRules = (reading: Reading): HoursRule[] => {
  const rules: HoursRule[] = [];
  let isAddition = false;
  while (ahead(reading)) {
    if (skip(reading, "semicolon")) {
      isAddition = false;
      continue;
    }
    if (rules.length > 0 && skip(reading, "otherwise")) {
      rules.push(readOtherwise(reading));
      continue;
    }
    rules.push(readRule(reading, rules.length === 0, isAddition));
    isAddition = skip(reading, "comma");
    if (isAddition && !ahead(reading)) stop(reading);
    if (!isAddition && ahead(reading) && !isNext(reading, "semicolon") && !isNext(reading, "otherwise")) stop(reading);
  }
  return rules.length > 0 ? rules : stop(reading);
};

const whenever: HoursRule = {
  days: everyDay,
  ranks: [],
  dates: [],
  weeks: [],
  isForHolidays: false,
  isForSchoolHolidays: false,
  spans: [],
  state: "open",
  remark: undefined,
  isAddition: true,
};

/** « … || "sur rendez-vous" »: what is said of the rest of the time. Kept as a remark; it opens nothing. */
const readOtherwise = (reading: Reading): HoursRule => {
  const token = ahead(reading);
  if (token?.kind !== "comment") return stop(reading);
  reading.next += 1;
  return { ...whenever, days: 0, state: "maybe", remark: token.text };
};

const readRule = (reading: Reading, isFirst: boolean, isAddition: boolean): HoursRule => {
  const began = reading.next;
  if (skip(reading, "always")) return { ...whenever, isForHolidays: true, spans: [0, lastMinute], isAddition, ...readState(reading, true) };
  const dates = readDates(reading);
  const weeks = readWeeks(reading);
  const days = readDays(reading);
  const namesDays = reading.next > began;
  skip(reading, "colon");
  const spans = readSpans(reading);
  const state = readState(reading, spans.length > 0);
  if (reading.next === began) return stop(reading);
  // « Mo-Fr 09:00-12:00; 14:00-17:00 » opens every day at 14:00 by the specification, and on the same days by whoever wrote it.
  if (!namesDays && !isFirst && state.remark === undefined) throw new Stop(reading.tokens[began]?.at ?? reading.length, "which-days");
  return {
    days: days.days,
    ranks: days.ranks,
    dates,
    weeks,
    isForHolidays: days.isForHolidays,
    isForSchoolHolidays: days.isForSchoolHolidays,
    spans,
    state: state.state,
    remark: state.remark,
    isAddition,
  };
};

/** What follows the times: open, off, unknown, and words. Words alone, or days open without times, are a condition: perhaps. */
const readState = (reading: Reading, hasTimes: boolean): Pick<HoursRule, "state" | "remark"> => {
  const told = ahead(reading);
  if (hasTimes && (told === undefined || told.kind === "semicolon")) return plainlyOpen;
  const isTold = told?.kind === "off" || told?.kind === "open" || told?.kind === "maybe";
  if (isTold) reading.next += 1;
  const comment = ahead(reading);
  const remark = comment?.kind === "comment" ? comment.text : undefined;
  if (remark !== undefined) reading.next += 1;
  if (isTold && told.kind === "off") return { state: "closed", remark };
  if (!hasTimes && !isTold && remark === undefined) return stop(reading, 0, "no-times");
  const isSure = hasTimes && (isTold ? told.kind === "open" : remark === undefined);
  return { state: isSure ? "open" : "maybe", remark };
};

const plainlyOpen = { state: "open", remark: undefined } as const;

// Days

type DaysRead = Pick<HoursRule, "days" | "ranks" | "isForHolidays" | "isForSchoolHolidays">;

const readDays = (reading: Reading): DaysRead => {
  const list = readDayList(reading);
  // « SH Mo-Fr »: those days, during school holidays.
  if (list.isForSchoolHolidays && isDayAhead(reading)) {
    const days = readDayList(reading);
    if (days.isForSchoolHolidays || days.isForHolidays || list.isForHolidays) stop(reading, -1);
    return { ...days, isForSchoolHolidays: true };
  }
  const namesNone = list.days === 0 && list.ranks.length === 0;
  if (list.isForSchoolHolidays && !namesNone) stop(reading, -1);
  const isEvery = namesNone && (!list.isForHolidays || list.isForSchoolHolidays);
  return isEvery ? { ...list, days: everyDay } : list;
};

const isDayAhead = (reading: Reading, by = 0): boolean =>
  isNext(reading, "day", by) || isNext(reading, "holiday", by) || isNext(reading, "school", by) || isNext(reading, "every-day", by);

const readDayList = (reading: Reading): DaysRead => {
  let days = 0;
  const ranks: (readonly [number, number])[] = [];
  let isForHolidays = false;
  let isForSchoolHolidays = false;
  while (isDayAhead(reading)) {
    const token = ahead(reading);
    reading.next += 1;
    if (token?.kind === "holiday") isForHolidays = true;
    else if (token?.kind === "school") isForSchoolHolidays = true;
    else if (token?.kind === "every-day") days = everyDay;
    else if (token?.kind === "day") {
      if (isNext(reading, "opening")) ranks.push(...readRanks(reading).map((rank) => [token.value, rank] as const));
      else days |= daysBetween(token.value, readLastDay(reading) ?? token.value);
    }
    if (!isNext(reading, "comma") || !isDayAhead(reading, 1)) break;
    reading.next += 1;
  }
  return { days, ranks, isForHolidays, isForSchoolHolidays };
};

const readLastDay = (reading: Reading): number | undefined => {
  const last = ahead(reading, 1);
  if (!isNext(reading, "dash") || last?.kind !== "day") return undefined;
  reading.next += 2;
  return last.value;
};

/** From Friday to Monday goes through Sunday. */
const daysBetween = (from: number, to: number): number => {
  let days = 0;
  for (let day = from; ; day = (day % 7) + 1) {
    days |= 1 << (day - 1);
    if (day === to) return days;
  }
};

/** « [1] », « [1,3] », « [2-4] », « [-1] ». */
const readRanks = (reading: Reading): number[] => {
  reading.next += 1;
  const ranks: number[] = [];
  do {
    if (skip(reading, "dash")) {
      if (readNumber(reading, 1, 1) === 1) ranks.push(-1);
    } else {
      const from = readNumber(reading, 1, 5);
      const to = skip(reading, "dash") ? readNumber(reading, from, 5) : from;
      for (let rank = from; rank <= to; rank += 1) ranks.push(rank);
    }
  } while (skip(reading, "comma"));
  return skip(reading, "closing") ? ranks : stop(reading);
};

const readNumber = (reading: Reading, least: number, most: number): number => {
  const token = ahead(reading);
  if (token?.kind !== "number" || token.value < least || token.value > most) return stop(reading);
  reading.next += 1;
  return token.value;
};

// Weeks of the year

const readWeeks = (reading: Reading): HoursRule["weeks"] => {
  if (!skip(reading, "week")) return whenever.weeks;
  const weeks: HoursRule["weeks"][number][] = [];
  do {
    const from = readNumber(reading, 1, 53);
    const to = skip(reading, "dash") ? readNumber(reading, from, 53) : from;
    weeks.push({ from, to, step: skip(reading, "slash") ? readNumber(reading, 1, 53) : 1 });
  } while (skip(reading, "comma"));
  return weeks;
};

// Dates

interface Bound {
  readonly year: number | undefined;
  readonly month: number;
  /** Undefined: the month, or the year, as a whole. */
  readonly day: number | undefined;
}

const readDates = (reading: Reading): readonly DateSpan[] => {
  if (!isDateAhead(reading)) return whenever.dates;
  const dates: DateSpan[] = [];
  let last: Bound | undefined;
  while (isDateAhead(reading)) {
    const from: Bound = readBound(reading, last);
    const to: Bound = isNext(reading, "dash") && isDateAhead(reading, 1) ? readEnd(reading, from) : from;
    dates.push(dateSpan(from, to));
    last = to;
    if (!isNext(reading, "comma") || !isDateAhead(reading, 1)) break;
    reading.next += 1;
  }
  return dates;
};

const isDateAhead = (reading: Reading, by = 0): boolean => isNext(reading, "month", by) || isNext(reading, "number", by);

const readEnd = (reading: Reading, from: Bound): Bound => {
  reading.next += 1;
  return readBound(reading, from);
};

/** « 2026 Jul 14 », « Jul 14 », « Jul », « 2026 », « 14 juillet », or, after a whole date, the day alone. */
const readBound = (reading: Reading, before: Bound | undefined): Bound => {
  const first = ahead(reading);
  let year: number | undefined;
  if (first?.kind === "number" && first.value >= 1000) {
    year = first.value;
    reading.next += 1;
    if (!isNext(reading, "month")) return { year, month: 0, day: undefined };
  }
  const token = ahead(reading);
  if (token?.kind === "month") {
    reading.next += 1;
    return { year, month: token.value, day: isNext(reading, "number") ? readDay(reading, token.value) : undefined };
  }
  const month = ahead(reading, 1);
  if (month?.kind === "month") {
    const day = readDay(reading, month.value);
    reading.next += 1;
    return { year, month: month.value, day };
  }
  if (before?.day === undefined) return stop(reading);
  return { year: before.year, month: before.month, day: readDay(reading, before.month) };
};

const readDay = (reading: Reading, month: number): number =>
  readNumber(reading, 1, [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 31);

const dateSpan = (from: Bound, to: Bound): DateSpan => ({
  from: from.month === 0 ? 101 : from.month * 100 + (from.day ?? 1),
  to: to.month === 0 ? 1231 : to.month * 100 + (to.day ?? 31),
  fromYear: from.year,
  toYear: to.year ?? (to === from ? from.year : undefined),
});

// Times

const readSpans = (reading: Reading): readonly number[] => {
  if (!isNext(reading, "time")) return whenever.spans;
  const minutes: number[] = [];
  for (;;) {
    readSpan(reading, minutes);
    if (!(isNext(reading, "comma") || isNext(reading, "slash")) || !isNext(reading, "time", 1)) return minutes;
    reading.next += 1;
  }
};

/** The longest night that we believe: a shelter from 18:00 to 09:00. « 19:00-11:00 » is a slip, and which one nobody knows. */
const longestNight = 15 * 60;

const readSpan = (reading: Reading, into: number[]): void => {
  const [from, dash, to] = [ahead(reading), ahead(reading, 1), ahead(reading, 2)];
  if (from?.kind !== "time" || from.value >= lastMinute) return stop(reading);
  if (dash?.kind !== "dash") return stop(reading, 1);
  if (to?.kind !== "time") return stop(reading, 2);
  // An end at or before the beginning is on the next day. « 09:00-09:00 » says nothing that we may trust.
  const end = to.value > from.value ? to.value : to.value + lastMinute;
  if (to.value === from.value) return stop(reading, 0, "empty-span");
  if (end > lastMinute && end - from.value > longestNight) return stop(reading, 0, "end-before-start");
  reading.next += 3;
  into.push(from.value, end);
};
