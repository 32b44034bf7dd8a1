import { describe, expect, test } from "vitest";
import { day } from "./day.ts";
import { inWords, monthInWords, relativeDelay, timeInWords } from "./french.ts";

test("a day is read as people say it", () => {
  expect(inWords(day("2026-11-24"))).toBe("mardi 24 novembre");
  expect(inWords(day("2026-12-01"))).toBe("mardi 1er décembre");
  expect(inWords(new Date("2026-11-24T23:30:00Z"))).toBe("mercredi 25 novembre");
});

test("a time is read as people say it", () => {
  expect([timeInWords("10:15"), timeInWords("09:00"), timeInWords("09:05"), timeInWords("00:00")]).toEqual([
    "10 h 15",
    "9 h",
    "9 h 05",
    "0 h",
  ]);
  expect(timeInWords(new Date("2026-07-14T08:15:00Z"))).toBe("10 h 15");
});

test("a month is read as people say it", () => {
  expect([monthInWords("2026-10"), monthInWords("2027-02")]).toEqual(["octobre 2026", "février 2027"]);
});

describe("a delay is rounded down, in the unit that people count in", () => {
  const now = new Date("2026-11-20T16:00:00Z");
  const minute = 1;
  const hour = 60;
  test.each([
    [41 * hour + 20 * minute, "reste 41 h"],
    [48 * hour, "reste 48 h"],
    [72 * hour + minute, "reste 3 jours"],
    [59 * minute, "reste 59 min"],
    [60 * minute, "reste 1 h"],
    [0, "reste moins d'une minute"],
    [-0.5 * minute, "à l'instant"],
    [-31 * hour, "il y a 31 h"],
    [-12 * 24 * hour, "il y a 12 jours"],
  ])("%d minutes: %s", (minutes, words) => {
    expect(relativeDelay(now, new Date(now.getTime() + minutes * 60_000))).toBe(words);
  });

  test("twelve days before noon is twelve days even when clocks have changed", () => {
    expect(relativeDelay(new Date("2026-03-31T10:00:00Z"), new Date("2026-03-19T11:00:00Z"))).toBe("il y a 12 jours");
  });
});
