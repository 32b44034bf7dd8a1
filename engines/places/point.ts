/** Point: a position in decimal degrees, WGS84, north and east positive. */
export type Point = { readonly latitude: number; readonly longitude: number };

/** Every longitude between -180 and 180, so that two ways to write one meridian compare equal. */
export const normalLongitude = (longitude: number): number => ((((longitude + 180) % 360) + 360) % 360) - 180;

/** The middle of some points. Means of degrees are right as long as the points stay together, which towns of one département do. */
export const meanPoint = (points: readonly Point[]): Point => ({
  latitude: points.reduce((sum, { latitude }) => sum + latitude, 0) / points.length,
  longitude: points.reduce((sum, { longitude }) => sum + longitude, 0) / points.length,
});
