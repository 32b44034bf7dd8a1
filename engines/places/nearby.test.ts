import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Commune } from "./commune.ts";
import { distanceMeters } from "./distance.ts";
import { makeGazetteer } from "./gazetteer.ts";

const commune = (code: string, name: string, latitude: number, longitude: number): Commune => ({
  ...{
    code,
    name,
    departement: { code: "23", name: "Creuse" },
    region: "75",
    postalCodes: ["23000"],
    population: code === "23096" ? 12_955 : 900,
  },
  ...{ point: { latitude, longitude }, pointFrom: "town", otherCodes: [`old-${code}`] },
});
const gueret = commune("23096", "Guéret", 46.1715, 1.8713);
const feyre = commune("23186", "Sainte-Feyre", 46.1389, 1.9153);
const aubusson = commune("23008", "Aubusson", 45.957, 2.1683);
const gazetteer = makeGazetteer([aubusson, feyre, gueret]);

describe("the communes around a point", () => {
  test("within 10 km of Guéret: itself, then Sainte-Feyre at 5 km; Aubusson is at 33 km", () => {
    expect(gazetteer.within(gueret.point, 10_000).map(({ commune }) => commune.name)).toEqual(["Guéret", "Sainte-Feyre"]);
    expect(gazetteer.within(gueret.point, 35_000).map((one) => Math.round(one.distanceMeters / 1000))).toEqual([0, 5, 33]);
  });

  test("a commune due south or north is in when the radius is its very distance", () => {
    const [south, north] = [commune("1", "Sud", 45.9, 1.8713), commune("2", "Nord", 46.4, 1.8713)];
    const { within } = makeGazetteer([south, gueret, north]);
    expect(within(gueret.point, distanceMeters(gueret.point, south.point)).map(({ commune }) => commune.name)).toContain("Sud");
    expect(within(gueret.point, distanceMeters(gueret.point, north.point)).map(({ commune }) => commune.name)).toContain("Nord");
  });

  test("the nearest is found however far it is", () => {
    expect(gazetteer.nearest({ latitude: 46.13, longitude: 1.92 })?.commune.name).toBe("Sainte-Feyre");
    expect(gazetteer.nearest({ latitude: -17.5516, longitude: -149.5585 })?.commune.name).toBe("Guéret");
  });

  test("without communes, there is no nearest one", () => {
    expect(makeGazetteer([]).nearest(gueret.point)).toBeUndefined();
  });

  test("law: as many as by measuring every commune", () => {
    const point = fc.record({
      latitude: fc.double({ min: 45, max: 47, noNaN: true }),
      longitude: fc.double({ min: 1, max: 3, noNaN: true }),
    });
    fc.assert(
      fc.property(fc.array(point, { maxLength: 30 }), point, fc.nat(150_000), (points, here, radius) => {
        const some = points.map(({ latitude, longitude }, at) => commune(String(at), "Village", latitude, longitude));
        const measured = points.filter((there) => distanceMeters(here, there) <= radius).length;
        const { within, nearest } = makeGazetteer(some);
        expect(within(here, radius)).toHaveLength(measured);
        const least = Math.min(...points.map((there) => distanceMeters(here, there)));
        if (points.length > 0) expect(nearest(here)?.distanceMeters).toBe(least);
      }),
    );
  });
});

describe("communes by code", () => {
  test("today's code, and one of another time", () => {
    expect(gazetteer.byCode("23096")).toBe(gueret);
    expect(gazetteer.byCode("old-23096")).toBe(gueret);
    expect(gazetteer.byCode("23000")).toBeUndefined();
  });

  test("a postal code gives all its communes, the most populous first", () => {
    expect(gazetteer.byPostalCode("23000").map(({ name }) => name)).toEqual(["Guéret", "Aubusson", "Sainte-Feyre"]);
    expect(gazetteer.byPostalCode("23999")).toEqual([]);
  });
});
