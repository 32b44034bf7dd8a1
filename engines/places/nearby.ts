import { boxAround, isInBox } from "./box.ts";
import type { Commune } from "./commune.ts";
import { distanceMeters } from "./distance.ts";
import type { Point } from "./point.ts";

/** A commune, and how far its point is. */
export type Nearby = { readonly commune: Commune; readonly distanceMeters: number };

/** Autour: the communes whose point is within a radius of another, nearest first. */
export const makeWithin = (communes: readonly Commune[]): ((point: Point, radiusMeters: number) => Nearby[]) => {
  const southToNorth = communes.toSorted((a, b) => a.point.latitude - b.point.latitude);
  return (point, radiusMeters) => {
    const box = boxAround(point, radiusMeters);
    const found: Nearby[] = [];
    for (let at = firstNorthOf(southToNorth, box.south); at < southToNorth.length; at++) {
      const commune = southToNorth[at];
      if (!commune || commune.point.latitude > box.north) break;
      if (!isInBox(box, commune.point)) continue;
      const distance = distanceMeters(point, commune.point);
      if (distance <= radiusMeters) found.push({ commune, distanceMeters: distance });
    }
    return found.sort((a, b) => a.distanceMeters - b.distanceMeters || a.commune.code.localeCompare(b.commune.code));
  };
};

/** The place of the first commune that is not south of a parallel. */
const firstNorthOf = (southToNorth: readonly Commune[], latitude: number): number => {
  let [low, high] = [0, southToNorth.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((southToNorth[middle]?.point.latitude ?? Infinity) < latitude) low = middle + 1;
    else high = middle;
  }
  return low;
};

/** No two points of the Earth are further apart than this. */
const halfTurnMeters = 20_004_000;

/** The nearest commune: looks around, then four times further until someone is there. Undefined when there is no commune at all. */
export const nearestBy = (within: (point: Point, radiusMeters: number) => Nearby[], point: Point): Nearby | undefined => {
  for (let radius = 5_000; radius < 4 * halfTurnMeters; radius *= 4) {
    const [nearest] = within(point, radius);
    if (nearest) return nearest;
  }
  return undefined;
};
