import { describe, expect, test } from "vitest";
import type { OpeningHours } from "#ground";
import { hoursOf, nearestSlots, proposeSlots, slotAt, slotInWords, slotsAhead } from "./slot.ts";

const office = [{ from: "09:00", to: "12:00" }];
const week = (days: readonly { from: string; to: string }[]): OpeningHours => ({
  "1": days,
  "2": days,
  "3": days,
  "4": days,
  "5": days,
  "6": [],
  "7": [],
});
const hours = week(office);
/** Friday 20 November 2026, 10 h 05 in Paris. */
const now = new Date("2026-11-20T09:05:00Z");

test("slots are those of opening hours, at least half an hour ahead, for two weeks", () => {
  const slots = slotsAhead(hours, now);
  expect(slots[0]?.from.toISOString()).toBe("2026-11-20T09:45:00.000Z");
  expect(slots.at(-1)?.from.toISOString()).toBe("2026-12-04T09:00:00.000Z");
});

test("few are proposed first, over three open days, and more when asked for", () => {
  const slots = slotsAhead(hours, now);
  expect(proposeSlots(slots, 0).map((slot) => slotInWords(slot, now))).toEqual([
    "aujourd’hui, entre 10 h 45 et 11 h",
    "aujourd’hui, entre 11 h 15 et 11 h 30",
    "lundi 23 novembre, entre 9 h et 9 h 15",
    "lundi 23 novembre, entre 10 h 30 et 10 h 45",
    "mardi 24 novembre, entre 9 h et 9 h 15",
    "mardi 24 novembre, entre 10 h 30 et 10 h 45",
  ]);
  expect(proposeSlots(slots, 1).length).toBeGreaterThan(proposeSlots(slots, 0).length);
  expect(proposeSlots(slots, 99)).toEqual(proposeSlots(slots, 2));
});

describe("a slot is one of ours", () => {
  test.each([
    ["the next Monday at 9 h", "2026-11-23T08:00:00Z", true],
    ["not on the quarter", "2026-11-23T08:05:00Z", false],
    ["before opening", "2026-11-23T07:45:00Z", false],
    ["at closing", "2026-11-23T11:00:00Z", false],
    ["on Sunday", "2026-11-22T09:00:00Z", false],
    ["past", "2026-11-20T09:00:00Z", false],
    ["in a year", "2027-11-22T09:00:00Z", false],
    ["no date", "bonjour", false],
  ])("%s", (_, from, isOurs) => {
    expect(slotAt(hours, new Date(from), now) !== undefined).toBe(isOurs);
  });

  test("on a bank holiday nobody calls back", () => {
    expect(slotAt(hours, new Date("2026-11-11T09:00:00Z"), new Date("2026-11-09T09:00:00Z"))).toBeUndefined();
  });
});

test("the three nearest come in the order of the day", () => {
  const free = slotsAhead(hours, now).filter((slot) => slot.from.toISOString() !== "2026-11-20T10:15:00.000Z");
  expect(nearestSlots(free, new Date("2026-11-20T10:15:00Z")).map((slot) => slot.from.toISOString().slice(11, 16))).toEqual([
    "09:45",
    "10:00",
    "10:30",
  ]);
});

test("hours that make no sense open nothing, and break nothing", () => {
  expect(
    slotsAhead(
      week([
        { from: "18:00", to: "9:00" },
        { from: "12:00", to: "12:00" },
        { from: "", to: "25:00" },
      ]),
      now,
    ),
  ).toEqual([]);
  expect(hoursOf({} as OpeningHours).week[1]).toEqual([]);
});
