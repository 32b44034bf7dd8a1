import type { Zone } from "./household.ts";
import zones from "./scales/zones.json" with { type: "json" };

/** The lists name each département once, then what follows its number in the codes of its communes. */
const communesOf = (zone: Readonly<Record<string, string>>): ReadonlySet<string> =>
  new Set(Object.entries(zone).flatMap(([department, ends]) => ends.split(" ").map((end) => department + end)));

const zone1 = communesOf(zones.zone1);
const zone2 = communesOf(zones.zone2);

/**
 * Zone de l'aide au logement : that of a commune, from its INSEE code (not its postal code).
 * An arrondissement of Paris, Lyon or Marseille has the zone of its city; a code that no list names is in zone 3,
 * and whether such a commune exists is for `engines/places` to say.
 */
export const zoneOf = (communeCode: string): Zone => {
  const code = cityOf(communeCode);
  return zone1.has(code) ? 1 : zone2.has(code) ? 2 : 3;
};

const cityOf = (code: string): string =>
  /^751\d\d$/.test(code) ? "75056" : /^6938\d$/.test(code) ? "69123" : /^132\d\d$/.test(code) ? "13055" : code;
