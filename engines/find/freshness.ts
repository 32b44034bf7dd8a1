import type { Day } from "#engines/calendar";

/** Days since 1970-01-01, from 0 to 65535 (the year 2149). */
export const dayNumberOf = (day: Day): number => Math.min(Math.max(Math.round(Date.parse(`${day}T00:00:00Z`) / 86_400_000), 0), 65_535);

/** Days after which what was written is one step older: half a year, one, two. */
const steps = [183, 366, 731] as const;

/** Fraîcheur, in steps from 0 (fresh) to 3: between two dates of the same half-year nobody is better informed. */
export const stalenessOf = (updated: number, today: number): number => {
  const age = today - updated;
  return age < steps[0] ? 0 : age < steps[1] ? 1 : age < steps[2] ? 2 : 3;
};
