import { pairsOf, planOf, type DayPlan } from "./day-plan.ts";
import { rulesOf } from "./grammar.ts";
import type { HoursAnswer, OnHolidays, ReadHours } from "./hours.ts";
import type { HoursRule } from "./rule.ts";
import { tokensOf } from "./token.ts";

/**
 * Lecture des horaires : a text of opening hours as OpenStreetMap writes them, or as French producers do (« lu 09:00 - 12:00 / 13:30 - 17:00 »,
 * « du lundi au vendredi de 9h à 12h et de 14h à 17h »). All of it is understood, or none: what is not is never guessed.
 */
export const readHours = (text: string): HoursAnswer => {
  const cut = tokensOf(text);
  if (cut.kind === "not-understood") return cut;
  const read = rulesOf(cut.tokens, text.length);
  return read.kind === "not-understood" ? read : hoursFrom(read.rules);
};

const hoursFrom = (rules: readonly HoursRule[]): ReadHours => {
  const isDated = rules.some(dependsOnDate);
  const ordinary = isDated ? rules.filter((rule) => !dependsOnDate(rule)) : rules;
  const open: number[] = [];
  const maybe: number[] = [];
  for (let day = 0; day < 7; day += 1) {
    const only = onlyRuleOf(ordinary, day);
    if (only) {
      for (const minute of only.spans) open.push(day * 1440 + minute);
      continue;
    }
    const plan = planOf(ordinary.filter((rule) => (rule.days & (1 << day)) !== 0));
    for (const [from, to] of plan.open) open.push(day * 1440 + from, day * 1440 + to);
    for (const [from, to] of plan.maybe) maybe.push(day * 1440 + from, day * 1440 + to);
  }
  return {
    kind: "read",
    week: new Uint16Array(open),
    maybe: maybe.length === 0 ? none : new Uint16Array(maybe),
    ...onHolidays(rules),
    dated: isDated ? rules : [],
    remarks: remarksOf(rules),
  };
};

const none = new Uint16Array(0);

/** Most days are said by one rule, with its spans in order: nothing to work out. */
const onlyRuleOf = (rules: readonly HoursRule[], day: number): HoursRule | undefined => {
  let only: HoursRule | undefined;
  for (const rule of rules) {
    if ((rule.days & (1 << day)) === 0) continue;
    if (only || rule.state !== "open") return undefined;
    only = rule;
  }
  return only && isInOrder(only.spans) ? only : undefined;
};

const isInOrder = (spans: readonly number[]): boolean => {
  for (let at = 1; at < spans.length; at += 1) if ((spans[at - 1] ?? 0) >= (spans[at] ?? 0)) return false;
  return true;
};

const remarksOf = (rules: readonly HoursRule[]): readonly string[] =>
  rules.every(({ remark }) => remark === undefined)
    ? []
    : [...new Set(rules.flatMap(({ remark }) => remark ?? []))].filter((remark) => remark !== "");

export const dependsOnDate = ({ dates, weeks, ranks, isForSchoolHolidays }: HoursRule): boolean =>
  dates.length > 0 || weeks.length > 0 || ranks.length > 0 || isForSchoolHolidays;

/**
 * A rule for public holidays holds on them wherever it stands in the text: by the specification a later « Sa 09:00-12:00 » would open a
 * Saturday that is one, which nobody means. Holidays within some dates only (« Jul PH off ») leave the others unknown.
 */
const onHolidays = (rules: readonly HoursRule[]): { readonly holidays: OnHolidays; readonly holidayHours: Uint16Array } => {
  if (!rules.some(({ isForHolidays }) => isForHolidays)) return notSaid;
  const about = rules.filter(({ isForHolidays }) => isForHolidays);
  if (about.some((rule) => dependsOnDate(rule) && !rule.isForSchoolHolidays)) return { holidays: "unknown", holidayHours: none };
  const plan: DayPlan = planOf(about);
  if (plan.open.length > 0) return { holidays: "open", holidayHours: new Uint16Array(plan.open.flat()) };
  return { holidays: plan.maybe.length > 0 ? "unknown" : "closed", holidayHours: none };
};

const notSaid = { holidays: "unknown", holidayHours: none } as const;

/** The spans of the ordinary week that begin on a day (0 is Monday), in minutes of that day. */
export const spansOfDay = (week: Uint16Array, day: number): readonly (readonly [from: number, to: number])[] =>
  pairsOf(week)
    .filter(([from]) => Math.floor(from / 1440) === day)
    .map(([from, to]) => [from - day * 1440, to - day * 1440] as const);
