import { expect, test } from "vitest";
import { scoreOf, type Gold, type Pair, type Prediction } from "./evaluation.ts";

const gold = (id: string, given: Partial<Gold> = {}): Gold => ({
  id,
  register: "oral",
  text: "Nadia Benali a faim",
  themes: ["essentiels"],
  needs: ["alimentaire"],
  emotions: [],
  urgency: 1,
  motives: [],
  fragilities: [],
  entities: [{ type: "NOM", start: 0, end: 12, text: "Nadia Benali" }],
  ...given,
});
const said = (given: Partial<Prediction> = {}): Prediction => ({
  themes: ["essentiels"],
  needs: ["alimentaire"],
  emotions: [],
  fragilities: [],
  motives: [],
  urgency: 1,
  entities: [{ type: "NOM", start: 0, end: 12 }],
  ...given,
});

test("full agreement is 1 everywhere", () => {
  const score = scoreOf([{ gold: gold("a"), said: said() }]);
  expect(score.fields.needs.microF1).toEqual({ value: 1, low: 1, high: 1 });
  expect(score.urgency.kappa).toBe(1);
  expect(score.masking.textsWithoutLeak.value).toBe(1);
  expect(score.masking.overmasked.value).toBe(0);
});

test("what is missed, what is wrong, what leaks and what is masked for nothing are counted apart", () => {
  const pairs: Pair[] = [
    { gold: gold("a", { urgency: 3, motives: ["suicide"] }), said: said({ urgency: 1, entities: [{ type: "NOM", start: 0, end: 5 }] }) },
    { gold: gold("b"), said: said({ needs: ["alimentaire", "loyer"], entities: [{ type: "NOM", start: 0, end: 19 }] }) },
  ];
  const score = scoreOf(pairs);
  expect(score.fields.needs).toMatchObject({ precision: 2 / 3, recall: 1 });
  expect(score.urgency.missed).toEqual(["a"]);
  expect(score.urgency.recall3.value).toBe(0);
  expect(score.masking.entities.value).toBe(1 / 2);
  expect(score.masking.textsWithoutLeak.value).toBe(1 / 2);
  expect(score.masking.overmasked.value).toBeCloseTo(7 / 38);
});

test("the same draws give the same intervals, around the figure", () => {
  const pairs = Array.from({ length: 40 }, (_, index) => ({
    gold: gold(String(index)),
    said: said({ needs: index % 3 === 0 ? [] : ["alimentaire"] }),
  }));
  const one = scoreOf(pairs, 5).fields.needs.microF1;
  expect(scoreOf(pairs, 5).fields.needs.microF1).toEqual(one);
  expect(one.low).toBeLessThan(one.value);
  expect(one.high).toBeGreaterThan(one.value);
});
