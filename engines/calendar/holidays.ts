import { addDays, day, weekday, type Day } from "./day.ts";

/** Jour férié : its day and the name that the law gives it. */
export type Holiday = { readonly day: Day; readonly name: string };

/** Droit local : in Bas-Rhin, Haut-Rhin and Moselle, two more days are holidays. */
export type Where = { readonly alsaceMoselle?: boolean };

const everyYear: readonly (readonly [monthAndDay: string, name: string])[] = [
  ["01-01", "jour de l'An"],
  ["05-01", "fête du Travail"],
  ["05-08", "victoire de 1945"],
  ["07-14", "fête nationale"],
  ["08-15", "Assomption"],
  ["11-01", "Toussaint"],
  ["11-11", "armistice de 1918"],
  ["12-25", "Noël"],
];

const afterEaster: readonly (readonly [days: number, name: string])[] = [
  [1, "lundi de Pâques"],
  [39, "Ascension"],
  [50, "lundi de Pentecôte"],
];

/**
 * Jours fériés : the eleven legal holidays of a year, in order; thirteen in Alsace and Moselle.
 * It is the list in force today, applied to any year of the Gregorian calendar (8 May was not always one). Whit Monday is a
 * holiday even where it is worked as the day of solidarity.
 * Source: Code du travail, article L. 3133-1; Alsace-Moselle, article L. 3134-13 (Good Friday there depends on the
 * commune having a Protestant or a shared church; we count it in all of them, so that nobody is late for having kept it).
 */
export const frenchHolidays = (year: number, { alsaceMoselle = false }: Where = {}): readonly Holiday[] => {
  const easter = easterOf(year);
  const fixed = everyYear.map(([date, name]) => ({ day: day(`${String(year).padStart(4, "0")}-${date}`), name }));
  const moving = afterEaster.map(([days, name]) => ({ day: addDays(easter, days), name }));
  const local = alsaceMoselle
    ? [
        { day: addDays(easter, -2), name: "Vendredi saint" },
        { day: day(`${String(year).padStart(4, "0")}-12-26`), name: "saint Étienne" },
      ]
    : [];
  return [...fixed, ...moving, ...local].toSorted((a, b) => (a.day < b.day ? -1 : 1));
};

export const isHoliday = (of: Day, where: Where = {}): boolean =>
  frenchHolidays(Number(of.slice(0, 4)), where).some((holiday) => holiday.day === of);

/** Jour ouvré : Monday to Friday, holidays excepted. Saturday, which the law calls "ouvrable", is not one. */
export const isWorkingDay = (of: Day, where: Where = {}): boolean => weekday(of) <= 5 && !isHoliday(of, where);

/**
 * Dimanche de Pâques of a Gregorian year.
 * Source: the anonymous algorithm of Nature, 20 April 1876, as given by J. Meeus, Astronomical Algorithms, chapter 8; its letters are kept.
 */
export const easterOf = (year: number): Day => {
  const a = year % 19;
  const [b, c] = [Math.floor(year / 100), year % 100];
  const [d, e] = [Math.floor(b / 4), b % 4];
  const f = Math.floor((b + 8) / 25);
  const g = Math.floor((b - f + 1) / 3);
  const h = (19 * a + b - d - g + 15) % 30;
  const [i, k] = [Math.floor(c / 4), c % 4];
  const l = (32 + 2 * e + 2 * i - h - k) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const n = h + l - 7 * m + 114;
  const two = (value: number): string => String(value).padStart(2, "0");
  return day(`${String(year).padStart(4, "0")}-${two(Math.floor(n / 31))}-${two((n % 31) + 1)}`);
};
