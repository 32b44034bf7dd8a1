import { describe, expect, test } from "vitest";
import fc from "fast-check";
import { isAnswered, type Facts, type FactValue } from "../facts/fact.ts";
import type { Question } from "../facts/question.ts";
import { choicesOf, questionsFor } from "../facts/questions.ts";
import { believedFacts } from "./believed-facts.ts";
import { pathOf, questionAfter } from "./path.ts";
import { resultOf } from "./result.ts";
import { day } from "#engines/calendar";

const month = "2026-11";
const today = day("2026-11-20");
const idsOf = (facts: Facts): readonly string[] => pathOf(facts, month).map(({ id }) => id);

/** Somebody alone of forty, who rents in Guéret. */
const alone: Facts = {
  union: "single",
  "me.born": "1986-03",
  children: 0,
  commune: "23096",
  home: "rented",
  rent: 40_000,
  "me.work": "employed",
  "me.income": ["wage"],
  "me.wage": 120_000,
  "me.steady": true,
};

const someAnswer = (question: Question, facts: Facts, draw: number): FactValue => {
  const choices = choicesOf(question, facts);
  switch (question.kind) {
    case "choice":
      return choices[draw % choices.length] ?? null;
    case "several":
      return choices.filter((_, at) => at === draw % choices.length);
    case "yes-no":
      return draw % 2 === 0;
    case "count":
      return draw % 4;
    case "month":
      return question.child === undefined ? `${1946 + (draw % 60)}-03` : `${2007 + (draw % 19)}-03`;
    case "commune":
      return draw % 5 === 0 ? "97411" : "23096";
    case "amount":
      return (draw % 300) * 1000;
  }
};

/** Answers given in their order, to all that may be asked; « je ne sais pas » once in six. */
const walks = fc.array(fc.nat(10_000), { minLength: 1, maxLength: 40 }).map((draws) => {
  let facts: Facts = {};
  for (const draw of draws) {
    const asked = questionsFor(facts, month).find(({ id, isForCitizens }) => isForCitizens && !isAnswered(facts, id));
    if (!asked) break;
    facts = { ...facts, [asked.id]: draw % 6 === 0 ? null : someAnswer(asked, facts, draw) };
  }
  return facts;
});

describe("the path of the questions", () => {
  test("somebody alone with a steady income has at most twenty, whatever is answered", () => {
    expect(idsOf(alone).length).toBeLessThanOrEqual(20);
    expect(idsOf({ ...alone, received: ["aide_logement", "prime_activite", "css"] }).length).toBeLessThanOrEqual(20);
  });
  test("what can change nothing any more is not asked: savings of somebody who earns far too much for any right", () => {
    const rich: Facts = { ...alone, "me.wage": 900_000, home: "owner", received: ["none"], "me.disability": "none", pregnancy: "none" };
    expect(idsOf(alone)).toContain("savings");
    expect(idsOf(rich)).not.toContain("savings");
  });
  test("who lives here, where, what comes in, and the nationality are always asked", () => {
    for (const id of ["union", "me.born", "children", "commune", "home", "me.work", "me.income", "received", "french"])
      expect(idsOf({ ...alone, "me.wage": 900_000 })).toContain(id);
  });
  test("what was answered stays on the path, so that it may be changed", () => {
    fc.assert(
      fc.property(walks, (facts) => {
        const ids = idsOf(facts);
        return questionsFor(facts, month).every(({ id, isForCitizens }) => !isForCitizens || !isAnswered(facts, id) || ids.includes(id));
      }),
      { numRuns: 40 },
    );
  });
  test("from each question on there is a way to the end, without going round", () => {
    fc.assert(
      fc.property(walks, (facts) => {
        const path = pathOf(facts, month);
        const order = questionsFor(facts, month);
        let steps = 0;
        for (let at = path[0]; at; at = questionAfter(path, order, at.id)) steps++;
        return steps === path.length;
      }),
      { numRuns: 40 },
    );
  });
  test("an answer that opens no question any more leads on all the same", () => {
    expect(questionAfter(pathOf(alone, month), questionsFor(alone, month), "me.wage")?.id).toBe("me.steady");
    expect(questionAfter(pathOf(alone, month), questionsFor(alone, month), undefined)?.id).toBe("union");
  });
});

describe("whatever is answered", () => {
  test("there is a result; each right stands in one group only, and its reason is said", () => {
    fc.assert(
      fc.property(walks, (facts) => {
        const result = resultOf(facts, month, today);
        const all = [...result.may, ...result.check, ...result.checkToo, ...result.not, ...result.notForYou];
        expect(result.complaints).toEqual([]);
        expect(new Set(all.map(({ right }) => right)).size).toBe(16);
        expect(all).toHaveLength(16);
        expect(all.filter(({ why, name }) => why === "" || name === "")).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });
  test("to a foreigner, or to whoever does not say, nothing is concluded", () => {
    fc.assert(
      fc.property(walks, fc.constantFrom(false, null), (facts, french) => {
        const result = resultOf({ ...facts, french }, month, today);
        return result.may.length + result.not.length + result.notForYou.length === 0;
      }),
      { numRuns: 20 },
    );
  });
  test("what travels is read again as it left", () => {
    fc.assert(
      fc.property(walks, (facts) => {
        expect(believedFacts(JSON.parse(JSON.stringify(facts)))).toEqual(facts);
      }),
      { numRuns: 40 },
    );
  });
});

describe("what is not received each month", () => {
  const whole: Facts = { ...alone, "me.wage": 80_000, savings: 0, "me.disability": "none", pregnancy: "none", rfr: 900_000 };
  const told = (facts: Facts) => resultOf({ ...whole, ...facts }, month, today).notReceived;
  test("is not said as long as she did not say what she receives", () => {
    expect(told({})).toBeUndefined();
    expect(told({ received: null })).toBeUndefined();
  });
  test("leaves out what she receives, even when she does not know how much", () => {
    const nothing = told({ received: ["none"] });
    const housing = told({ received: ["aide_logement"], "received.aide_logement": null });
    const both = told({ received: ["aide_logement", "prime_activite"], "received.aide_logement": null, "received.prime_activite": null });
    expect(nothing?.month).toMatch(/^environ [5-9]\d\d/);
    expect(housing?.month).toMatch(/^de 2\d\d\s€ à 3\d\d\s€$/u);
    expect(both?.month).toBeUndefined();
  });
  test("a yearly sum that came is not counted as lost", () => {
    expect(told({ received: ["cheque_energie", "aide_logement", "prime_activite"] })).toEqual({ month: undefined, year: undefined });
    expect(told({ received: ["aide_logement", "prime_activite"] })?.year).toMatch(/€$/);
  });
});

describe("what a link may bring", () => {
  test.each([
    ["no list of answers", "facts", undefined],
    ["nothing", undefined, undefined],
    ["a question that does not exist any more", { shoes: "red", union: "single" }, { union: "single" }],
    ["a choice that does not exist any more", { union: "triple", home: "owner" }, { home: "owner" }],
    ["an amount that is none", { rent: "beaucoup", savings: -5, children: 2 }, { children: 2 }],
    ["a month that is none", { "me.born": "1962", commune: "2309" }, {}],
    ["« je ne sais pas »", { rfr: null }, { rfr: null }],
    ["several", { received: ["rsa", "af"], "me.income": ["gold"] }, { received: ["rsa", "af"] }],
  ])("%s", (_, brought, believed) => {
    expect(believedFacts(brought)).toEqual(believed);
  });
});
