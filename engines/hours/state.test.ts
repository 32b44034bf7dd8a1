import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, clockTimeOf, day, dayOf, instantAt, isHoliday, type ClockTime } from "#engines/calendar";
import type { ReadHours } from "./hours.ts";
import { readHours } from "./read-hours.ts";
import { isOpenAt, opensNext, stateAt } from "./state.ts";

const read = (text: string): ReadHours => {
  const hours = readHours(text);
  if (hours.kind === "not-understood") throw new Error(`not understood: ${text}`);
  return hours;
};
const at = (written: string): Date => instantAt(day(written.slice(0, 10)), written.slice(11) as ClockTime);
const said = (instant: Date | undefined): string => (instant === undefined ? "never" : `${dayOf(instant)} ${clockTimeOf(instant)}`);
const state = (text: string, when: string): string => {
  const found = stateAt(read(text), at(when));
  if (found.kind === "open") return `open until ${said(found.closes)}`;
  if (found.kind === "closed") return `closed until ${said(found.opens)}`;
  return found.kind === "unknown" ? `unknown: ${found.because}` : "maybe";
};

const office = "Mo-Fr 09:00-12:00,13:30-17:00; Sa 09:00-12:00; PH off";

describe("open until, or closed until", () => {
  test.each([
    [office, "2026-11-20 10:00", "open until 2026-11-20 12:00"],
    [office, "2026-11-20 12:00", "closed until 2026-11-20 13:30"],
    [office, "2026-11-21 12:30", "closed until 2026-11-23 09:00"],
    // 11 November 2026 is a Wednesday.
    [office, "2026-11-11 10:00", "closed until 2026-11-12 09:00"],
    ["Mo-Fr 09:00-12:00", "2026-11-11 10:00", "unknown: holiday"],
    ["Mo-Fr 09:00-12:00", "2026-11-11 14:00", "closed until 2026-11-12 09:00"],
    ["Mo-Fr,PH 09:00-12:00", "2026-11-11 10:00", "open until 2026-11-11 12:00"],
    ["24/7", "2026-12-25 03:00", "open until never"],
    ["Mo-Su 18:00-08:30; PH off", "2026-11-21 02:00", "open until 2026-11-21 08:30"],
    // The night of the 10th goes on into the holiday.
    ["Mo-Su 18:00-08:30; PH off", "2026-11-11 02:00", "open until 2026-11-11 08:30"],
    ["Mo 22:00-24:00; Tu 00:00-06:00; PH off", "2026-11-23 23:00", "open until 2026-11-24 06:00"],
    ['Mo-Fr 09:00-12:00 "sur rendez-vous"', "2026-11-20 10:00", "maybe"],
    ["off", "2026-11-20 10:00", "closed until never"],
  ])("%s, %s: %s", (text, when, expected) => {
    expect(state(text, when)).toBe(expected);
  });

  test("in Alsace and Moselle, Good Friday and 26 December are holidays too", () => {
    const hours = read("Mo-Sa 09:00-12:00; PH off");
    expect(isOpenAt(hours, at("2026-12-26 10:00"))).toBe(true);
    expect(isOpenAt(hours, at("2026-12-26 10:00"), { alsaceMoselle: true })).toBe(false);
  });
});

describe("rules that depend on the date", () => {
  test.each([
    ["the first and third Monday", "Mo[1,3] 09:00-12:00", ["2026-11-02", "2026-11-16"], ["2026-11-09", "2026-11-23", "2026-11-03"]],
    ["the last Wednesday", "We[-1] 09:00-12:00", ["2026-11-25"], ["2026-11-18"]],
    ["summer hours", "Mo-Fr 09:00-12:00; Jul 14-Aug 31 off", ["2026-07-10", "2026-09-01"], ["2026-07-15", "2026-08-31"]],
    ["in French", "lundi au vendredi 9h-12h ; du 15 juillet au 31 août fermé", ["2026-07-10"], ["2026-07-15"]],
    ["across the new year", "Mo-Fr 09:00-12:00; Dec 20-Jan 05 off", ["2026-12-18"], ["2026-12-21", "2027-01-05"]],
    ["even weeks", "week 2-52/2 Mo 09:00-12:00", ["2026-11-23"], ["2026-11-16"]],
    ["once", "Mo-Fr 09:00-12:00; 2026 Nov 23-2026 Nov 27 off", ["2026-11-20", "2027-11-23"], ["2026-11-23", "2026-11-27"]],
    ["school holidays where none ever falls", "Mo-Fr 09:00-12:00; SH off", ["2026-11-20"], []],
  ])("%s: %s", (_, text, open, closed) => {
    for (const date of open) expect([date, isOpenAt(read(text), at(`${date} 10:00`))]).toEqual([date, true]);
    for (const date of closed) expect([date, isOpenAt(read(text), at(`${date} 10:00`))]).toEqual([date, false]);
  });

  test("in what may be school holidays, one cannot say", () => {
    expect(state("Mo-Fr 09:00-12:00; SH off", "2026-10-26 10:00")).toBe("unknown: school-holiday");
    expect(state("Mo-Fr 09:00-12:00; SH Mo-Fr 10:00-11:00", "2026-10-26 10:30")).toBe("open until 2026-10-26 11:00");
  });
});

describe("when the clocks change, the clock on the wall decides", () => {
  test.each([
    // 28 March 2027: 02:00 becomes 03:00. 31 October 2027: 03:00 becomes 02:00.
    ["a night through spring", "Sa 22:00-06:00", "2027-03-27 23:00", "open until 2027-03-28 06:00", 6],
    ["a night through autumn", "Sa 22:00-06:00", "2027-10-30 23:00", "open until 2027-10-31 06:00", 8],
    ["an end in the skipped hour is the moment of the jump", "Sa 22:00-02:30", "2027-03-27 23:00", "open until 2027-03-28 03:00", 3],
  ])("%s", (_, text, when, expected, hours) => {
    expect(state(text, when)).toBe(expected);
    const found = stateAt(read(text), at(when));
    expect(found.kind === "open" && found.closes && (found.closes.getTime() - at(when).getTime()) / 3_600_000).toBe(hours);
  });

  test("the hour that comes twice: what ended in the first does not open again in the second", () => {
    const second = new Date(at("2027-10-31 02:10").getTime() + 3_600_000);
    expect(clockTimeOf(second)).toBe("02:10");
    expect(isOpenAt(read("Sa 22:00-02:30"), second)).toBe(false);
    expect(isOpenAt(read("Sa 22:00-06:00"), second)).toBe(true);
  });
});

describe("laws, on any instant of two years, clock changes and holidays included", () => {
  const texts = fc.constantFrom(
    office,
    "24/7",
    "Mo-Su 18:00-08:30; PH off",
    "Sa 22:00-02:30",
    "Su 00:30-03:30,20:00-23:00",
    "Mo[1] 09:00-12:00",
    "Mo-Fr 09:00-12:00; SH off",
    "Jul-Aug Mo-Fr 08:00-12:00; Sep-Jun Mo-Fr 09:00-17:00",
  );
  const nearChanges = fc
    .tuple(fc.constantFrom("2027-03-27T22:00:00Z", "2027-10-30T20:00:00Z", "2026-11-10T20:00:00Z"), fc.integer({ min: 0, max: 900 }))
    .map(([from, minutes]) => new Date(Date.parse(from) + minutes * 60_000));
  const anywhere = fc
    .integer({ min: Date.UTC(2026, 0, 1) / 60_000, max: Date.UTC(2028, 0, 1) / 60_000 })
    .map((minutes) => new Date(minutes * 60_000));
  const instants = fc.oneof(nearChanges, anywhere);

  test("it stays open until it closes, and is closed then", () => {
    fc.assert(
      fc.property(texts, instants, fc.double({ min: 0, max: 0.999, noNaN: true }), (text, now, part) => {
        const found = stateAt(read(text), now);
        if (found.kind !== "open" || !found.closes) return;
        expect(isOpenAt(read(text), found.closes)).toBe(false);
        expect(isOpenAt(read(text), new Date(now.getTime() + (found.closes.getTime() - now.getTime()) * part))).toBe(true);
      }),
      { numRuns: 1500 },
    );
  });

  test("it is closed until it opens, and is open then", () => {
    fc.assert(
      fc.property(texts, instants, fc.double({ min: 0, max: 0.999, noNaN: true }), (text, now, part) => {
        const opens = opensNext(read(text), now);
        if (!opens) return;
        expect(opens.getTime()).toBeGreaterThanOrEqual(now.getTime());
        expect(isOpenAt(read(text), opens)).toBe(true);
        if (opens > now) expect(isOpenAt(read(text), new Date(now.getTime() + (opens.getTime() - now.getTime()) * part))).toBe(false);
      }),
      { numRuns: 1500 },
    );
  });

  test("closed on holidays means never open on one, but for the end of a night", () => {
    fc.assert(
      fc.property(anywhere, (now) => {
        if (isHoliday(dayOf(now)) && !isHoliday(addDays(dayOf(now), -1))) {
          expect(isOpenAt(read(office), now)).toBe(false);
          expect(isOpenAt(read("Mo-Su 18:00-08:30; PH off"), now)).toBe(clockTimeOf(now) < "08:30");
        }
      }),
      { numRuns: 3000 },
    );
  });
});
