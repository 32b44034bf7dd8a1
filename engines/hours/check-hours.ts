import { rulesOf } from "./grammar.ts";
import type { Unread } from "./hours.ts";
import type { HoursRule } from "./rule.ts";
import { tokensOf } from "./token.ts";

/** Remarque sur des horaires : what the person who keeps the directory should look at. Minutes are of the day. */
export type HoursRemark =
  | { readonly kind: "not-understood"; readonly why: Unread; readonly rest: string }
  /** Two spans of one day share some time. */
  | { readonly kind: "overlap"; readonly from: number; readonly to: number }
  /** It ends on the next day, and begins so early that it may be a slip. */
  | { readonly kind: "next-day"; readonly from: number; readonly to: number }
  /** Days said once, then wholly replaced by a later rule: both were perhaps meant. One bit a day, Monday 1. */
  | { readonly kind: "replaced"; readonly days: number };

/** Vérification : what is doubtful in a text of opening hours; nothing when all is well. */
export const checkHours = (text: string): readonly HoursRemark[] => {
  const cut = tokensOf(text);
  const read = cut.kind === "not-understood" ? cut : rulesOf(cut.tokens, text.length);
  if (read.kind === "not-understood") return [{ kind: "not-understood", why: read.why, rest: text.slice(read.at) }];
  return [...read.rules.flatMap((rule) => [...overlaps(rule), ...nights(rule)]), ...replaced(read.rules)];
};

const spansOf = ({ spans }: HoursRule): (readonly [number, number])[] =>
  Array.from({ length: spans.length / 2 }, (_, at) => [spans[2 * at] ?? 0, spans[2 * at + 1] ?? 0] as const);

const overlaps = (rule: HoursRule): HoursRemark[] => {
  const inOrder = spansOf(rule).toSorted((a, b) => a[0] - b[0]);
  return inOrder.flatMap(([from, to], at) => {
    const [begin, end] = inOrder[at + 1] ?? [Infinity, Infinity];
    return begin < to ? [{ kind: "overlap" as const, from: Math.max(begin, from), to: Math.min(end, to) }] : [];
  });
};

const afternoon = 16 * 60;

const nights = (rule: HoursRule): HoursRemark[] =>
  spansOf(rule).flatMap(([from, to]): HoursRemark[] => (to > 1440 && from < afternoon ? [{ kind: "next-day", from, to: to - 1440 }] : []));

/** A rule none of whose days is left by those that follow it. Rules for some dates only, and closures, replace nothing for good. */
const replaced = (rules: readonly HoursRule[]): HoursRemark[] =>
  rules.flatMap((rule, at): HoursRemark[] => {
    if (rule.days === 0 || !isUsual(rule)) return [];
    const later = rules
      .slice(at + 1)
      .filter((next) => isUsual(next) && !next.isAddition && next.state !== "closed" && next.spans.length > 0);
    const left = later.reduce((days, next) => days & ~next.days, rule.days);
    return left === 0 ? [{ kind: "replaced", days: rule.days }] : [];
  });

const isUsual = ({ dates, weeks, ranks, isForSchoolHolidays }: HoursRule): boolean =>
  dates.length === 0 && weeks.length === 0 && ranks.length === 0 && !isForSchoolHolidays;
