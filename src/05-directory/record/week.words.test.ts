import { describe, expect, test } from "vitest";
import { weekInWords } from "./week.words.ts";

describe("opening hours are said in words; what is not understood is given as it was written", () => {
  test.each([
    ["Mo-Fr 09:00-12:00,13:30-17:00", ["du lundi au vendredi : 9 h à 12 h et 13 h 30 à 17 h"]],
    ["Mo-Fr 09:00-12:00; Tu,Th 14:00-17:00", ["lundi, mercredi et vendredi : 9 h à 12 h", "mardi et jeudi : 14 h à 17 h"]],
    ["We 14:00-18:00; Sa 10:00-12:30; PH off", ["mercredi : 14 h à 18 h", "samedi : 10 h à 12 h 30", "fermé les jours fériés"]],
    ["Mo-Su 20:00-08:00", ["tous les jours : 20 h à 8 h"]],
    ["24/7", ["tous les jours : jour et nuit"]],
    ["Sa[1] 09:30-12:30", ["Sa[1] 09:30-12:30"]],
    ["le matin sauf exception", ["le matin sauf exception"]],
  ])("%s", (text, lines) => {
    expect(weekInWords(text)).toEqual(lines);
  });
});
