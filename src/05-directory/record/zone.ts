import type { Commune } from "#engines/places";

/** The whole country, as zones name it: in words, or by its code as a country. */
const country = ["france", "99100"];

/** Codes d'un lieu : every code by which a zone may name the commune. */
export const zoneCodesOf = (commune: Pick<Commune, "code" | "departement" | "epci" | "otherCodes">): ReadonlySet<string> =>
  new Set([commune.code, ...commune.otherCodes, commune.departement.code, ...(commune.epci ? [commune.epci.code] : []), ...country]);

/**
 * Zone d'éligibilité: what a zone says of a place.
 * @returns "open" when no restriction is known, "named" when the zone names the place, "elsewhere" when it names others only
 */
export const zoneAnswer = (zone: readonly string[] | undefined, codes: ReadonlySet<string>): "open" | "named" | "elsewhere" => {
  if (zone === undefined || zone.length === 0) return "open";
  return zone.some((code) => codes.has(code)) ? "named" : "elsewhere";
};

/**
 * A zone as people name it; a code that nobody knows stays a code. Long zones end with how many places are left.
 * @param nameOf the name of a commune, département or EPCI by its code
 */
export const zoneInWords = (zone: readonly string[], nameOf: (code: string) => string | undefined, most = 12): string[] => {
  if (zone.some((code) => country.includes(code))) return ["toute la France"];
  const named = zone.slice(0, most).map((code) => nameOf(code) ?? `code ${code}`);
  return zone.length > most ? [...named, `et ${zone.length - most} autres territoires`] : named;
};
