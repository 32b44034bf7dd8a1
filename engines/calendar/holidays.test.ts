import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { day, weekday } from "./day.ts";
import { easterOf, frenchHolidays, isWorkingDay } from "./holidays.ts";

describe("Easter is computed for any year", () => {
  test.each(["1818-03-22", "1943-04-25", "2000-04-23", "2008-03-23", "2024-03-31", "2025-04-20", "2026-04-05", "2027-03-28", "2038-04-25"])(
    "%s",
    (easter) => {
      expect(easterOf(Number(easter.slice(0, 4)))).toBe(easter);
    },
  );

  test("it is always a Sunday, from 22 March to 25 April", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1583, max: 4000 }), (year) => {
        const easter = easterOf(year);
        expect(weekday(easter)).toBe(7);
        expect(easter.slice(5) >= "03-22" && easter.slice(5) <= "04-25").toBe(true);
      }),
    );
  });
});

test("2026 has eleven holidays", () => {
  expect(frenchHolidays(2026).map((holiday) => `${holiday.day} ${holiday.name}`)).toEqual([
    "2026-01-01 jour de l'An",
    "2026-04-06 lundi de Pâques",
    "2026-05-01 fête du Travail",
    "2026-05-08 victoire de 1945",
    "2026-05-14 Ascension",
    "2026-05-25 lundi de Pentecôte",
    "2026-07-14 fête nationale",
    "2026-08-15 Assomption",
    "2026-11-01 Toussaint",
    "2026-11-11 armistice de 1918",
    "2026-12-25 Noël",
  ]);
});

test("Strasbourg has Good Friday and 26 December besides", () => {
  const local = frenchHolidays(2026, { alsaceMoselle: true }).filter(
    ({ day: on }) => !frenchHolidays(2026).some((other) => other.day === on),
  );
  expect(local.map(({ day: on }) => on)).toEqual(["2026-04-03", "2026-12-26"]);
});

describe("a working day is from Monday to Friday and not a holiday", () => {
  test.each([
    ["2026-11-10", true],
    ["2026-11-11", false],
    ["2026-11-14", false],
    ["2026-11-15", false],
    ["2026-04-06", false],
    ["2026-04-03", true],
  ])("%s: %s", (on, works) => {
    expect(isWorkingDay(day(on))).toBe(works);
  });

  test("Good Friday is worked in Lyon and not in Metz", () => {
    expect([isWorkingDay(day("2026-04-03")), isWorkingDay(day("2026-04-03"), { alsaceMoselle: true })]).toEqual([true, false]);
  });
});
