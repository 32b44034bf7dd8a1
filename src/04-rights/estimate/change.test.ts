import { describe, expect, test } from "vitest";
import type { Month } from "#engines/calendar";
import type { Facts } from "../facts/fact.ts";
import { changeFacts } from "./change.ts";

const month = "2026-11" as Month;
const nadia: Facts = {
  union: "single",
  children: 2,
  "me.work": "unemployed",
  "me.income": ["unemployment", "alimony"],
  "me.unemployment": 98_000,
  "me.alimony": 15_000,
};
const couple: Facts = {
  union: "married",
  children: 1,
  "partner.born": "1983-01",
  "partner.wage": 180_000,
  "me.born": "1985-04",
  pregnancy: "partner",
};

const changed = (facts: Facts, change: Parameters<typeof changeFacts>[1], wage?: number): Facts => {
  const answer = changeFacts(facts, change, month, wage);
  if (answer.kind !== "changed") throw new Error(answer.because);
  return answer.facts;
};

describe("trying a change of life on what is known", () => {
  test("work begins: unemployment ends, what comes from elsewhere stays, and four months have passed", () => {
    expect(changed(nadia, "work", 125_000)).toMatchObject({
      "me.work": "employed",
      "me.income": ["wage", "alimony"],
      "me.wage": 125_000,
      "me.steady": false,
      "me.since": "2026-07",
      "me.before": "unemployment",
      "me.before.amount": 98_000,
    });
  });

  test("a child is born: one more, one month old; what was said of « one of the children » is not said of this one", () => {
    const after = changed({ ...couple, children: 1, "children.handicap": true }, "birth");
    expect(after).toMatchObject({
      children: 2,
      "child.2.born": "2026-10",
      pregnancy: "none",
      "child.1.handicap": true,
      "child.2.handicap": false,
    });
  });

  test("the couple separates: nothing said of the partner is left", () => {
    const after = changed(couple, "separation");
    expect(after).toMatchObject({ union: "single", "recently-alone": true, children: 1 });
    expect(Object.keys(after).filter((question) => question.startsWith("partner."))).toEqual([]);
    expect(after).not.toHaveProperty("pregnancy");
  });

  test.each([
    ["a wage is needed", nadia, "work", undefined, "wage"],
    ["nobody separates alone", nadia, "separation", undefined, "no-partner"],
    ["nothing is supposed of a couple", {}, "separation", undefined, "partner-unknown"],
    ["nothing is supposed of children", { union: "single" }, "birth", undefined, "children-unknown"],
    ["more than can be counted", { children: 12 }, "birth", undefined, "too-many"],
  ] as const)("%s", (_, facts, change, wage, because) => {
    expect(changeFacts(facts as Facts, change, month, wage)).toEqual({ kind: "not-possible", because });
  });

  test("nothing that was known is changed in place", () => {
    const before = JSON.stringify(nadia);
    changeFacts(nadia, "work", month, 125_000);
    expect(JSON.stringify(nadia)).toBe(before);
  });
});
