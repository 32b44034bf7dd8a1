import type { Point } from "#engines/places";
import type { Portrait } from "./portrait.ts";

/**
 * Voisinages: two records are compared only when they share one of these: their commune, postal code, telephone, mail, a square of the map, or a word that
 * few others bear in their département. What shares none of them is no twin that a human would believe in.
 */
export const blocksOf = (portrait: Portrait): readonly string[] => {
  const { postalCode, communeCode, departement, town, phone, mail, siret, rare, point } = portrait;
  return [
    ...(communeCode === undefined ? [] : [`c${communeCode}`]),
    ...(postalCode === undefined ? [] : [`p${postalCode}`]),
    ...(town.length > 0 ? [`t${departement}${town.join(" ")}`] : []),
    ...(phone === undefined ? [] : [`f${phone}`]),
    ...(mail === undefined ? [] : [`m${mail}`]),
    ...(siret === undefined ? [] : [`s${siret}`]),
    ...rare.filter((word) => word.length >= 4).map((word) => `r${departement}${word}`),
    ...(point ? [squareOf(point, 0, 0)] : []),
  ];
};

/** Where to look for the twins of a record: its own blocks, and the eight squares around its own. */
export const blocksAround = (portrait: Portrait): readonly string[] => {
  const { point } = portrait;
  if (!point) return blocksOf(portrait);
  const around = [-1, 0, 1].flatMap((south) => [-1, 0, 1].map((west) => squareOf(point, south, west)));
  return [...new Set([...blocksOf(portrait), ...around])];
};

/** About 600 m by 400 m in France. */
const squareDegrees = 0.006;

const squareOf = ({ latitude, longitude }: Point, south: number, west: number): string =>
  `q${Math.floor(latitude / squareDegrees) + south}:${Math.floor(longitude / squareDegrees) + west}`;
