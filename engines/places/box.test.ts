import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { boxAround, isInBox } from "./box.ts";
import { distanceMeters } from "./distance.ts";

describe("the box is a quick sieve that loses nobody", () => {
  const latitude = fc.double({ min: -90, max: 90, noNaN: true });
  const longitude = fc.double({ min: -180, max: 180, noNaN: true });

  test("law: a point outside the box is further than the radius", () => {
    fc.assert(
      fc.property(
        latitude,
        longitude,
        fc.double({ min: 0, max: 3_000_000, noNaN: true }),
        latitude,
        longitude,
        (lat, lon, radius, lat2, lon2) => {
          const [here, there] = [
            { latitude: lat, longitude: lon },
            { latitude: lat2, longitude: lon2 },
          ];
          if (!isInBox(boxAround(here, radius), there)) expect(distanceMeters(here, there)).toBeGreaterThan(radius);
        },
      ),
      { numRuns: 3_000 },
    );
  });

  test("law: with the very distance as radius, the other point is in, near or far", () => {
    const step = fc.double({ min: -2, max: 2, noNaN: true });
    fc.assert(
      fc.property(latitude, longitude, step, step, (lat, lon, north, east) => {
        const here = { latitude: lat, longitude: lon };
        const there = { latitude: Math.max(-90, Math.min(90, lat + north)), longitude: lon + east };
        expect(isInBox(boxAround(here, distanceMeters(here, there)), there)).toBe(true);
      }),
      { numRuns: 3_000 },
    );
  });

  test("law: near the poles too, where a wide circle turns further round than its middle parallel tells", () => {
    const south = fc.double({ min: 60, max: 85, noNaN: true });
    fc.assert(
      fc.property(south, fc.double({ min: 0, max: 10, noNaN: true }), fc.double({ min: 0, max: 90, noNaN: true }), (lat, north, east) => {
        const [here, there] = [
          { latitude: lat, longitude: 0 },
          { latitude: Math.min(90, lat + north), longitude: east },
        ];
        expect(isInBox(boxAround(here, distanceMeters(here, there)), there)).toBe(true);
      }),
      { numRuns: 3_000 },
    );
  });

  test("around Guéret, 10 km stay within 12 km on each side", () => {
    const box = boxAround({ latitude: 46.1715, longitude: 1.8713 }, 10_000);
    expect((box.north - box.south) * 111).toBeLessThan(24);
    expect((box.east - box.west) * 77).toBeLessThan(24);
  });

  test("around Wallis, the box holds points on both sides of the meridian of 180°", () => {
    const box = boxAround({ latitude: -13.3, longitude: -179.9 }, 50_000);
    expect(isInBox(box, { latitude: -13.3, longitude: 179.9 })).toBe(true);
  });
});
