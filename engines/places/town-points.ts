import type { EtalabCommune, GeonamesCity } from "./open-lists.ts";
import { plainName } from "./plain-name.ts";
import type { Point } from "./point.ts";

/** The countries of GeoNames whose towns are French, and the département where their towns are, when the country is one. */
const departementOfCountry: Readonly<Record<string, string | undefined>> = {
  ...{ GP: "971", MQ: "972", GF: "973", RE: "974", PM: "975", YT: "976", BL: "977", MF: "978", WF: "986", PF: "987", NC: "988" },
};
const isFrench = ({ country }: GeonamesCity): boolean => country === "FR" || departementOfCountry[country] !== undefined;

/** The point of each commune that has a town of its own, by INSEE code. */
export const townPoints = (
  today: readonly EtalabCommune[],
  cities: readonly GeonamesCity[],
  otherCodes: ReadonlyMap<string, readonly string[]>,
): Map<string, Point> => {
  const nameOf = new Map(today.map(({ code, nom }) => [code, plainName(nom)]));
  const codeOf = cityCode(today, otherCodes);
  const best = new Map<string, GeonamesCity>();
  for (const city of cities) {
    const code = isFrench(city) ? codeOf(city) : undefined;
    const rival = code && best.get(code);
    if (code && (!rival || rank(city, nameOf.get(code)) > rank(rival, nameOf.get(code)))) best.set(code, city);
  }
  return new Map([...best].map(([code, { loc }]) => [code, { latitude: loc.coordinates[1] ?? NaN, longitude: loc.coordinates[0] ?? NaN }]));
};

/** Which town speaks for a commune that has several: the one that bears its name, else its seat, else the largest that is no quarter. */
const rank = ({ name, featureCode, population }: GeonamesCity, communeName: string | undefined): number =>
  (plainName(name) === communeName ? 4e9 : 0) +
  (featureCode.startsWith("PPLA") ? 2e9 : 0) -
  (featureCode === "PPLX" ? 1e9 : 0) +
  population;

/**
 * The commune of a town. GeoNames mostly gives its INSEE code in `muniSub`, elsewhere in `adminCode` (Mayotte), or none at all
 * (Paris, Nouméa): then the name decides, when one commune only bears it there, or the island, when it is one commune (Saint-Barthélemy).
 */
const cityCode = (
  today: readonly EtalabCommune[],
  otherCodes: ReadonlyMap<string, readonly string[]>,
): ((city: GeonamesCity) => string | undefined) => {
  const heir = new Map(today.flatMap(({ code }) => [code, ...(otherCodes.get(code) ?? [])].map((known) => [known, code])));
  const byName = Map.groupBy(today, ({ nom }) => plainName(nom));
  const byDepartement = Map.groupBy(today, ({ departement }) => departement);
  return ({ name, country, muniSub, adminCode }) => {
    if (muniSub) return heir.get(muniSub);
    const there = departementOfCountry[country];
    const namesakes = (byName.get(plainName(name)) ?? []).filter(({ departement }) => !there || departement === there);
    return heir.get(adminCode) ?? onlyOne(namesakes) ?? onlyOne(byDepartement.get(there ?? "") ?? []);
  };
};

const onlyOne = (communes: readonly EtalabCommune[]): string | undefined => (communes.length === 1 ? communes[0]?.code : undefined);
