import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { distanceMeters } from "./distance.ts";
import type { Point } from "./point.ts";

const at = (latitude: number, longitude: number): Point => ({ latitude, longitude });
const sexagesimal = (degrees: number, minutes: number, seconds: number): number => degrees + minutes / 60 + seconds / 3600;

/**
 * Published results on WGS84: the Australian line of the geodesy manuals, the test lines of C. Karney's GeographicLib, half a meridian.
 * The two lines from Paris were integrated apart, step by step along the geodesic, by a program that also gives the Pacific line.
 */
const published: readonly [string, Point, Point, number][] = [
  [
    "Flinders Peak to Buninyong",
    at(-sexagesimal(37, 57, 3.7203), sexagesimal(144, 25, 29.5244)),
    at(-sexagesimal(37, 39, 10.1561), sexagesimal(143, 55, 35.3839)),
    54_972.271,
  ],
  ["Paris to Lyon (213 m more than on a sphere)", at(48.8566, 2.3522), at(45.764, 4.8357), 391_712.70467],
  ["Paris to Saint-Denis de La Réunion", at(48.8566, 2.3522), at(-20.8789, 55.4481), 9_343_664.55001],
  ["a long line across the Pacific", at(35.60777, -139.44815), at(-11.17491, -69.95921), 8_935_244.56048],
  ["a line that passes the meridian of 180°", at(55.52454, 106.05087), at(77.03196, 197.18234), 4_105_086.17139],
  ["a line over the equator", at(-21.97856, 142.59065), at(41.84138, 98.56635), 8_394_328.89466],
  ["from pole to pole", at(90, 0), at(-90, 0), 20_003_931.45862],
  ["half the equator, shorter over a pole", at(0, 0), at(0, 180), 20_003_931.45862],
  ["near antipodes where the series still settles", at(0, 0), at(0.5, 179.5), 19_936_288.57897],
  ["near antipodes where the series does not settle", at(0, 0), at(0.5, 179.7), 19_944_127.421],
  ["Wellington to Salamanca", at(-41.32, 174.81), at(40.96, -5.5), 19_959_679.26735],
];

describe("distances are those of the WGS84 ellipsoid, to the millimetre", () => {
  test.each(published)("%s", (_, a, b, meters) => {
    expect(Math.abs(distanceMeters(a, b) - meters)).toBeLessThan(0.001);
  });

  test("a degree of longitude on the equator is the 360th part of it", () => {
    expect(distanceMeters(at(0, 10), at(0, 11))).toBeCloseTo((2 * Math.PI * 6_378_137) / 360, 3);
  });
});

const anywhere = fc
  .tuple(fc.double({ min: -90, max: 90, noNaN: true }), fc.double({ min: -180, max: 180, noNaN: true }))
  .map(([latitude, longitude]) => at(latitude, longitude));

describe("laws of a distance", () => {
  test("from here to here is nothing", () => {
    fc.assert(
      fc.property(anywhere, (here) => {
        expect(distanceMeters(here, here)).toBe(0);
      }),
    );
  });

  test("there and back are as long", () => {
    fc.assert(
      fc.property(anywhere, anywhere, (a, b) => {
        expect(Math.abs(distanceMeters(a, b) - distanceMeters(b, a))).toBeLessThan(0.001);
      }),
    );
  });

  test("a detour is never shorter, antipodes included", () => {
    fc.assert(
      fc.property(anywhere, anywhere, fc.double({ min: -1, max: 1, noNaN: true }), (a, b, drift) => {
        const facing = at(-a.latitude, a.longitude + 180 + drift);
        for (const end of [b, facing]) {
          const middle = at(b.latitude / 2, b.longitude / 2);
          expect(distanceMeters(a, end)).toBeLessThanOrEqual(distanceMeters(a, middle) + distanceMeters(middle, end) + 0.001);
          expect(distanceMeters(a, end)).toBeLessThanOrEqual(20_003_931.46);
        }
      }),
    );
  });
});
