import { addMonths, type Day } from "#engines/calendar";
import { knownScales, type Scale, type ScaleName, type Scales } from "./scales.ts";

/** Barème ancien : a figure revalued every year whose last line is older than thirteen months. */
export interface StaleScale {
  readonly scale: ScaleName;
  readonly label: string;
  readonly lastDate: Day;
  /** Whole months between its last line and the day asked. */
  readonly months: number;
}

const monthsOfTrust = 13;

/**
 * Barèmes anciens : those that should have been revalued by that day and were not, the oldest first.
 * A later line proves that nothing changed in between, so a figure is never old before its last line.
 */
export const staleScales = (on: Day, scales: Scales = knownScales): readonly StaleScale[] =>
  Object.values(scales)
    .flatMap((scale) =>
      isStale(scale, on)
        ? [{ scale: scale.name, label: scale.label, lastDate: lastDate(scale), months: monthsBetween(lastDate(scale), on) }]
        : [],
    )
    .toSorted((a, b) => b.months - a.months || (a.scale < b.scale ? -1 : 1));

/** The same by name. Kept, since the households of one month are judged on the same day. */
export const staleOn = (scales: Scales, on: Day): ReadonlySet<ScaleName> => {
  let days = kept.get(scales);
  if (!days) kept.set(scales, (days = new Map<Day, ReadonlySet<ScaleName>>()));
  let stale = days.get(on);
  if (!stale) days.set(on, (stale = new Set(staleScales(on, scales).map(({ scale }) => scale))));
  return stale;
};

const kept = new WeakMap<Scales, Map<Day, ReadonlySet<ScaleName>>>();

/** Is this figure too old to conclude on that day? */
const isStale = (scale: Scale, on: Day): boolean =>
  scale.revaluedEachYear && scale.lines.length > 0 && addMonths(lastDate(scale), monthsOfTrust + (scale.publishedMonthsLater ?? 0)) < on;

const lastDate = (scale: Scale): Day => {
  const last = scale.lines.at(-1);
  if (!last) throw new Error(`${scale.name} has no line`);
  return last.from;
};

const monthsBetween = (from: Day, to: Day): number => {
  const apart = (Number(to.slice(0, 4)) - Number(from.slice(0, 4))) * 12 + Number(to.slice(5, 7)) - Number(from.slice(5, 7));
  return to.slice(8) < from.slice(8) ? apart - 1 : apart;
};
