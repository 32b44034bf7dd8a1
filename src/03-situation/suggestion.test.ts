import { describe, expect, test } from "vitest";
import { dangerTold, excerptOf, hasNewWords, pairsIn } from "./danger-told.ts";
import { confidenceEnough, emotionsToSuggest, needsToSuggest } from "./suggestion.ts";

const found = (id: string, confidence: number) => ({ id, confidence, words: "…", start: 0, end: 1 });

describe("what is proposed of needs", () => {
  test("three at most, the surest first", () => {
    const needs = [found("dettes", 0.6), found("loyer", 0.9), found("alimentaire", 0.8), found("energie", 0.7)];
    expect(needsToSuggest({ needs }, new Set()).map(({ need }) => need)).toEqual(["loyer", "alimentaire", "energie"]);
  });
  test("neither what is noted already nor what was set aside", () => {
    expect(needsToSuggest({ needs: [found("loyer", 0.9)] }, new Set(["loyer"]))).toEqual([]);
  });
  test("nothing that is wrong more often than right", () => {
    expect(needsToSuggest({ needs: [found("loyer", confidenceEnough - 0.01)] }, new Set())).toEqual([]);
  });
  test("nothing that the taxonomy does not know", () => {
    expect(needsToSuggest({ needs: [found("yacht", 0.99)] }, new Set())).toEqual([]);
  });
});

test("an emotion that a human noted is not proposed again", () => {
  const emotions = [found("honte", 0.8), found("peur", 0.7), found("extase", 0.9)];
  expect(emotionsToSuggest({ emotions }, new Set(["honte"])).map(({ emotion }) => emotion)).toEqual(["peur"]);
});

const told = (text: string, words: string, motive = "violence") => {
  const start = text.indexOf(words);
  return dangerTold(text, { urgency: 3, motives: [{ id: motive, confidence: 0.9, words, start, end: start + words.length }] });
};

describe("the words of a danger", () => {
  test.each([
    ["Pleure. « Il est en bas, il me suit. » Dort mal.", "il me suit", "Il est en bas, il me suit"],
    ["il est en bas", "en bas", "il est en bas"],
    [`${"bla ".repeat(60)}il me suit${" bla".repeat(60)}`, "il me suit", `${"bla ".repeat(22)}il me suit${" bla".repeat(22)}`],
  ])("are shown with their sentence, as they were written: %s", (text, words, shown) => {
    const start = text.indexOf(words);
    expect(excerptOf(text, start, start + words.length)).toBe(shown);
  });
  test("what speaks of a life comes before what is only urgent", () => {
    const text = "Expulsion vendredi. Il me frappe.";
    const motive = (id: string, words: string) => ({
      ...found(id, 0.9),
      start: text.indexOf(words),
      end: text.indexOf(words) + words.length,
    });
    const { motives, pairs } = dangerTold(text, { urgency: 3, motives: [motive("echeance", "vendredi"), motive("violence", "frappe")] });
    expect(motives.map(({ motive: name }) => name)).toEqual(["violence", "echeance"]);
    expect(pairs).toEqual(["me frappe"]);
  });
});

describe("a danger answered no", () => {
  const answered = new Set(pairsIn("Il est en bas, il me suit"));
  test.each([
    ["the same words", "Pleure. Il est en bas, il me suit", "il me suit", false],
    ["the sentence goes on after them", "Il est en bas, il me suit depuis ce matin", "il me suit", false],
    ["without capitals nor accents", "IL EST EN BAS, IL ME SUIT", "IL ME SUIT", false],
    ["new words tell it", "Il est en bas, il me suit. Il a un couteau", "a un couteau", true],
    ["the sentence goes on, and what follows tells it", "Il est en bas, il me suit avec un couteau", "me suit avec un couteau", true],
    ["words seen apart come together", "Il me bas", "me bas", true],
  ])("%s", (_, text, words, isAsked) => {
    expect(hasNewWords(told(text, words).pairs, answered)).toBe(isAsked);
  });
  test("a danger without any word to show is always asked", () => {
    expect(hasNewWords([], answered)).toBe(true);
  });
});
