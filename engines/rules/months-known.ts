import { addToMonth, type Month } from "#engines/calendar";
import { knownScales } from "./scales.ts";

/**
 * Premier mois : the first that every rule can compute without guessing. The rights of January 2024 look back to the incomes of 2022, and
 * the prime d'activité of its first months to those of 2021, where our oldest lines stand.
 */
export const firstMonth: Month = "2024-01";

/** A household may be computed this long after the newest figure, the old ones being said to be old. */
const monthsOfPatience = 24;

const newest = Object.values(knownScales).reduce((latest, { lines }) => {
  const from = lines.at(-1)?.from ?? "";
  return from > latest ? from : latest;
}, "");

/** Dernier mois : beyond it, our figures say too little of the law to be of use. */
export const lastMonth: Month = addToMonth(newest.slice(0, 7) as Month, monthsOfPatience);
