import { describe, expect, test } from "vitest";
import { day, instantAt, type ClockTime } from "#engines/calendar";
import { checkHours, readHours, stateAt } from "#engines/hours";
import { hoursWords } from "./hours.words.ts";

const lines = (text: string): readonly string[] => {
  const hours = readHours(text);
  return hours.kind === "read" ? hoursWords.week(hours) : [];
};

test.each([
  ["Mo 09:00-12:00,13:30-17:00", ["lundi : 9 h à 12 h et 13 h 30 à 17 h"]],
  ["Mo-Fr 09:00-12:00; Sa 10:00-12:00; PH off", ["du lundi au vendredi : 9 h à 12 h", "samedi : 10 h à 12 h", "fermé les jours fériés"]],
  ["24/7", ["tous les jours : jour et nuit"]],
  ["Mo,Tu 18:00-08:30", ["lundi et mardi : 18 h à 8 h 30 le lendemain"]],
  ['Mo 09:00-12:00 "Sur rendez-vous"', ["lundi : 9 h à 12 h (Sur rendez-vous)"]],
  ["Mo 09:00-24:00; Jul 14-Aug 31 off", ["lundi : 9 h à minuit", "du 14 juillet au 31 août : fermé"]],
  ["We[1,3] 09:00-12:00", ["le 1er mercredi du mois, le 3e mercredi du mois : 9 h à 12 h"]],
  ["Feb Mo 09:00-12:00; SH off", ["du 1er février à fin février, lundi : 9 h à 12 h", "pendant les vacances scolaires : fermé"]],
  ["week 2-52/2 Mo 09:00-12:00", ["les semaines paires, lundi : 9 h à 12 h"]],
])("%s", (text, expected) => {
  expect(lines(text)).toEqual(expected);
});

describe("the state, from now", () => {
  test.each([
    ["Mo-Fr 09:00-17:00", "2026-11-20 10:00", "Ouvert, jusqu’à 17 h"],
    ["Mo-Fr 09:00-17:00", "2026-11-20 16:40", "Ferme dans 20 minutes"],
    ["Mo-Fr 09:00-17:30", "2026-11-19 18:00", "Fermé, ouvre demain à 9 h"],
    ["Mo-Fr 09:00-17:30", "2026-11-20 18:00", "Fermé, ouvre lundi à 9 h"],
    ["Mo-Su 18:00-08:30", "2026-11-20 23:00", "Ouvert, jusqu’à 8 h 30 demain"],
    ["2026 Dec 01-2026 Dec 24 10:00-18:00", "2026-11-20 10:00", "Fermé, ouvre mardi 1er décembre à 10 h"],
    ["24/7", "2026-11-20 10:00", "Ouvert jour et nuit"],
    ["Mo-Fr 09:00-17:30", "2026-11-11 10:00", "Jour férié : appelez avant de venir"],
  ])("%s at %s: %s", (text, when, expected) => {
    const hours = readHours(text);
    const now = instantAt(day(when.slice(0, 10)), when.slice(11) as ClockTime);
    expect(hours.kind === "read" && hoursWords.state(stateAt(hours, now), now)).toBe(expected);
  });
});

test.each([
  ["ve 00:00 - 00:00", "Une plage commence et finit à la même heure : « 00:00 - 00:00 »."],
  ["Mo 09:00-25:70", "Cette heure n’existe pas : « 25:70 »."],
  ["Fr 19:00-11:00", "Une plage finit avant de commencer : « 19:00-11:00 »."],
  ["Mo 09:00-12:00; 14:00-17:00", "On ne sait pas à quels jours s’appliquent les heures « 14:00-17:00 »."],
  ["Mo 09:00-12:30,12:00-17:00", "Deux plages se recouvrent, de 12 h à 12 h 30."],
  ["Mo 09:00-12:00; Mo 14:00-17:00", "Les horaires du lundi sont donnés deux fois : seuls les derniers comptent."],
])("for who keeps the directory: %s", (text, expected) => {
  expect(checkHours(text).map(hoursWords.remark)).toEqual([expected]);
});
