import type { Day } from "#engines/calendar";

const inFull = new Intl.DateTimeFormat("fr-FR", { timeZone: "UTC", day: "numeric", month: "long", year: "numeric" });

/** « 12 novembre 2026 », « 1er décembre 2026 ». */
export const dayInFull = (day: Day): string => inFull.format(new Date(`${day}T12:00:00Z`)).replace(/^1 /, "1er ");
