import { describe, expect, test } from "vitest";
import fc from "fast-check";
import { isAnswered, type Facts, type FactValue } from "./fact.ts";
import { questionWords } from "./facts.words.ts";
import type { Question } from "./question.ts";
import { questionInWords } from "./question-text.ts";
import { choicesOf, factsAsked, findQuestion, firstQuestions, questionOfField, questionsFor } from "./questions.ts";

const month = "2026-11";
const idsFor = (facts: Facts): readonly string[] => questionsFor(facts, month).map(({ id }) => id);

/** Some answer to a question, drawn. */
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
      return question.child === undefined ? `${1950 + (draw % 55)}-03` : `${2008 + (draw % 18)}-03`;
    case "commune":
      return "23096";
    case "amount":
      return (draw % 300) * 1000;
  }
};

/** Goes through all the questions as they come, answering each: « je ne sais pas » once in seven. */
const walk = (draws: readonly number[]): Facts => {
  let facts: Facts = {};
  for (const draw of draws) {
    const question = questionsFor(facts, month).find(({ id }) => !isAnswered(facts, id));
    if (!question) break;
    facts = { ...facts, [question.id]: draw % 7 === 0 ? null : someAnswer(question, facts, draw) };
  }
  return facts;
};
const walks = fc.array(fc.nat(10_000), { minLength: 1, maxLength: 80 }).map(walk);

describe("questions come in one calm order", () => {
  test("a person alone with one steady income has no more than twenty", () => {
    const alone: Facts = {
      union: "single",
      "me.born": "1980-03",
      children: 0,
      home: "rented",
      "me.work": "employed",
      "me.income": ["wage"],
      "me.steady": true,
      received: ["aide_logement", "prime_activite"],
      "me.disability": "none",
    };
    const asked = questionsFor(alone, month).filter(({ isForCitizens }) => isForCitizens);
    expect(asked.map(({ id }) => id)).toEqual([
      "union",
      "me.born",
      "children",
      "commune",
      "home",
      "rent",
      "me.work",
      "me.income",
      "me.wage",
      "me.steady",
      "savings",
      "received",
      "received.aide_logement",
      "received.prime_activite",
      "me.disability",
      "pregnancy",
      "rfr",
      "french",
    ]);
  });
  test("a retired couple is asked neither since when nor about a birth", () => {
    const couple: Facts = {
      union: "married",
      "me.born": "1955-03",
      "partner.born": "1957-08",
      children: 0,
      home: "owner",
      "me.work": "retired",
      "me.income": ["retirement"],
      "partner.work": "retired",
      "partner.income": ["retirement"],
      received: ["none"],
    };
    const asked = questionsFor(couple, month).filter(({ isForCitizens }) => isForCitizens);
    expect(asked.length).toBeLessThanOrEqual(20);
    expect(asked.map(({ id }) => id)).not.toContain("me.steady");
    expect(asked.map(({ id }) => id)).not.toContain("pregnancy");
  });
  test.each([
    ["children", { children: 2 }, ["child.1.born", "child.2.born"], ["child.3.born"]],
    ["a lone parent", { union: "single", children: 1 }, ["recently-alone"], ["partner.born"]],
    ["an owner", { home: "owner" }, [], ["rent"]],
    ["somebody of twenty-two without a child", { "me.born": "2004-03", children: 0 }, ["me.worked-young"], []],
    ["two tax notices", { union: "cohabiting" }, ["rfr", "partner.rfr"], []],
  ] as const)("%s", (_, facts, asked, notAsked) => {
    expect(idsFor(facts)).toEqual(expect.arrayContaining([...asked]));
    for (const id of notAsked) expect(idsFor(facts)).not.toContain(id);
  });
  test("whatever is answered, a question looks only at answers before it", () => {
    fc.assert(
      fc.property(walks, (facts) => {
        const order = questionsFor(facts, month);
        return order.every((question, at) => {
          const before = Object.fromEntries(
            order.slice(0, at).flatMap(({ id }) => (isAnswered(facts, id) ? [[id, facts[id] ?? null]] : [])),
          );
          return question.isAsked(before, month);
        });
      }),
    );
  });
  test("what is left out of the household is never forgotten, and taking the answers once or twice is the same", () => {
    fc.assert(
      fc.property(walks, (facts) => {
        const kept = factsAsked(facts, month);
        return JSON.stringify(factsAsked(kept, month)) === JSON.stringify(kept) && Object.keys(kept).every((id) => kept[id] === facts[id]);
      }),
    );
  });
  test("every question that may come has its words, in both languages", () => {
    fc.assert(
      fc.property(walks, (facts) => {
        for (const question of questionsFor(facts, month)) {
          const { asks, label } = questionInWords(question, facts, month);
          expect([asks === "", label === "", questionInWords(question, facts, month, "en").label === ""]).toEqual([false, false, false]);
          expect(asks.split(" ").length).toBeLessThanOrEqual(20);
        }
      }),
    );
  });
  test("no word stands for a question that is not asked", () => {
    const isAsked = (key: string): boolean => findQuestion(key.replace(/^child\./, "child.1.")) !== undefined;
    expect(Object.keys(questionWords.fr).filter((key) => !isAsked(key))).toEqual([]);
  });
});

describe("from a field of the engine to the plain question", () => {
  test.each([
    ["logement.loyer", { home: "rented" }, "rent"],
    ["logement.zone_apl", {}, "commune"],
    ["personnes.0.date_naissance", {}, "me.born"],
    ["personnes.1.date_naissance", { union: "married" }, "partner.born"],
    ["personnes.1.date_naissance", { union: "single", children: 1 }, "child.1.born"],
    ["personnes.0.revenus", {}, "me.income"],
    ["personnes.0.revenus.0.net", { "me.income": ["wage"] }, "me.wage"],
    ["prestations_percues.rsa", {}, "received"],
    ["prestations_percues.rsa", { received: ["rsa"] }, "received.rsa"],
    ["foyers_fiscaux_rfr_n2.a", {}, "rfr"],
    ["personnes.0.revenus_annuels_n2", { "me.income": ["wage"], "me.wage": 1, "me.steady": false }, "me.n2"],
  ] as const)("%s, knowing %j: %s", (field, facts, id) => {
    expect(questionOfField(field, facts, month)?.id).toBe(id);
  });

  test("a question that was answered is not proposed again, even by « je ne sais pas »", () => {
    expect(questionOfField("foyers_fiscaux_rfr_n2.a", { rfr: null }, month)).toBeUndefined();
  });
  test("who lives here comes before whatever the engine ranks", () => {
    expect(firstQuestions({}, month).map(({ id }) => id)).toEqual(["union", "children"]);
    expect(firstQuestions({ union: "single", children: 0 }, month)).toEqual([]);
  });
});
