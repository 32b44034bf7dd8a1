import { momentOf, readHours, stateAtMoment, type HoursAnswer, type Moment } from "#engines/hours";
import type { FindAsked, FindRecord } from "#engines/find";
import type { OpeningShown } from "./search.contract.ts";

const readAtMost = 10_000;
const readings = new Map<string, HoursAnswer>();

/** Many services write the same hours: each text is read once. */
const readOnce = (text: string): HoursAnswer => {
  const known = readings.get(text);
  if (known) return known;
  if (readings.size >= readAtMost) readings.clear();
  const read = readHours(text);
  readings.set(text, read);
  return read;
};

const minuteOf = (instant: Date): number => Math.floor(instant.getTime() / 60_000);
let latest: { readonly minute: number; readonly moment: Moment; readonly shown: Map<string, OpeningShown | undefined> } | undefined;

/** Ouverture d'un service at an instant. @returns undefined when its hours are not understood, or say nothing of such a day */
export const openingAt = (text: string, instant: Date): OpeningShown | undefined => {
  if (latest?.minute !== minuteOf(instant)) latest = { minute: minuteOf(instant), moment: momentOf(instant), shown: new Map() };
  const { moment, shown } = latest;
  if (!shown.has(text)) shown.set(text, stateShown(readOnce(text), moment));
  return shown.get(text);
};

const stateShown = (hours: HoursAnswer, moment: Moment): OpeningShown | undefined => {
  if (hours.kind !== "read") return undefined;
  const state = stateAtMoment(hours, moment);
  switch (state.kind) {
    case "open":
      return { kind: "open", ...(state.closes ? { closes: state.closes.toISOString() } : {}) };
    case "closed":
      return { kind: "closed", ...(state.opens ? { opens: state.opens.toISOString() } : {}) };
    case "maybe":
      return { kind: "maybe" };
    case "unknown":
      return undefined;
  }
};

/**
 * The ordinary week, for an index: hours that depend on the date (months, school holidays) are not known there. On a public holiday, only
 * what is closed, or open day and night, is known.
 */
export const weekOf = (text: string): Pick<FindRecord, "hours" | "holidays"> => {
  const read = readOnce(text);
  if (read.kind !== "read" || read.dated.length > 0 || read.week.length === 0) return {};
  const [from, to] = read.week;
  const isAlways = read.week.length === 2 && from === 0 && to === 7 * 1440;
  const holidays = read.holidays === "closed" ? "closed" : read.holidays === "open" && isAlways ? "open" : undefined;
  return { hours: read.week, ...(holidays ? { holidays } : {}) };
};

/** The instant of « open now », as the index is asked. */
export const minuteAsked = (instant: Date): NonNullable<FindAsked["openAt"]> => {
  const { days, minutes } = momentOf(instant);
  const today = days[1];
  if (!today) throw new Error("a moment holds the days around it");
  return { minuteOfWeek: today.weekday * 1440 + minutes, isHoliday: today.isHoliday };
};

/** Whether an ordinary week is open then; the same rule as the index, for the database. */
export const weekOpen = (
  text: string | undefined,
  { minuteOfWeek, isHoliday }: NonNullable<FindAsked["openAt"]>,
): "open" | "closed" | "unknown" => {
  const { hours, holidays } = text === undefined ? {} : weekOf(text);
  if (!hours) return "unknown";
  if (isHoliday && holidays !== "open") return holidays ?? "unknown";
  // What begins on Sunday evening may end on Monday of the week after.
  const isIn = (minute: number): boolean => {
    for (let at = 0; at < hours.length; at += 2) if ((hours[at] ?? 0) <= minute && minute < (hours[at + 1] ?? 0)) return true;
    return false;
  };
  return isIn(minuteOfWeek) || isIn(minuteOfWeek + 7 * 1440) ? "open" : "closed";
};
