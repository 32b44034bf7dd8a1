import type { Commune } from "./commune.ts";
import { makeWithin, nearestBy, type Nearby } from "./nearby.ts";
import type { Point } from "./point.ts";
import { makeSearch, type Search } from "./search.ts";

/** Répertoire des communes: what one may ask of the list of communes. Made once for a process (some 0.3 s), then only read. */
export type Gazetteer = {
  /** By INSEE code; the code of a former commune, of a commune déléguée or of a municipal arrondissement gives today's commune. */
  readonly byCode: (code: string) => Commune | undefined;
  /** All communes served by a postal code, the most populous first; none when nobody lives under that code (a CEDEX). */
  readonly byPostalCode: (postalCode: string) => readonly Commune[];
  readonly search: Search;
  readonly within: (point: Point, radiusMeters: number) => Nearby[];
  readonly nearest: (point: Point) => Nearby | undefined;
};

export const makeGazetteer = (communes: readonly Commune[]): Gazetteer => {
  const former = communes.flatMap((commune) => commune.otherCodes.map((code): [string, Commune] => [code, commune]));
  const today = communes.map((commune): [string, Commune] => [commune.code, commune]);
  const codes = new Map([...former, ...today]);
  const postalCodes = Map.groupBy(
    communes
      .toSorted((a, b) => b.population - a.population)
      .flatMap((commune) => commune.postalCodes.map((postalCode) => ({ commune, postalCode }))),
    ({ postalCode }) => postalCode,
  );
  const within = makeWithin(communes);
  return {
    byCode: (code) => codes.get(code),
    byPostalCode: (postalCode) => (postalCodes.get(postalCode) ?? []).map(({ commune }) => commune),
    search: makeSearch(communes),
    within,
    nearest: (point) => nearestBy(within, point),
  };
};
