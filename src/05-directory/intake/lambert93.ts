import type { Point } from "#engines/places";

// Parameters of Lambert-93 on the ellipsoid GRS80. Source: IGN, NTG_71 « Projection cartographique conique conforme de Lambert » and decree 2000-1276.
const n = 0.725_607_765;
const c = 11_754_255.426;
const xs = 700_000;
const ys = 12_655_612.05;
const eccentricity = 0.081_819_191_06;
const originLongitude = (3 * Math.PI) / 180;

/**
 * Lambert-93 : coordinates in metres of the French maps, as many départements give them.
 * @returns degrees, within a centimetre; undefined when the numbers are not those of metropolitan France
 */
export const pointOfLambert93 = (x: number, y: number): Point | undefined => {
  if (!(x > 0 && x < 1_300_000 && y > 6_000_000 && y < 7_200_000)) return undefined;
  const radius = Math.hypot(x - xs, y - ys);
  const longitude = originLongitude + Math.atan((x - xs) / (ys - y)) / n;
  const isometric = -Math.log(radius / c) / n;
  let latitude = 2 * Math.atan(Math.exp(isometric)) - Math.PI / 2;
  for (let round = 0; round < 8; round++) {
    const sine = eccentricity * Math.sin(latitude);
    latitude = 2 * Math.atan(Math.exp(isometric) * ((1 + sine) / (1 - sine)) ** (eccentricity / 2)) - Math.PI / 2;
  }
  return { latitude: round6((latitude * 180) / Math.PI), longitude: round6((longitude * 180) / Math.PI) };
};

const round6 = (degrees: number): number => Math.round(degrees * 1e6) / 1e6;
