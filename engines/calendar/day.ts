declare const kind: unique symbol;

/** Jour : a day of the calendar in Paris, written "AAAA-MM-JJ". Two days compare as their texts do. */
export type Day = string & { readonly [kind]: "Day" };

/** Jour de semaine : 1 is Monday, 7 is Sunday (ISO 8601). */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

const oneDayMs = 86_400_000;
const shape = /^\d{4}-\d{2}-\d{2}$/;

/** Is this text a day that exists? "2026-02-29" is not. */
export const isDay = (text: string): text is Day => shape.test(text) && asIso(Date.parse(`${text}T00:00:00Z`)) === text;

/** Jour écrit : a text known to be a day. Throws when it is not; ask `isDay` first for what comes from outside. */
export const day = (text: string): Day => {
  if (!isDay(text)) throw new Error(`"${text}" is not a day written AAAA-MM-JJ`);
  return text;
};

export const compareDays = (a: Day, b: Day): number => (a < b ? -1 : a > b ? 1 : 0);

/** Écart en jours : how many days from `from` to `to`; negative when `to` comes first. Clock changes do not count. */
export const daysBetween = (from: Day, to: Day): number => (midnightUtc(to) - midnightUtc(from)) / oneDayMs;

export const addDays = (from: Day, days: number): Day => day(asIso(midnightUtc(from) + days * oneDayMs));

export const weekday = (of: Day): Weekday => (new Date(midnightUtc(of)).getUTCDay() || 7) as Weekday;

/** The day of the month, from 1 to 31. */
export const dayOfMonth = (of: Day): number => Number(of.slice(8));

/** Échéance à n mois : the same day of the month, n months later, or the last of the month when that day does not exist (30 November + 3 months is 28 February). */
export const addMonths = (from: Day, months: number): Day => addMonthsKeepingAnchor(from, months, dayOfMonth(from));

/**
 * Échéance ancrée : n months later, on the day of the month where the right began and not on the one where it was last clamped.
 * A card of 30 November ends on 28 February, then on 30 May.
 * @param anchor day of the month of the first day of the right, 1 to 31
 */
export const addMonthsKeepingAnchor = (from: Day, months: number, anchor: number): Day => {
  const [year, month] = [Number(from.slice(0, 4)), Number(from.slice(5, 7)) - 1 + months];
  const lastOfMonth = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  return day(asIso(Date.UTC(year, month, Math.min(anchor, lastOfMonth))));
};

const midnightUtc = (of: Day): number => Date.parse(`${of}T00:00:00Z`);

const asIso = (ms: number): string => (Number.isNaN(ms) ? "" : new Date(ms).toISOString().slice(0, 10));
