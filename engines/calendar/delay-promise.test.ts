import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { day, type Day } from "./day.ts";
import { dueAt } from "./delay-promise.ts";
import { clockTimeOf, dayOf, instantAt, type ClockTime } from "./paris-clock.ts";

const twoWorkingDays = { kind: "working-days", days: 2 } as const;
const hours48 = { kind: "elapsed", hours: 48 } as const;
const seen = (instant: Date): readonly [Day, ClockTime] => [dayOf(instant), clockTimeOf(instant)];

describe("case 25: two working days keep the time of the day and skip weekends and holidays", () => {
  test.each<[string, ClockTime, string, ClockTime, string]>([
    ["2026-11-20", "17:00", "2026-11-24", "17:00", "Friday to Tuesday"],
    ["2026-11-10", "17:00", "2026-11-13", "17:00", "Tuesday to Friday, 11 November skipped"],
    ["2026-03-27", "17:00", "2026-03-31", "17:00", "over the change of clocks"],
    ["2026-12-23", "09:00", "2026-12-28", "09:00", "over Christmas"],
    ["2026-11-21", "10:00", "2026-11-25", "00:00", "Saturday counts as made when Monday begins"],
  ])("%s %s is due on %s at %s (%s)", (on, time, due, dueTime) => {
    expect(seen(dueAt(instantAt(day(on), time), twoWorkingDays))).toEqual([due, dueTime]);
  });

  test("in Strasbourg, 26 December is skipped too", () => {
    const offered = instantAt(day("2025-12-24"), "09:00");
    expect(seen(dueAt(offered, twoWorkingDays))).toEqual(["2025-12-29", "09:00"]);
    expect(seen(dueAt(offered, twoWorkingDays, { alsaceMoselle: true }))).toEqual(["2025-12-30", "09:00"]);
  });
});

describe("case 26: 48 hours are hours of a stopwatch", () => {
  test.each<[string, ClockTime, string, ClockTime, string]>([
    ["2026-03-27", "17:00", "2026-03-29", "18:00", "clocks go forward on the way"],
    ["2026-10-24", "17:00", "2026-10-26", "16:00", "clocks go back on the way"],
    ["2026-11-20", "17:00", "2026-11-22", "17:00", "an ordinary weekend"],
  ])("%s %s is due on %s at %s (%s)", (on, time, due, dueTime) => {
    const offered = instantAt(day(on), time);
    expect(seen(dueAt(offered, hours48))).toEqual([due, dueTime]);
    expect(dueAt(offered, hours48).getTime() - offered.getTime()).toBe(48 * 3_600_000);
  });
});

test("no later offer is due sooner", () => {
  const instants = fc.date({ min: new Date("2024-01-01"), max: new Date("2032-01-01"), noInvalidDate: true });
  fc.assert(
    fc.property(instants, fc.integer({ min: 0, max: 5 * 86_400_000 }), fc.integer({ min: 1, max: 5 }), (first, later, days) => {
      const due = (ms: number): number => dueAt(new Date(ms), { kind: "working-days", days }).getTime();
      expect(due(first.getTime() + later)).toBeGreaterThanOrEqual(due(first.getTime()));
      expect(due(first.getTime())).toBeGreaterThan(first.getTime());
    }),
  );
});
