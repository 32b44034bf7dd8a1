import type { Point } from "#engines/places";
import type { Portrait } from "./portrait.ts";

/**
 * Voisinages: two records are compared only when they share one of these: their commune, postal code, telephone, mail, a square of the map, or a word that
 * few others bear in their département. What shares none of them is no twin that a human would believe in.
 */
export const blocksOf = (portrait: Portrait): readonly string[] => {
  const { postalCode, communeCode, departement, town, phone, mail, siret, rare, street, point } = portrait;
  return [
    ...(communeCode === undefined ? [] : [`c${communeCode}`]),
    ...(postalCode === undefined ? [] : [`p${postalCode}`]),
    ...(town.length > 0 ? [`t${departement}${town.join(" ")}`] : []),
    ...(street && street.words.length > 0 ? [`a${departement}${[...town, "/", ...street.words.toSorted()].join(" ")}`] : []),
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

/**
 * How many records a block may hold and still bring two of them near, by the letter that opens it. A word that many bear, the number of a national platform
 * or all of a large city bring nobody near: there, the street, the square of the map or the name must.
 */
const mostInBlock: Readonly<Record<string, number>> = { r: 30, a: 100, f: 100, m: 100, c: 600, p: 600, t: 600 };

export const bringsNear = (block: string, size: number): boolean => size <= (mostInBlock[block[0] ?? ""] ?? Infinity);

/** About 600 m by 400 m in France. */
const squareDegrees = 0.006;

const squareOf = ({ latitude, longitude }: Point, south: number, west: number): string =>
  `q${Math.floor(latitude / squareDegrees) + south}:${Math.floor(longitude / squareDegrees) + west}`;
