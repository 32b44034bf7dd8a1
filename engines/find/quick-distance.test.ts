import fc from "fast-check";
import { expect, test } from "vitest";
import { distanceMeters } from "#engines/places";
import { doubtMeters, makeQuickDistance } from "./quick-distance.ts";

const gueret = { latitude: 46.17, longitude: 1.87 };

test("from Guéret to Paris and to Felletin, within a few metres", () => {
  const quick = makeQuickDistance(gueret);
  expect(quick(45.8827, 2.1742)).toBeCloseTo(distanceMeters(gueret, { latitude: 45.8827, longitude: 2.1742 }), 0);
  expect(Math.abs(quick(48.8566, 2.3522) - distanceMeters(gueret, { latitude: 48.8566, longitude: 2.3522 }))).toBeLessThan(200);
});

test("the doubt said is never passed, anywhere below the 75th degree and across the meridian of 180°", () => {
  const near = fc.double({ min: -3, max: 3, noNaN: true });
  fc.assert(
    fc.property(
      fc.double({ min: -76, max: 76, noNaN: true }),
      fc.double({ min: -180, max: 180, noNaN: true }),
      near,
      near,
      (latitude, longitude, up, aside) => {
        const there = { latitude: latitude + up, longitude: ((longitude + aside + 540) % 360) - 180 };
        const said = makeQuickDistance({ latitude, longitude })(there.latitude, there.longitude);
        expect(Math.abs(said - distanceMeters({ latitude, longitude }, there))).toBeLessThanOrEqual(doubtMeters(said));
      },
    ),
    { numRuns: 5000 },
  );
});
