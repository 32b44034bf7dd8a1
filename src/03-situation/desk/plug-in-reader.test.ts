import { describe, expect, test } from "vitest";
import type { SuggestionsShown } from "../suggestion.contract.ts";
import { makeNotesReader } from "./notes-reader.ts";

const reading = (model: string, more: Partial<SuggestionsShown> = {}): SuggestionsShown => ({
  language: "french",
  danger: { level: 0, confidence: 0, motives: [], asks: false },
  suggestions: [],
  emotions: [],
  versions: { model, taxonomy: "1", masking: "1" },
  path: "house",
  plugIn: "essai",
  ...more,
});
const danger: SuggestionsShown["danger"] = { level: 3, confidence: 0.9, motives: [], asks: true };
const outside = (more: Partial<SuggestionsShown> = {}) => reading("essai", { path: "plug-in", ...more });
const failed = () => reading("maison", { path: "fallback", because: "down" });

/** The house answers at once what it is given; the model outside when the test says. */
const reader = (house: () => SuggestionsShown) => {
  const shown: (SuggestionsShown | undefined)[] = [];
  const asked: { text: string; answer: (reading: SuggestionsShown | undefined) => void }[] = [];
  const notes = makeNotesReader({
    ask: () => Promise.resolve(house()),
    askFurther: (text) => new Promise((answer) => asked.push({ text, answer })),
    read: (read) => shown.push(read),
    later: (_, deed) => {
      deed();
      return () => undefined;
    },
  });
  const hear = async (text: string): Promise<void> => {
    notes.hear(text);
    await settled();
  };
  const answer = async (at: number, given: SuggestionsShown | undefined): Promise<void> => {
    asked[at]?.answer(given);
    await settled();
  };
  return { notes, hear, answer, asked, shown, last: () => shown.at(-1) };
};
const settled = (): Promise<void> => new Promise((done) => setTimeout(done, 0));

describe("a model outside the house is asked after it", () => {
  test("what the house proposes is shown without waiting for it", async () => {
    const { hear, answer, last } = reader(() => reading("maison"));
    await hear("Loyer");
    expect(last()).toMatchObject({ path: "house" });
    await answer(0, outside());
    expect(last()).toMatchObject({ path: "plug-in", versions: { model: "essai" } });
  });
  test("none is plugged in: nobody is asked", async () => {
    const { hear, asked } = reader(() => {
      const { plugIn: _, ...alone } = reading("maison");
      return alone;
    });
    await hear("Loyer");
    expect(asked).toEqual([]);
  });
  test("its answer to words that have changed since is not shown", async () => {
    const { hear, answer, shown } = reader(() => reading("maison"));
    await hear("Loyer");
    await hear("Loyer et gaz");
    await answer(0, outside());
    expect(shown.map((each) => each?.path)).toEqual(["house", "house"]);
  });
  test("while it reads new words, what it proposed stays; a danger that the house hears is told at once", async () => {
    let isDanger = false;
    const { hear, answer, last } = reader(() => reading("maison", isDanger ? { danger } : {}));
    await hear("Loyer");
    await answer(0, outside());
    isDanger = true;
    await hear("Loyer, il me frappe");
    expect(last()).toMatchObject({ path: "plug-in", danger: { asks: true } });
  });
  test("a human answers: the same words are not sent again", async () => {
    const { notes, hear, answer, asked, last } = reader(() => reading("maison"));
    await hear("Loyer");
    await answer(0, outside());
    await notes.again();
    expect([asked.length, last()?.path]).toEqual([1, "plug-in"]);
  });
  test("a danger that it heard and a human answered no is not told again by the answer it gave before", async () => {
    const { notes, hear, answer, last } = reader(() => reading("maison"));
    await hear("Il me suit");
    await answer(0, outside({ danger }));
    expect(last()?.danger.asks).toBe(true);
    await notes.again();
    expect(last()?.danger.asks).toBe(false);
  });
});

describe("a model that gives nothing", () => {
  test("the house stands in for it, is said to, and goes on reading", async () => {
    let turn = 0;
    const { hear, answer, last, asked } = reader(() => reading(`maison ${++turn}`));
    await hear("Loyer");
    await answer(0, failed());
    expect(last()).toMatchObject({ path: "fallback", because: "down" });
    await hear("Loyer et gaz");
    expect(last()).toMatchObject({ path: "fallback", versions: { model: "maison 2" } });
    expect(asked).toHaveLength(2);
    await answer(1, outside());
    expect(last()).toMatchObject({ path: "plug-in" });
  });
  test("this server itself does not answer: what is shown stays", async () => {
    const { hear, answer, shown } = reader(() => reading("maison"));
    await hear("Loyer");
    await answer(0, undefined);
    expect(shown).toHaveLength(1);
  });
  test("notes emptied: nothing of it stays", async () => {
    const { hear, answer, last } = reader(() => reading("maison"));
    await hear("Loyer");
    await answer(0, outside());
    await hear("");
    expect(last()).toBeUndefined();
    await hear("Gaz");
    expect(last()).toMatchObject({ path: "house" });
  });
});
