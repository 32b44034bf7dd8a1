import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { day } from "./day.ts";
import { callbackSlots, isOpen, nextOpening, type OpeningHours, type OpenSpan } from "./opening-hours.ts";
import { clockTimeOf, dayOf, instantAt, type ClockTime } from "./paris-clock.ts";

const office: readonly OpenSpan[] = [
  { from: "09:00", to: "12:00" },
  { from: "14:00", to: "18:30" },
];
const saturday: readonly OpenSpan[] = [{ from: "09:00", to: "12:00" }];
const desk: OpeningHours = { week: { 1: office, 2: office, 3: office, 4: office, 5: office, 6: saturday, 7: [] }, closedOnHolidays: true };
const never: OpeningHours = { week: { 1: [], 2: [], 3: [], 4: [], 5: [], 6: [], 7: [] }, closedOnHolidays: true };
const wholeDay: readonly OpenSpan[] = [{ from: "00:00", to: "24:00" }];
const always: OpeningHours = {
  week: { 1: wholeDay, 2: wholeDay, 3: wholeDay, 4: wholeDay, 5: wholeDay, 6: wholeDay, 7: wholeDay },
  closedOnHolidays: false,
};

const at = (on: string, time: ClockTime): Date => instantAt(day(on), time);
const seen = (instant: Date): string => `${dayOf(instant)} ${clockTimeOf(instant)}`;

describe("a service is open from the first minute of a span to the last one before its end", () => {
  test.each<[string, ClockTime, boolean]>([
    ["2026-11-24", "08:59", false],
    ["2026-11-24", "09:00", true],
    ["2026-11-24", "11:59", true],
    ["2026-11-24", "12:00", false],
    ["2026-11-28", "10:00", true],
    ["2026-11-29", "10:00", false],
    ["2026-11-11", "10:00", false],
  ])("%s %s: %s", (on, time, open) => {
    expect(isOpen(desk, at(on, time))).toBe(open);
  });

  test("a service that works on holidays is open on 11 November", () => {
    expect(isOpen({ ...desk, closedOnHolidays: false }, at("2026-11-11", "10:00"))).toBe(true);
  });
});

describe("the next opening is the first instant when the service is open", () => {
  test.each<[string, ClockTime, string]>([
    ["2026-11-24", "07:00", "2026-11-24 09:00"],
    ["2026-11-24", "10:10", "2026-11-24 10:10"],
    ["2026-11-24", "12:30", "2026-11-24 14:00"],
    ["2026-11-28", "12:00", "2026-11-30 09:00"],
    ["2026-11-10", "18:30", "2026-11-12 09:00"],
  ])("asked on %s at %s: %s", (on, time, opening) => {
    expect(seen(nextOpening(desk, at(on, time)) ?? new Date(0))).toBe(opening);
  });

  test("a service that never opens has none", () => {
    expect(nextOpening(never, at("2026-11-24", "10:00"))).toBeUndefined();
  });
});

describe("moments of call back", () => {
  const slots = (on: string, time: ClockTime, count: number, leadMinutes: number): readonly string[] =>
    callbackSlots(desk, at(on, time), { minutes: 15, count, leadMinutes }).map(({ from }) => seen(from));

  test.each<[string, string, ClockTime, number, readonly string[]]>([
    ["begin on the quarter", "2026-11-24", "10:05", 0, ["2026-11-24 10:15", "2026-11-24 10:30"]],
    ["leave the time asked for", "2026-11-24", "10:05", 30, ["2026-11-24 10:45", "2026-11-24 11:00"]],
    ["jump over lunch", "2026-11-24", "11:40", 0, ["2026-11-24 11:45", "2026-11-24 14:00"]],
    ["jump over a holiday", "2026-11-10", "18:20", 0, ["2026-11-12 09:00", "2026-11-12 09:15"]],
  ])("%s", (_, on, time, lead, expected) => {
    expect(slots(on, time, 2, lead)).toEqual(expected);
  });

  test("a service that never opens offers none", () => {
    expect(callbackSlots(never, at("2026-11-24", "10:00"), { minutes: 15, count: 3, leadMinutes: 0 })).toEqual([]);
  });

  test("the day of 25 hours has a hundred quarters, each of fifteen minutes", () => {
    const all = callbackSlots(always, at("2026-10-25", "00:00"), { minutes: 15, count: 101, leadMinutes: 0 });
    expect(all.filter(({ from }) => dayOf(from) === day("2026-10-25"))).toHaveLength(100);
    expect(all.every(({ from, to }) => to.getTime() - from.getTime() === 15 * 60_000)).toBe(true);
  });

  test("they are whole, open, apart, in order, and never before the lead", () => {
    const instants = fc.date({ min: new Date("2026-01-01"), max: new Date("2028-01-01"), noInvalidDate: true });
    fc.assert(
      fc.property(instants, fc.integer({ min: 5, max: 90 }), fc.integer({ min: 0, max: 300 }), (now, minutes, leadMinutes) => {
        const all = callbackSlots(desk, now, { minutes, count: 12, leadMinutes });
        expect(all).toHaveLength(12);
        for (const [index, { from, to }] of all.entries()) {
          expect(from.getTime()).toBeGreaterThanOrEqual(now.getTime() + leadMinutes * 60_000);
          expect(isOpen(desk, from) && isOpen(desk, new Date(to.getTime() - 1))).toBe(true);
          expect(from.getTime()).toBeGreaterThanOrEqual(all[index - 1]?.to.getTime() ?? 0);
        }
      }),
      { numRuns: 50 },
    );
  });
});

test("spans that touch are one opening", () => {
  const split: OpeningHours = {
    ...never,
    week: {
      ...never.week,
      2: [
        { from: "10:00", to: "10:20" },
        { from: "09:00", to: "10:00" },
      ],
    },
  };
  expect(callbackSlots(split, at("2026-11-24", "08:00"), { minutes: 40, count: 2, leadMinutes: 0 }).map(({ from }) => seen(from))).toEqual([
    "2026-11-24 09:00",
    "2026-11-24 09:40",
  ]);
});

test("an opening that ends before it begins is refused", () => {
  const wrong: OpeningHours = { ...never, week: { ...never.week, 2: [{ from: "18:00", to: "09:00" }] } };
  expect(() => isOpen(wrong, at("2026-11-24", "10:00"))).toThrow("18:00 to 09:00");
});
