import { clockTimeOf, dayOf } from "#engines/calendar";
import { slotInWords } from "./slot.ts";

/** « 09:45 » in Paris, for the rail of hours. */
export const clockTime = (when: Date): string => clockTimeOf(when);

/** Whether two instants fall on the same day in Paris. */
export const isSameDay = (one: Date, other: Date): boolean => dayOf(one) === dayOf(other);

/** A slot as it is read on the desk, in the language of who reads it. */
export const slotOf = (slot: { readonly slotFrom: string; readonly slotUntil: string }, now: Date, language: "fr" | "en"): string => {
  const [from, to] = [new Date(slot.slotFrom), new Date(slot.slotUntil)];
  if (language === "fr") return slotInWords({ from, to }, now);
  const isToday = dayOf(from) === dayOf(now);
  const day = new Intl.DateTimeFormat("en-GB", { weekday: "long", day: "numeric", month: "long", timeZone: "Europe/Paris" }).format(from);
  return `${isToday ? "today" : day}, ${clockTimeOf(from)} to ${clockTimeOf(to)}`;
};
