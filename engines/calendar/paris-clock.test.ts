import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { day } from "./day.ts";
import { clockTimeOf, dayOf, instantAt, isClockTime, type ClockTime } from "./paris-clock.ts";

describe("an instant has a day and a time in Paris", () => {
  test.each([
    ["2026-11-24T22:59:59Z", "2026-11-24", "23:59"],
    ["2026-11-24T23:00:00Z", "2026-11-25", "00:00"],
    ["2026-07-14T21:59:00Z", "2026-07-14", "23:59"],
    ["2026-07-14T22:00:00Z", "2026-07-15", "00:00"],
  ])("%s is on %s at %s", (instant, on, time) => {
    expect([dayOf(new Date(instant)), clockTimeOf(new Date(instant))]).toEqual([on, time]);
  });
});

describe("a time said in Paris is one instant", () => {
  test.each<[string, ClockTime, string, string]>([
    ["2026-11-24", "10:15", "2026-11-24T09:15:00.000Z", "winter"],
    ["2026-07-14", "10:15", "2026-07-14T08:15:00.000Z", "summer"],
    ["2026-03-29", "01:59", "2026-03-29T00:59:00.000Z", "before the clocks go forward"],
    ["2026-03-29", "02:30", "2026-03-29T01:30:00.000Z", "skipped: read 03:30"],
    ["2026-03-29", "03:00", "2026-03-29T01:00:00.000Z", "after the clocks went forward"],
    ["2026-10-25", "02:30", "2026-10-25T00:30:00.000Z", "comes twice: the first"],
    ["2026-10-25", "03:00", "2026-10-25T02:00:00.000Z", "after the clocks went back"],
    ["2026-10-25", "24:00", "2026-10-25T23:00:00.000Z", "the end of a day of 25 hours"],
  ])("%s %s is %s (%s)", (on, time, instant) => {
    expect(instantAt(day(on), time).toISOString()).toBe(instant);
  });

  test("reading the clock at that instant gives the time back, but in the hour that is skipped", () => {
    const minutes = fc.date({ min: new Date("1990-01-01"), max: new Date("2060-01-01"), noInvalidDate: true });
    fc.assert(
      fc.property(minutes, (instant) => {
        const [on, time] = [dayOf(instant), clockTimeOf(instant)];
        const again = instantAt(on, time);
        expect([dayOf(again), clockTimeOf(again)]).toEqual([on, time]);
        expect(again.getTime()).toBeLessThanOrEqual(instant.getTime());
      }),
    );
  });

  test("25:00 and 9:00 are not written as times", () => {
    expect([isClockTime("25:00"), isClockTime("9:00"), isClockTime("09:00"), isClockTime("24:00")]).toEqual([false, false, true, true]);
    expect(() => instantAt(day("2026-11-24"), "9:00")).toThrow('"9:00" is not a time');
  });
});
