import { describe, expect, test } from "vitest";
import { addToMonth, isMonth, monthOf, monthRange, nextMonth, previousMonth } from "./month.ts";

describe("a month is that of Paris", () => {
  test.each([
    ["2026-09-30T21:59:59Z", "2026-09"],
    ["2026-09-30T22:00:00Z", "2026-10"],
    ["2026-12-31T23:00:00Z", "2027-01"],
  ])("%s is in %s", (instant, month) => {
    expect(monthOf(new Date(instant))).toBe(month);
  });

  test("October 2026 begins in summer time and ends in winter time", () => {
    const { from, until } = monthRange("2026-10");
    expect([from.toISOString(), until.toISOString()]).toEqual(["2026-09-30T22:00:00.000Z", "2026-10-31T23:00:00.000Z"]);
  });
});

test("months are counted over the years", () => {
  expect([previousMonth("2026-01"), nextMonth("2026-12"), addToMonth("2026-10", -22), addToMonth("2026-10", 15)]).toEqual([
    "2025-12",
    "2027-01",
    "2024-12",
    "2028-01",
  ]);
});

test("2026-13 is not a month", () => {
  expect([isMonth("2026-13"), isMonth("2026-1"), isMonth("2026-12")]).toEqual([false, false, true]);
  expect(() => nextMonth("2026-13")).toThrow('"2026-13" is not a month');
});
