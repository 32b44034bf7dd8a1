import { dayOfMonth, daysBetween, type Day } from "./day.ts";
import { isMonth, type Month } from "./month.ts";
import { clockTimeOf, dayOf, type ClockTime } from "./paris-clock.ts";

/** Jour en toutes lettres : "mardi 24 novembre", "mardi 1er décembre", as seen in Paris. */
export const inWords = (when: Date | Day): string => {
  const on = when instanceof Date ? dayOf(when) : when;
  const noon = new Date(`${on}T12:00:00Z`);
  const date = dayOfMonth(on) === 1 ? "1er" : String(dayOfMonth(on));
  return `${weekdayName.format(noon)} ${date} ${monthName.format(noon)}`;
};

/** Heure en toutes lettres : "10 h 15", "9 h", "9 h 05". */
export const timeInWords = (when: Date | ClockTime): string => {
  const [hour = "", minute = ""] = (when instanceof Date ? clockTimeOf(when) : when).split(":");
  return minute === "00" ? `${Number(hour)} h` : `${Number(hour)} h ${minute}`;
};

/** Mois en toutes lettres : "octobre 2026". */
export const monthInWords = (month: Month): string => {
  if (!isMonth(month)) throw new Error(`"${month as string}" is not a month written AAAA-MM`);
  return `${monthName.format(new Date(`${month}-15T12:00:00Z`))} ${Number(month.slice(0, 4))}`;
};

/**
 * Délai en mots : "reste 41 h" when `to` is ahead of `from`, "il y a 12 jours" when it is behind.
 * Minutes under an hour, hours up to 72 (a promise of 48 h is read in hours), then days of the calendar. Always rounded down: we
 * never say that more time is left than there is.
 */
export const relativeDelay = (from: Date, to: Date): string => {
  const isAhead = to >= from;
  const quantity = quantityInWords(isAhead ? from : to, isAhead ? to : from);
  if (quantity === undefined) return isAhead ? "reste moins d'une minute" : "à l'instant";
  return isAhead ? `reste ${quantity}` : `il y a ${quantity}`;
};

const quantityInWords = (earlier: Date, later: Date): string | undefined => {
  const minutes = Math.floor((later.getTime() - earlier.getTime()) / 60_000);
  if (minutes < 1) return undefined;
  if (minutes < 60) return `${minutes} min`;
  if (minutes <= 72 * 60) return `${Math.floor(minutes / 60)} h`;
  return `${daysBetween(dayOf(earlier), dayOf(later))} jours`;
};

const weekdayName = new Intl.DateTimeFormat("fr-FR", { timeZone: "UTC", weekday: "long" });
const monthName = new Intl.DateTimeFormat("fr-FR", { timeZone: "UTC", month: "long" });
