import { describe, expect, test } from "vitest";
import type { Facts } from "../facts/fact.ts";
import { exactly, nothingKnown } from "./benefit-facts.ts";
import { factsForBenefits } from "./facts-for-benefits.ts";

const from = (facts: Facts) => factsForBenefits(facts, "2026-11");

describe("what plain answers say to the conditions of local benefits", () => {
  test("nothing told, nothing known", () => {
    expect(from({})).toEqual(nothingKnown);
    expect(from({ union: null, "me.work": null, received: null, home: null, children: null })).toEqual(nothingKnown);
  });
  test.each<[string, Facts, object]>([
    ["alone: the adults are known", { union: "single" }, { areAdultsKnown: true, adults: [{ activities: {} }] }],
    ["in a couple: two adults", { union: "married" }, { areAdultsKnown: true, adults: [{}, {}] }],
    ["born in another month: one age", { "me.born": "1966-03" }, { adults: [{ age: exactly(60) }] }],
    ["born this very month: two ages are possible", { "me.born": "1966-11" }, { adults: [{ age: { from: 59, to: 60 } }] }],
    ["a handicap whose rate is not told", { "me.disability": "some" }, { adults: [{ disability: { from: 1, to: 100 } }] }],
    ["80 % or more", { "me.disability": "high" }, { adults: [{ disability: { from: 80, to: 100 } }] }],
    ["a tenant of an HLM", { home: "social" }, { tenure: "tenant" }],
    ["an owner who still pays", { home: "loan" }, { tenure: "owner" }],
    ["lodged for free", { home: "free" }, { tenure: "other" }],
    [
      "no child disabled",
      { children: 2, "children.handicap": false },
      { children: [{ disability: exactly(0) }, { disability: exactly(0) }] },
    ],
    ["the RSA and nothing else", { received: ["rsa"] }, { receives: { rsa: true, aah: false } }],
    ["nothing received", { received: ["none"] }, { receives: { rsa: false, aspa: false } }],
  ])("%s", (_, facts, expected) => {
    expect(from(facts)).toMatchObject(expected);
  });
  test("retired, incomes not told: it is not known whether she works too", () => {
    expect(from({ "me.work": "retired" }).adults[0]?.activities).toEqual({ retired: true });
    expect(from({ "me.work": "retired", "me.income": ["retirement"] }).adults[0]?.activities).toEqual({
      retired: true,
      employed: false,
      "job-seeker": false,
      student: false,
    });
    expect(from({ "me.work": "student", "me.income": ["wage"] }).adults[0]?.activities).toMatchObject({ student: true, employed: true });
  });
});

describe("resources by consumption unit", () => {
  const mother: Facts = {
    union: "single",
    "me.income": ["wage"],
    "me.wage": 90_000,
    children: 2,
    "child.1.born": "2019-05",
    "child.2.born": "2010-01",
    received: ["af", "ars"],
    "received.af": 15_000,
  };
  test("1,050 € for 1 + 0.3 + 0.5: 583.33 €", () => {
    expect(from(mother).resourcesPerUnitCents).toBe(58_333);
  });
  test.each<[string, Facts]>([
    ["an amount", { "me.wage": null }],
    ["an income that we cannot count", { "me.income": ["wage", "other"] }],
    ["what is received", { received: null }],
    ["how much is received", { "received.af": null }],
    ["the age of a child", { "child.1.born": null }],
    ["whether there is a partner", { union: null }],
    ["the number of children", { children: null }],
    ["the wages of children", { "children.earn": true }],
  ])("not known as soon as %s is not", (_, change) => {
    expect(from({ ...mother, ...change }).resourcesPerUnitCents).toBeUndefined();
  });
  test("the quotient is never computed: it is told, or unknown", () => {
    expect(from(mother).quotientCents).toBeUndefined();
    expect(factsForBenefits(mother, "2026-11", { quotientCents: 41_000 }).quotientCents).toBe(41_000);
  });
});
