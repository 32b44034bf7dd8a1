import fc from "fast-check";
import { expect, test } from "vitest";
import { hoursText, readHours } from "./hours-text.ts";

const [morning, afternoon] = [
  { from: "09:00", to: "12:30" },
  { from: "14:00", to: "19:00" },
];

test.each([
  ["9h-12h30, 14h-19h", [morning, afternoon]],
  ["9h à 12h30 et 14h à 19h", [morning, afternoon]],
  ["09:00-12:30;14:00-19:00", [morning, afternoon]],
  ["9 h - 12 h 30", [morning]],
  ["0h-24h", [{ from: "00:00", to: "24:00" }]],
  ["", []],
  ["  ", []],
  ["12h-9h", undefined],
  ["9h-9h", undefined],
  ["14h-19h, 9h-12h", undefined],
  ["9h-13h, 12h-19h", undefined],
  ["25h-26h", undefined],
  ["9h61-10h", undefined],
  ["le matin", undefined],
  ["9h", undefined],
])("« %s »", (text, expected) => {
  expect(readHours(text)).toEqual(expected);
});

test("what is written back is read the same", () => {
  const times = fc
    .uniqueArray(fc.integer({ min: 0, max: 96 }), { minLength: 2, maxLength: 8 })
    .map((quarters) => quarters.toSorted((a, b) => a - b));
  fc.assert(
    fc.property(times, (quarters) => {
      const clock = (quarter: number) =>
        `${String(Math.floor(quarter / 4)).padStart(2, "0")}:${String((quarter % 4) * 15).padStart(2, "0")}`;
      const spans = Array.from({ length: Math.floor(quarters.length / 2) }, (_, at) => ({
        from: clock(quarters[at * 2] ?? 0),
        to: clock(quarters[at * 2 + 1] ?? 0),
      }));
      expect(readHours(hoursText(spans))).toEqual(spans);
    }),
  );
});
