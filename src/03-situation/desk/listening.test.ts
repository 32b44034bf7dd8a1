import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { SuggestionsShown } from "../suggestion.contract.ts";
import { makeNotesReader, pauseMilliseconds } from "./notes-reader.ts";
import { commandAt, withoutLine } from "./slash-command.ts";
import { arrange, isWorthSaying, movedTo } from "./suggestion-order.ts";

const list = (names: string) => names.split(" ").flatMap((need) => (need === "" ? [] : [{ need }]));
const named = (suggestions: readonly { need: string }[]) => suggestions.map(({ need }) => need).join(" ");
const order = (before: string, arrived: string, settled = "", isHeld = false) =>
  named(arrange(list(before), list(arrived), { settled: new Set(settled.split(" ")), isHeld, atMost: 3 }));

describe("the order of suggestions", () => {
  test.each([
    ["nothing yet: as they come, three at most", "", "loyer energie garde dettes", "loyer energie garde"],
    ["what is shown keeps its place", "loyer energie", "energie garde loyer", "loyer energie garde"],
    ["a surer one comes after what is shown", "loyer", "energie loyer", "loyer energie"],
    ["what is no longer proposed goes", "loyer energie", "energie", "energie"],
    ["what is proposed fourth is not shown, even if it was", "dettes", "loyer energie garde dettes", "loyer energie garde"],
  ])("%s", (_, before, arrived, shown) => {
    expect(order(before, arrived)).toBe(shown);
  });
  test("what was answered a moment ago goes, even if the answer under way still proposes it", () => {
    expect(order("loyer energie", "loyer energie garde", "loyer")).toBe("energie garde");
  });
  test("while the keyboard is in the list, nothing leaves and nothing moves", () => {
    expect(order("loyer energie", "garde", "", true)).toBe("loyer energie garde");
  });
  const needs = fc.uniqueArray(fc.constantFrom("loyer", "energie", "garde", "dettes", "solitude", "papiers"));
  test("whatever arrives, the first one shown stays first while it is held, and nothing is shown twice", () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.constantFrom("loyer", "energie", "garde"), { minLength: 1 }), needs, (before, arrived) => {
        const shown = order(before.join(" "), arrived.join(" "), "", true).split(" ");
        expect(shown[0]).toBe(before[0]);
        expect(new Set(shown).size).toBe(shown.length);
        expect(shown.length).toBeLessThanOrEqual(3);
      }),
    );
  });
});

test.each([
  ["ArrowDown", 0, 1],
  ["ArrowDown", 2, 2],
  ["ArrowUp", 0, 0],
  ["End", 0, 2],
  ["Home", 2, 0],
  ["a", 1, undefined],
])("%s from the line %i of three goes to %s", (key, at, to) => {
  expect(movedTo(key, at, 3)).toBe(to);
});

test.each([
  [0, 1, true],
  [0, 3, true],
  [1, 3, false],
  [3, 0, false],
])("from %i to %i suggestions: said aloud, %s", (before, now, isSaid) => {
  expect(isWorthSaying(before, now)).toBe(isSaid);
});

describe("commands at the beginning of a line", () => {
  test.each([
    ["/besoin loyer", 13, { form: "need", words: "loyer" }],
    ["Dort mal.\n/demande Changer mon adresse\nPleure.", 20, { form: "demand", words: "Changer mon adresse" }],
    ["/tâche rappeler l’école", 5, { form: "task", words: "rappeler l’école" }],
    ["/TACHE", 6, { form: "task", words: "" }],
  ])("%j", (text, caret, found) => {
    expect(commandAt(text, caret)).toMatchObject(found);
  });
  test.each([
    ["elle dit /besoin d’aide", 10],
    ["/besoins divers", 5],
    ["/besoin loyer\nDort mal.", 20],
    ["", 0],
  ])("%j is a line like any other", (text, caret) => {
    expect(commandAt(text, caret)).toBeUndefined();
  });
  test("the line leaves the notes, and nothing else does", () => {
    expect(withoutLine("Dort mal.\n/besoin loyer\nPleure.", "/besoin loyer")).toBe("Dort mal.\nPleure.");
    expect(withoutLine("Dort mal.\n/besoin loyer et", "/besoin loyer")).toBe("Dort mal.\n/besoin loyer et");
  });
});

const reading = (label: string): SuggestionsShown => ({
  language: "french",
  danger: { level: 0, confidence: 0, motives: [], asks: false },
  suggestions: [],
  emotions: [],
  versions: { model: label, taxonomy: "1", masking: "1" },
  path: "house",
});

/** A reader whose clock and server are in the hands of the test. */
const readerInHand = () => {
  const timers: { at: number; deed: () => void }[] = [];
  const asked: { text: string; answer: (reading: SuggestionsShown | undefined) => void }[] = [];
  const shown: (string | undefined)[] = [];
  let now = 0;
  const reader = makeNotesReader({
    ask: (text) => new Promise((answer) => asked.push({ text, answer })),
    read: (read) => shown.push(read?.versions.model),
    later: (milliseconds, deed) => {
      const timer = { at: now + milliseconds, deed };
      timers.push(timer);
      return () => timers.splice(timers.indexOf(timer), 1);
    },
  });
  const wait = (milliseconds: number): void => {
    now += milliseconds;
    for (const timer of timers.filter(({ at }) => at <= now)) {
      timers.splice(timers.indexOf(timer), 1);
      timer.deed();
    }
  };
  const answer = async (at: number, label: string | undefined): Promise<void> => {
    asked[at]?.answer(label === undefined ? undefined : reading(label));
    await Promise.resolve();
    await Promise.resolve();
  };
  return { reader, asked, shown, wait, answer };
};

describe("the notes are read once typing has paused", () => {
  test("a second and a half after the last key, and once", () => {
    const { reader, asked, wait } = readerInHand();
    reader.hear("Un mois");
    wait(pauseMilliseconds - 1);
    reader.hear("Un mois de loyer");
    wait(pauseMilliseconds - 1);
    expect(asked).toEqual([]);
    wait(1);
    expect(asked.map(({ text }) => text)).toEqual(["Un mois de loyer"]);
  });
  test("an answer that comes after a newer question is not shown", async () => {
    const { reader, shown, wait, answer } = readerInHand();
    reader.hear("Un");
    wait(pauseMilliseconds);
    reader.hear("Deux");
    wait(pauseMilliseconds);
    await answer(1, "two");
    await answer(0, "one");
    expect(shown).toEqual(["two"]);
  });
  test("what was asked before a human answered does not come back after", async () => {
    const { reader, shown, wait, answer } = readerInHand();
    reader.hear("Loyer");
    wait(pauseMilliseconds);
    void reader.again();
    await answer(1, "after");
    await answer(0, "before");
    expect(shown).toEqual(["after"]);
  });
  test("the server does not answer: what is shown stays", async () => {
    const { reader, shown, wait, answer } = readerInHand();
    reader.hear("Loyer");
    wait(pauseMilliseconds);
    await answer(0, undefined);
    expect(shown).toEqual([]);
  });
  test("notes emptied propose nothing, and nobody is asked", () => {
    const { reader, asked, shown, wait } = readerInHand();
    reader.hear("Loyer");
    reader.hear(" ");
    wait(pauseMilliseconds);
    expect([asked.length, shown]).toEqual([0, [undefined]]);
  });
  test("before closing, what was just typed is read without waiting for the pause", async () => {
    const { reader, asked, shown, answer } = readerInHand();
    reader.hear("Il me suit");
    const settled = reader.settle();
    await Promise.resolve();
    expect(asked).toHaveLength(1);
    await answer(0, "danger");
    await settled;
    expect(shown).toEqual(["danger"]);
    await reader.settle();
    expect(asked).toHaveLength(1);
  });
  test("once the exchange is left, nothing is shown any more", async () => {
    const { reader, shown, wait, answer } = readerInHand();
    reader.hear("Loyer");
    wait(pauseMilliseconds);
    reader.leave();
    await answer(0, "late");
    expect(shown).toEqual([]);
  });
});
