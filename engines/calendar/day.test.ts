import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, addMonths, addMonthsKeepingAnchor, compareDays, day, daysBetween, isDay, weekday } from "./day.ts";

const anyDay = fc
  .date({ min: new Date("1970-01-01"), max: new Date("2199-12-31"), noInvalidDate: true })
  .map((date) => day(date.toISOString().slice(0, 10)));

describe("a day is written AAAA-MM-JJ and exists", () => {
  test.each([
    ["2026-11-24", true],
    ["2028-02-29", true],
    ["2026-02-29", false],
    ["2026-13-01", false],
    ["24/11/2026", false],
    ["", false],
  ])("%s: %s", (text, exists) => {
    expect(isDay(text)).toBe(exists);
  });

  test("a text that is not a day is refused, and named", () => {
    expect(() => day("2026-02-30")).toThrow('"2026-02-30" is not a day');
  });
});

describe("months are clamped to the end of the month", () => {
  test.each([
    ["2026-11-30", 3, "2027-02-28"],
    ["2027-11-30", 3, "2028-02-29"],
    ["2026-01-31", 1, "2026-02-28"],
    ["2026-12-15", 1, "2027-01-15"],
    ["2026-03-31", -1, "2026-02-28"],
  ])("%s and %i months: %s", (from, months, expected) => {
    expect(addMonths(day(from), months)).toBe(expected);
  });

  test("case 60: a card of the 30th, clamped to 28 February, is renewed to 30 May", () => {
    expect(addMonthsKeepingAnchor(addMonths(day("2026-11-30"), 3), 3, 30)).toBe("2027-05-30");
  });

  test("renewing quarter after quarter ends where one leap would", () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 12 }), (from, quarters) => {
        const anchor = Number(from.slice(8));
        let end = from;
        for (let done = 0; done < quarters; done += 1) end = addMonthsKeepingAnchor(end, 3, anchor);
        expect(end).toBe(addMonths(from, 3 * quarters));
      }),
    );
  });
});

describe("days are counted without clocks", () => {
  test("the week when clocks change has seven days", () => {
    expect(daysBetween(day("2026-03-27"), day("2026-04-03"))).toBe(7);
  });

  test("going n days ahead puts n days between, and moves n days of the week", () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -2000, max: 2000 }), (from, days) => {
        const to = addDays(from, days);
        expect(daysBetween(from, to)).toBe(days);
        expect(Math.sign(compareDays(to, from))).toBe(Math.sign(days));
        expect((((weekday(to) - weekday(from) - days) % 7) + 7) % 7).toBe(0);
      }),
    );
  });

  test("24 November 2026 is a Tuesday, 22 a Sunday", () => {
    expect([weekday(day("2026-11-24")), weekday(day("2026-11-22"))]).toEqual([2, 7]);
  });
});
