import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { dangerTold, excerptOf, hasNewWords, pairsIn } from "./danger-told.ts";
import { emotionConfidenceEnough, emotionsToSuggest, needConfidenceEnough, needsToSuggest } from "./suggestion.ts";
import { clauseAround } from "./told-words.ts";

const found = (id: string, confidence: number) => ({ id, confidence, words: "…", start: 0, end: 1 });

describe("what is proposed of needs", () => {
  test("three at most, the surest first", () => {
    const needs = [found("dettes", 0.6), found("loyer", 0.9), found("alimentaire", 0.8), found("energie", 0.7)];
    expect(needsToSuggest({ needs }, new Set()).map(({ need }) => need)).toEqual(["loyer", "alimentaire", "energie"]);
  });
  test("neither what is noted already nor what was set aside", () => {
    expect(needsToSuggest({ needs: [found("loyer", 0.9)] }, new Set(["loyer"]))).toEqual([]);
  });
  test("nothing of which the machine is not sure enough", () => {
    expect(needsToSuggest({ needs: [found("loyer", needConfidenceEnough - 0.01)] }, new Set())).toEqual([]);
  });
  test("nothing that the taxonomy does not know", () => {
    expect(needsToSuggest({ needs: [found("yacht", 0.99)] }, new Set())).toEqual([]);
  });
});

test("an emotion is proposed when it is right more often than wrong", () => {
  const emotions = [found("honte", emotionConfidenceEnough), found("peur", emotionConfidenceEnough - 0.01)];
  expect(emotionsToSuggest({ emotions }, new Set()).map(({ emotion }) => emotion)).toEqual(["honte"]);
});

test("an emotion that a human noted is not proposed again", () => {
  const emotions = [found("honte", 0.8), found("peur", 0.7), found("extase", 0.9)];
  expect(emotionsToSuggest({ emotions }, new Set(["honte"])).map(({ emotion }) => emotion)).toEqual(["peur"]);
});

describe("the words shown with a suggestion are those of the clause that led to it", () => {
  test.each([
    ["Trois mois de loyer de retard, le bailleur écrit.", "mois de loyer de retard, le", "Trois mois de loyer de retard"],
    [
      "Dort mal. Facture d’électricité impayée de 312 €, EDF menace.",
      "électricité impayée de 312",
      "Facture d’électricité impayée de 312 €",
    ],
    ["Le mercredi, cherche une garde d’enfant", "mercredi, cherche une garde", "cherche une garde d’enfant"],
    ["loyer", "loyer", "loyer"],
    [
      "« Je n’ose pas. » Trois mois de loyer de retard, facture de 312 €",
      "» Trois mois de loyer de retard",
      "Trois mois de loyer de retard",
    ],
    ["Dit : « plus rien à manger »", "« plus rien à manger", "plus rien à manger"],
    [`${"bla ".repeat(30)}loyer impayé${" bla".repeat(30)}`, "loyer impayé", "loyer impayé"],
  ])("%s", (text, words, shown) => {
    const start = text.indexOf(words);
    const found = clauseAround(text, { start, end: start + words.length });
    expect(text.slice(found.start, found.end)).toBe(shown);
  });
  test("whatever the text, they stand in it, and are never more than a long clause around what was seen", () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 200 }), fc.nat(200), fc.nat(40), (text, from, length) => {
        const start = Math.min(from, text.length);
        const end = Math.min(start + length, text.length);
        const found = clauseAround(text, { start, end });
        expect(found.start).toBeGreaterThanOrEqual(0);
        expect(found.end).toBeLessThanOrEqual(text.length);
        expect(found.end - found.start).toBeLessThanOrEqual(Math.max(80, end - start));
      }),
    );
  });
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
  test("beside what speaks of a life, what is only urgent is left out of the question", () => {
    const text = "Expulsion vendredi. Il me frappe.";
    const motive = (id: string, words: string) => ({
      ...found(id, 0.9),
      start: text.indexOf(words),
      end: text.indexOf(words) + words.length,
    });
    const { motives, pairs } = dangerTold(text, { urgency: 3, motives: [motive("echeance", "vendredi"), motive("violence", "frappe")] });
    expect(motives.map(({ motive: name }) => name)).toEqual(["violence"]);
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
