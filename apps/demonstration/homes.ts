import type { Commune, Gazetteer } from "#engines/places";

/** Les trois départements: how often someone calls from each, and a commune from which to look around. The Creuse is rural. */
export const plannedDepartements = [
  { code: "38", weight: 42, around: "38185" },
  { code: "44", weight: 40, around: "44109" },
  { code: "23", weight: 18, around: "23096" },
] as const;

export type DepartementCode = (typeof plannedDepartements)[number]["code"];

/** No commune of the three départements is further from the one we look around from. */
const farthestMeters = 130_000;

/** The communes where the invented people live. */
export const homesFrom = (gazetteer: Gazetteer): readonly Commune[] =>
  plannedDepartements.flatMap(({ code, around }) => {
    const middle = gazetteer.byCode(around);
    if (!middle) throw new Error(`commune ${around} is not in the gazetteer`);
    return gazetteer
      .within(middle.point, farthestMeters)
      .map(({ commune }) => commune)
      .filter((commune) => commune.departement.code === code)
      .toSorted((a, b) => a.code.localeCompare(b.code));
  });
