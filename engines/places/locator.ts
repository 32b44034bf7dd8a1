import type { Named, PointFrom } from "./commune.ts";
import type { EtalabCommune } from "./open-lists.ts";
import { meanPoint, type Point } from "./point.ts";

type Located = { point: Point; pointFrom: PointFrom };

/** Where a commune is: its own town; else the mean of the towns that share a postal code with it, then its EPCI, then its département. */
export const locator = (
  today: readonly EtalabCommune[],
  epciOf: ReadonlyMap<string, Named>,
  towns: ReadonlyMap<string, Point>,
): ((commune: EtalabCommune) => Located | undefined) => {
  const byPostalCode = new Map<string, Point[]>();
  const byEpci = new Map<string, Point[]>();
  const byDepartement = new Map<string, Point[]>();
  const add = (to: Map<string, Point[]>, key: string | undefined, point: Point): void => {
    if (key) to.set(key, [...(to.get(key) ?? []), point]);
  };
  for (const commune of today) {
    const point = towns.get(commune.code);
    if (!point) continue;
    for (const postalCode of commune.codesPostaux ?? []) add(byPostalCode, postalCode, point);
    add(byEpci, epciOf.get(commune.code)?.code, point);
    add(byDepartement, commune.departement, point);
  }
  return (commune) => {
    const ways: readonly [PointFrom, readonly Point[]][] = [
      ["town", [towns.get(commune.code)].filter((point) => point !== undefined)],
      ["postal-code", (commune.codesPostaux ?? []).flatMap((postalCode) => byPostalCode.get(postalCode) ?? [])],
      ["epci", byEpci.get(epciOf.get(commune.code)?.code ?? "") ?? []],
      ["departement", byDepartement.get(commune.departement) ?? []],
    ];
    const way = ways.find(([, points]) => points.length > 0);
    return way && { point: meanPoint(way[1]), pointFrom: way[0] };
  };
};
