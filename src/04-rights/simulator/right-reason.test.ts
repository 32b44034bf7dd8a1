import { describe, expect, test } from "vitest";
import { rightIds } from "#engines/rules";
import type { Facts } from "../facts/fact.ts";
import { reasonAgainst, reasonInWords } from "./right-reason.ts";
import { rightReasonWords } from "./right-reason.words.ts";

const month = "2026-11";
const retired: Facts = {
  union: "single",
  "me.born": "1950-01",
  children: 0,
  home: "owner",
  "me.work": "retired",
  "me.income": ["retirement"],
};
const worker: Facts = { union: "single", "me.born": "1990-01", children: 0, home: "rented", "me.work": "employed", "me.income": ["wage"] };

describe("why not this time: the first condition that the answers do not meet, resources when all are met", () => {
  test.each([
    ["rsa", retired, "resources"],
    ["rsa", { ...worker, "me.born": "2004-01" }, "age"],
    ["rsa", { ...worker, "me.work": "student" }, "study"],
    ["prime_activite", retired, "work"],
    ["prime_activite", worker, "resources"],
    ["aide_logement", retired, "home"],
    ["aide_logement", worker, "resources"],
    ["aah", worker, "health"],
    ["aah", { ...worker, "me.disability": "half", "me.restriction": false }, "rate"],
    ["aah", { ...worker, "me.disability": "high" }, "resources"],
    ["mva", { ...worker, "me.disability": "high" }, "other-right"],
    ["aspa", worker, "age"],
    ["aspa", retired, "resources"],
    ["asi", worker, "health"],
    ["asi", { ...retired, "me.income": ["invalidity"] }, "other-right"],
    ["ass", worker, "work"],
    ["ass", { ...worker, "me.work": "unemployed", "me.income": ["unemployment"] }, "unemployment"],
    ["af", { ...worker, children: 1, "child.1.born": "2015-01" }, "children"],
    ["asf", { ...worker, union: "married", children: 1, "child.1.born": "2015-01" }, "couple"],
    ["asf", { ...worker, children: 1, "child.1.born": "2015-01", "me.alimony": 30_000 }, "alimony"],
    ["paje_base", { ...worker, children: 1, "child.1.born": "2015-01" }, "children"],
    ["paje_base", { ...worker, children: 1, "child.1.born": "2025-01" }, "resources"],
    ["ars", { ...worker, children: 1, "child.1.born": "2015-01" }, "resources"],
    ["css", worker, "resources"],
    ["cheque_energie", { ...worker, home: "free" }, "home"],
  ] as const)("%s, %j: %s", (right, facts, reason) => {
    expect(reasonAgainst(right, facts, month)).toBe(reason);
  });
  test("every reason of every right is a whole sentence, twenty words at most", () => {
    for (const right of rightIds) {
      const { is, may, not } = rightReasonWords.fr[right];
      for (const said of [is, may, ...Object.values(not)]) {
        expect(said).toMatch(/[.]$/);
        for (const sentence of said.split(". ")) expect(sentence.split(" ").length, sentence).toBeLessThanOrEqual(20);
      }
      expect(reasonInWords(right, "resources")).not.toBe("");
    }
  });
});
