import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checkHours } from "./check-hours.ts";
import { readHours, spansOfDay } from "./read-hours.ts";

const days = ["lu", "ma", "me", "je", "ve", "sa", "di"];
const clock = (minutes: number): string => `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;

/** The ordinary week as one reads it on a door: « lu 09:00-12:00 14:00-17:00 ». */
const door = (text: string, which: "week" | "maybe" = "week"): string => {
  const hours = readHours(text);
  if (hours.kind === "not-understood") return `? ${text.slice(hours.at)}`;
  return days
    .flatMap((name, at) => {
      const spans = spansOfDay(hours[which], at).map(([from, to]) => `${clock(from)}-${clock(to)}`);
      return spans.length === 0 ? [] : [`${name} ${spans.join(" ")}`];
    })
    .join(", ");
};
const office =
  "lu 09:00-12:00 13:30-17:00, ma 09:00-12:00 13:30-17:00, me 09:00-12:00 13:30-17:00, je 09:00-12:00 13:30-17:00, ve 09:00-12:00 13:30-17:00";

describe("one week, as each producer writes it", () => {
  test.each([
    ["Mo-Fr 09:00-12:00,13:30-17:00"],
    ["Mo-Fr 09:00-12:00, 13:30-17:00; PH off"],
    ["Mo,Tu,We,Th,Fr 9:00-12:00,13:30-17:00"],
    [
      "lu 09:00 - 12:00 / 13:30 - 17:00; ma 09:00 - 12:00 / 13:30 - 17:00; me 09:00 - 12:00 / 13:30 - 17:00; je 09:00 - 12:00 / 13:30 - 17:00; ve 09:00 - 12:00 / 13:30 - 17:00",
    ],
    ["Du lundi au vendredi de 9h à 12h et de 13h30 à 17h"],
    ["lundi, mardi, mercredi, jeudi et vendredi : 9 h 00 – 12 h 00, 13 h 30 – 17 h 00"],
    ["Lun-Ven 09h00-midi, 13h30-17h00"],
  ])("%s", (text) => {
    expect(door(text)).toBe(office);
  });

  test.each([
    ["a later rule replaces its days", "Mo-Tu 09:00-12:00; Tu 14:00-17:00", "lu 09:00-12:00, ma 14:00-17:00"],
    ["a comma adds to them", "Mo-Tu 09:00-12:00, Tu 14:00-17:00", "lu 09:00-12:00, ma 09:00-12:00 14:00-17:00"],
    ["« off » closes a day", "Mo-We 09:00-12:00; Tu off", "lu 09:00-12:00, me 09:00-12:00"],
    ["« off » with times makes a break", "Mo 09:00-17:00; Mo 12:00-13:00 off", "lu 09:00-12:00 13:00-17:00"],
    ["from Friday to Monday goes through Sunday", "Fr-Mo 10:00-12:00", "lu 10:00-12:00, ve 10:00-12:00, sa 10:00-12:00, di 10:00-12:00"],
    ["« Mar » beside French days is mardi", "Lun 9h-12h; Mar 14h-17h", "lu 09:00-12:00, ma 14:00-17:00"],
    ["a night belongs to the day when it begins", "Su 20:00-08:00", "di 20:00-32:00"],
    ["words of condition close nothing and open nothing", 'Mo 09:00-12:00 "sur rendez-vous"; Tu 09:00-12:00', "ma 09:00-12:00"],
    ["unless the rule says open", 'Mo 09:00-12:00 open "sonner deux fois"', "lu 09:00-12:00"],
    ["what is said of the rest of the time opens nothing", 'Mo 09:00-12:00 || "sur rendez-vous"', "lu 09:00-12:00"],
    ["words of condition said of everything cover all hours", "Mo 09:00-12:00; uniquement sur rendez-vous", ""],
  ])("%s: %s", (_, text, expected) => {
    expect(door(text)).toBe(expected);
  });

  test("hours on condition stay visible", () => {
    expect(door("Mo 09:00-12:00 sur rendez-vous", "maybe")).toBe("lu 09:00-12:00");
    expect(readHours("Mo 09:00-12:00 sur rendez-vous")).toMatchObject({ remarks: ["sur rendez-vous"] });
  });
});

describe("what is said of public holidays holds wherever it stands", () => {
  test.each([
    ["Mo-Fr 09:00-12:00; PH off", "closed"],
    ["PH off; Sa 09:00-12:00", "closed"],
    ["Mo-Fr,PH 09:00-12:00", "open"],
    ["24/7", "open"],
    ["lundi 9h-12h ; jours fériés fermé", "closed"],
    ["Mo-Fr 09:00-12:00", "unknown"],
  ])("%s: %s", (text, holidays) => {
    expect(readHours(text)).toMatchObject({ holidays });
  });
});

describe("what is not wholly understood is not understood at all, and it says from where", () => {
  test.each([
    ["Un lundi sur deux", "Un lundi sur deux", "word"],
    ["Mo-Fr 09:00-25:70", "25:70", "no-such-time"],
    ["Mo-Fr 25:00-26:00", "25:00-26:00", "word"],
    ["ve 00:00 - 00:00", "00:00 - 00:00", "empty-span"],
    ["Fr 19:00-11:00", "19:00-11:00", "end-before-start"],
    ["Mo-Fr 09:00-12:00; 14:00-17:00", "14:00-17:00", "which-days"],
    ["Mo-Fr", "", "no-times"],
    ["Mo-Fr 09:00+", "+", "word"],
    ["Mo-Fr sunrise-sunset", "sunrise-sunset", "word"],
    ["", "", "word"],
    ["09h", "", "word"],
    ["lundi au mercredi matin", "matin", "word"],
  ])("%s stops at « %s »", (text, rest, why) => {
    const read = readHours(text);
    expect(read).toMatchObject({ kind: "not-understood", why });
    if (read.kind === "not-understood") expect(text.slice(read.at)).toBe(rest);
  });

  test("any text has an answer", () => {
    const words = fc.constantFrom(
      "Mo",
      "-",
      "Fr",
      " ",
      "09:00",
      "12:00",
      ",",
      ";",
      "PH",
      "off",
      "[",
      "1",
      "]",
      "Jul",
      "week",
      '"',
      "24/7",
      "||",
      "lundi",
      "/",
      "é",
      "İ",
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(words, { maxLength: 14 }).map((parts) => parts.join("")),
        ),
        (text) => {
          const read = readHours(text);
          if (read.kind === "not-understood") expect(read.at).toBeLessThanOrEqual(text.length);
          else
            for (const [from = 0, to = 0] of Array.from({ length: read.week.length / 2 }, (_, at) => read.week.slice(2 * at, 2 * at + 2)))
              expect(to).toBeGreaterThan(from);
          expect(checkHours(text).some(({ kind }) => kind === "not-understood")).toBe(read.kind === "not-understood");
        },
      ),
      { numRuns: 2000 },
    );
  });
});

test("a week written span by span reads back the same", () => {
  const week = fc.array(fc.uniqueArray(fc.integer({ min: 0, max: 96 }), { maxLength: 6 }), { minLength: 7, maxLength: 7 });
  fc.assert(
    fc.property(week, (quarters) => {
      const spans = quarters.map((each) => {
        const inOrder = each.toSorted((a, b) => a - b).slice(0, each.length - (each.length % 2));
        return Array.from(
          { length: inOrder.length / 2 },
          (_, at) => [(inOrder[2 * at] ?? 0) * 15, (inOrder[2 * at + 1] ?? 0) * 15] as const,
        );
      });
      const told = spans.flatMap((each, at) =>
        each.length === 0
          ? []
          : [
              `${["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"][at] ?? ""} ${each.map(([from, to]) => `${clock(from)}-${clock(to)}`).join(",")}`,
            ],
      );
      fc.pre(told.length > 0);
      const read = readHours(told.join("; "));
      expect(read.kind === "read" && spans.map((_, at) => spansOfDay(read.week, at))).toEqual(spans);
    }),
  );
});

describe("what the person who keeps the directory is asked to look at", () => {
  test.each([
    ["Mo-Fr 09:00-12:00,14:00-17:00", []],
    ["Mo 09:00-12:30,12:00-17:00", [{ kind: "overlap", from: 720, to: 750 }]],
    ["Mo 14:00-02:00", [{ kind: "next-day", from: 840, to: 120 }]],
    ["Mo-Su 18:00-08:30", []],
    ["Mo 09:00-12:00; Mo 14:00-17:00", [{ kind: "replaced", days: 1 }]],
    ["Mo-Fr 09:00-12:00; We 14:00-17:00", []],
    ["Mo 09:00-12:00; 25:00-26:00", [{ kind: "not-understood", why: "word", rest: "25:00-26:00" }]],
  ])("%s", (text, remarks) => {
    expect(checkHours(text)).toEqual(remarks);
  });
});
