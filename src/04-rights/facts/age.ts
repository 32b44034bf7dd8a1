import type { Month } from "#engines/calendar";

const monthsSince = (month: string): number => Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1;

/**
 * Âge révolu au 1er du mois, from a month or a day of birth. With the month alone, the birthday is held to be after the first of the
 * month: it is so for all but those born on the first.
 */
export const ageIn = (month: Month, born: string): number => {
  const isFirst = born.slice(8, 10) === "01";
  return Math.floor((monthsSince(month) - monthsSince(born) - (isFirst ? 0 : 1)) / 12);
};
