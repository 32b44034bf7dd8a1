import { describe, expect, test } from "vitest";
import type { OpeningHours } from "./commissioner.ts";
import { calendarHours, openingInWords, openingState, weekInWords } from "./opening.ts";

const office = [
  { from: "09:00", to: "12:30" },
  { from: "14:00", to: "19:00" },
];
const hours: OpeningHours = {
  "1": office,
  "2": office,
  "3": office,
  "4": office,
  "5": office,
  "6": [{ from: "10:00", to: "12:00" }],
  "7": [],
};
const night: OpeningHours = { ...hours, "5": [{ from: "18:00", to: "24:00" }], "6": [{ from: "00:00", to: "02:00" }] };
const whole = [{ from: "00:00", to: "24:00" }];
const never: OpeningHours = { "1": [], "2": [], "3": [], "4": [], "5": [], "6": [], "7": [] };
const said = (week: OpeningHours, now: string): string => openingInWords(openingState(calendarHours(week), new Date(now)), new Date(now));

describe("what a visitor reads of the opening hours", () => {
  test.each([
    ["in the morning of Friday 20 November", hours, "2026-11-20T10:00+01:00", "Ouvert jusqu’à 12 h 30"],
    ["at the very hour of opening", hours, "2026-11-20T09:00+01:00", "Ouvert jusqu’à 12 h 30"],
    ["at the very hour of closing", hours, "2026-11-20T12:30+01:00", "Fermé. Ouvre aujourd’hui à 14 h"],
    ["in the evening, when tomorrow is open", hours, "2026-11-20T20:00+01:00", "Fermé. Ouvre demain à 10 h"],
    ["on Saturday afternoon", hours, "2026-11-21T15:00+01:00", "Fermé. Ouvre lundi 23 novembre à 9 h"],
    ["on 11 November, a holiday", hours, "2026-11-11T10:00+01:00", "Fermé. Ouvre demain à 9 h"],
    ["in the night of a service that goes on after midnight", night, "2026-11-20T23:00+01:00", "Ouvert jusqu’à 2 h"],
    ["at a service that never opens", never, "2026-11-20T10:00+01:00", "Fermé pour l’instant"],
  ])("%s", (_, week, now, expected) => {
    expect(said(week, now)).toBe(expected);
  });
  test("at a service that never closes", () => {
    const always = { "1": whole, "2": whole, "3": whole, "4": whole, "5": whole, "6": whole, "7": whole };
    expect(openingState({ ...calendarHours(always), closedOnHolidays: false }, new Date("2026-11-20T10:00Z"))).toEqual({
      kind: "always-open",
    });
  });
});

test("days alike are said together", () => {
  expect(weekInWords(hours)).toEqual([
    "Du lundi au vendredi, de 9 h à 12 h 30 et de 14 h à 19 h",
    "Le samedi, de 10 h à 12 h",
    "Le dimanche, fermé",
  ]);
  expect(weekInWords(never)).toEqual(["Du lundi au dimanche, fermé"]);
  expect(weekInWords({ ...never, "6": whole, "7": whole })).toEqual([
    "Du lundi au vendredi, fermé",
    "Le samedi et le dimanche, de 0 h à 24 h",
  ]);
});

test("what is not a span of hours is left out, rather than breaking the page", () => {
  const odd: OpeningHours = {
    ...never,
    "1": [
      { from: "19:00", to: "09:00" },
      { from: "neuf heures", to: "12:00" },
      { from: "09:00", to: "12:00" },
    ],
  };
  expect(weekInWords(odd)[0]).toBe("Le lundi, de 9 h à 12 h");
});
