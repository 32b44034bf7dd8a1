import type { HoursRule } from "./rule.ts";

/** Journée : the spans of one day, in minutes of that day, in order and apart; the last may end after midnight. */
export interface DayPlan {
  readonly open: readonly (readonly [from: number, to: number])[];
  readonly maybe: readonly (readonly [from: number, to: number])[];
}

const wholeDay: readonly [number, number] = [0, 1440];

/** What rules leave of a day, each read in turn. @param rules those that hold on that day, in the order of the text */
export const planOf = (rules: readonly HoursRule[]): DayPlan => {
  let plan: DayPlan = { open: [], maybe: [] };
  for (const rule of rules) plan = afterRule(plan, rule);
  return plan;
};

const afterRule = ({ open, maybe }: DayPlan, rule: HoursRule): DayPlan => {
  const spans = pairsOf(rule.spans);
  if (rule.state === "closed")
    return spans.length === 0 ? { open: [], maybe: [] } : { open: without(open, spans), maybe: without(maybe, spans) };
  if (rule.state === "open")
    return rule.isAddition ? { open: union([...open, ...spans]), maybe: without(maybe, spans) } : { open: union(spans), maybe: [] };
  // Words said of all days, after hours: the hours stay, on that condition.
  if (spans.length === 0 && (open.length > 0 || maybe.length > 0)) return { open: [], maybe: union([...open, ...maybe]) };
  const perhaps = spans.length === 0 ? [wholeDay] : spans;
  return rule.isAddition ? { open, maybe: without(union([...maybe, ...perhaps]), open) } : { open: [], maybe: union(perhaps) };
};

export const pairsOf = (minutes: ArrayLike<number>): (readonly [number, number])[] =>
  Array.from({ length: minutes.length / 2 }, (_, at) => [minutes[2 * at] ?? 0, minutes[2 * at + 1] ?? 0] as const);

type Span = readonly [number, number];

/** In order, those that touch or overlap made one. */
const union = (spans: readonly Span[]): readonly Span[] => {
  if (spans.length < 2) return spans;
  const joined: [number, number][] = [];
  for (const [from, to] of spans.toSorted((a, b) => a[0] - b[0])) {
    const last = joined.at(-1);
    if (last && from <= last[1]) last[1] = Math.max(last[1], to);
    else joined.push([from, to]);
  }
  return joined;
};

const without = (spans: readonly Span[], holes: readonly Span[]): readonly Span[] =>
  holes.reduce<readonly Span[]>(
    (left, [from, to]) =>
      left.flatMap((span) =>
        [[span[0], Math.min(span[1], from)] as const, [Math.max(span[0], to), span[1]] as const].filter(([a, b]) => a < b),
      ),
    spans,
  );
