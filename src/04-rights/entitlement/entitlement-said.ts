import { daysBetween, day } from "#engines/calendar";
import { dayInWords } from "../estimate/day-in-words.ts";
import type { EntitlementShown } from "./entitlement.contract.ts";
import { entitlementWords } from "./entitlement.words.ts";
import type { EntitlementState } from "./entitlement.ts";

type Language = "fr" | "en";

/** Colour and glyph of a state: the word beside says it all. */
export const stateLooks = {
  requested: ["ask", "todo"],
  checked: ["ask", "half"],
  active: ["ok", "done"],
  "renewal-due": ["ask", "clock"],
  waiting: ["ask", "pause"],
  lapsed: ["no", "dash"],
  stopped: ["no", "cross"],
} as const satisfies Record<EntitlementState, readonly [string, string]>;

/** The dates that matter for where it stands: « jusqu'au 28 février 2027 ». */
export const datesSaid = (shown: EntitlementShown, language: Language): string => {
  const words = entitlementWords[language];
  if (shown.to === null) return words.askedOn(dayInWords(shown.requestedAt, language));
  const until = dayInWords(shown.to, language);
  if (shown.state === "lapsed") return words.endedOn(until);
  if (shown.state === "active" && shown.renewalOpensOn !== null)
    return `${words.until(until)} · ${words.renewFrom(dayInWords(shown.renewalOpensOn, language))}`;
  return words.until(until);
};

/** « finit dans 12 jours », « fin passée ». */
export const daysSaid = (to: string, today: string, language: Language): string => {
  const words = entitlementWords[language].list;
  const left = daysBetween(day(today), day(to));
  return left < 0 ? words.late : words.days(left);
};
