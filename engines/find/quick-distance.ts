import { distanceMeters, type Point } from "#engines/places";

const stepsByDegree = 64;
const earthMeters = 6_371_000;

/** Metres by radian, north and east, at each 64th of a degree of latitude, on the WGS84 ellipsoid. */
const [north, east] = ((): [Float64Array, Float64Array] => {
  const [axis, flattening] = [6_378_137, 1 / 298.257223563];
  const squared = flattening * (2 - flattening);
  const [north, east] = [new Float64Array(180 * stepsByDegree + 2), new Float64Array(180 * stepsByDegree + 2)];
  for (let at = 0; at < north.length; at++) {
    const latitude = ((at / stepsByDegree - 90) * Math.PI) / 180;
    const root = Math.sqrt(1 - squared * Math.sin(latitude) ** 2);
    north[at] = (axis * (1 - squared)) / root ** 3;
    east[at] = (axis * Math.cos(latitude)) / root;
  }
  return [north, east];
})();

/**
 * Distance rapide : by the mean latitude, without any sine, twenty times faster than the exact one. It is off by less than
 * `doubtMeters` of what it says; whoever must be right asks the exact distance where the doubt matters.
 */
export const makeQuickDistance = (from: Point): ((latitude: number, longitude: number) => number) => {
  const radian = Math.PI / 180;
  return (latitude, longitude) => {
    const middle = ((latitude + from.latitude) / 2 + 90) * stepsByDegree;
    const at = Math.floor(middle);
    const part = middle - at;
    let turn = Math.abs(longitude - from.longitude);
    if (turn > 180) turn = Math.abs(360 - turn);
    turn *= radian;
    const up =
      ((north[at] as number) * (1 - part) + (north[at + 1] as number) * part) *
      (latitude - from.latitude) *
      radian *
      (1 - (turn * turn) / 8);
    const aside = ((east[at] as number) * (1 - part) + (east[at + 1] as number) * part) * turn;
    const quick = Math.sqrt(up * up + aside * aside);
    return quick < quickReachMeters && Math.abs(latitude) < 75 ? quick : distanceMeters(from, { latitude, longitude });
  };
};

/** Beyond, the mean latitude says too little and the exact distance is taken at once. */
const quickReachMeters = 300_000;

/** How far a quick distance may be from the exact one: two centimetres for the rounding of positions, then it grows with the cube. Held by a property up to the 75th degree. */
export const doubtMeters = (meters: number): number => 0.025 + meters * (meters / earthMeters) ** 2;
