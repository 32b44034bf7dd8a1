import { equatorRadiusMeters } from "./distance.ts";
import { normalLongitude, type Point } from "./point.ts";

/** Cadre: the points between two parallels and two meridians, in degrees, borders included. */
export type Box = { readonly south: number; readonly north: number; readonly west: number; readonly east: number };

/** The smallest radius of curvature of a meridian, at the equator: no way changes latitude faster than there. */
const leastMeridianRadiusMeters = 6_335_439.327;

/** Distances are right to half a millimetre and degrees are rounded: the box is a little wider, so that the border is never lost. */
const marginMeters = 0.01;

/**
 * A quick first sieve before measuring: every point within the radius is in the box (the contrary is not true).
 * Near a pole, or across the meridian of 180°, the box takes every longitude rather than two pieces.
 */
export const boxAround = ({ latitude, longitude }: Point, radiusMeters: number): Box => {
  const reach = radiusMeters + marginMeters;
  const latitudes = toDegrees(reach / leastMeridianRadiusMeters);
  const [south, north] = [latitude - latitudes, latitude + latitudes];
  const furthest = Math.max(Math.abs(south), Math.abs(north));
  if (furthest >= 90) return { south: Math.max(south, -90), north: Math.min(north, 90), west: -180, east: 180 };
  // A way that stays below this parallel turns round the axis at least at this distance from it.
  const longitudes = toDegrees(reach / (equatorRadiusMeters * Math.cos((furthest * Math.PI) / 180)));
  const middle = normalLongitude(longitude);
  const [west, east] = [middle - longitudes, middle + longitudes];
  return west < -180 || east > 180 ? { south, north, west: -180, east: 180 } : { south, north, west, east };
};

export const isInBox = ({ south, north, west, east }: Box, { latitude, longitude }: Point): boolean => {
  const middle = normalLongitude(longitude);
  return latitude >= south && latitude <= north && ((middle >= west && middle <= east) || (west === -180 && east === 180));
};

const toDegrees = (angle: number): number => (angle * 180) / Math.PI;
