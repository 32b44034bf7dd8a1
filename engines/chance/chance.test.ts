import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { chanceFrom, drawFrom, shuffle } from "./chance.ts";

const seeds = fc.integer({ min: 0, max: 2 ** 32 - 1 });

describe("the same seed tells the same story", () => {
  test("the first numbers of seed 7 are these: a model learned from them keeps its bytes", () => {
    const draw = drawFrom(7);
    expect([draw(), draw(), draw()].map((drawn) => drawn.toFixed(6))).toMatchInlineSnapshot(`
      [
        "0.011705",
        "0.061958",
        "0.976908",
      ]
    `);
  });

  test("two draws of one seed are equal, whatever the seed", () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const [one, other] = [drawFrom(seed), drawFrom(seed)];
        for (let turn = 0; turn < 20; turn++) expect(one()).toBe(other());
      }),
    );
  });
});

describe("a lot stays within what was asked", () => {
  test("both bounds are drawn, and nothing beyond", () => {
    const chance = chanceFrom(1);
    expect(new Set(Array.from({ length: 200 }, () => chance.between(2, 4)))).toEqual(new Set([2, 3, 4]));
  });

  test("a weight of 0 is never drawn", () => {
    const chance = chanceFrom(3);
    const drawn = Array.from({ length: 200 }, () =>
      chance.weighted([
        ["never", 0],
        ["often", 3],
      ]),
    );
    expect(new Set(drawn)).toEqual(new Set(["often"]));
  });

  test("several different items, as many as asked or as there are", () => {
    fc.assert(
      fc.property(seeds, fc.integer({ min: 0, max: 8 }), (seed, count) => {
        const drawn = chanceFrom(seed).several(["a", "b", "c", "d", "e"], count);
        expect(new Set(drawn).size).toBe(drawn.length);
        expect(drawn.length).toBe(Math.min(count, 5));
      }),
    );
  });

  test("a shuffled order holds each row once", () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const order = Int32Array.from({ length: 30 }, (_, at) => at);
        shuffle(order, drawFrom(seed));
        expect([...order].toSorted((a, b) => a - b)).toEqual(Array.from({ length: 30 }, (_, at) => at));
      }),
    );
  });

  test("an empty list has nothing to pick", () => {
    expect(() => chanceFrom(1).pick([])).toThrow("empty");
  });
});
