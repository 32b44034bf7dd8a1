import { describe, expect, test } from "vitest";
import { hoursOfDays, hoursOfFrench, spansOf } from "./written-hours.ts";

describe("the hours of a day", () => {
  test.each([
    ["09:00 - 12:00 / 13:30 - 17:00", "09:00-12:00,13:30-17:00"],
    ["9h-12h et 14h-17h30", "09:00-12:00,14:00-17:30"],
    ["de 9h à 12h", "09:00-12:00"],
    ["9:00-24:00", "09:00-24:00"],
    ["sur rendez-vous", undefined],
    ["9h-12h sauf vacances", undefined],
    ["17h-9h", undefined],
    ["25:00 - 26:00", undefined],
    ["9:75 - 12:00", undefined],
    ["", undefined],
  ])("« %s » → %s", (text, expected) => {
    expect(spansOf(text)).toBe(expected);
  });
});

describe("a column for each day", () => {
  test("days alike that follow each other are written together", () => {
    const day = "09:00 - 12:00 / 14:00 - 17:00";
    expect(hoursOfDays({ Mo: "13:30 - 17:00", Tu: day, We: day, Th: day, Fr: day, Sa: "fermé" })).toBe(
      "Mo 13:30-17:00; Tu-Fr 09:00-12:00,14:00-17:00",
    );
  });
  test("a day between that differs parts them", () => {
    expect(hoursOfDays({ Mo: "9h-12h", We: "9h-12h" })).toBe("Mo 09:00-12:00; We 09:00-12:00");
  });
  test("one day that cannot be read: none is kept", () => {
    expect(hoursOfDays({ Mo: "9h-12h", Tu: "voir affiche" })).toBeUndefined();
  });
  test("nothing said, nothing written", () => {
    expect(hoursOfDays({ Mo: "", Tu: " " })).toBeUndefined();
  });
});

describe("a week in French", () => {
  test.each([
    [
      "lu 13:30 - 17:00; ma 09:00 - 12:00 / 13:30 - 17:00; me 09:00 - 12:00 / 13:30 - 17:00",
      "Mo 13:30-17:00; Tu-We 09:00-12:00,13:30-17:00",
    ],
    ["Du lundi au vendredi de 9h à 12h et de 14h à 17h", "Mo-Fr 09:00-12:00,14:00-17:00"],
    ["Lundi, mardi et jeudi : 9h-12h\nVendredi : 9h-11h", "Mo-Tu 09:00-12:00; Th 09:00-12:00; Fr 09:00-11:00"],
    ["Mardi : 9h-12h; Mardi : 14h-17h", "Tu 09:00-12:00,14:00-17:00"],
    ["Sur rendez-vous", undefined],
    ["lundi 9h-12h; fermé en août", undefined],
  ])("« %s » → %s", (text, expected) => {
    expect(hoursOfFrench(text)).toBe(expected);
  });
});
