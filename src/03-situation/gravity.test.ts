import { describe, expect, test } from "vitest";
import { gravityOf, type HumanWord } from "./gravity.ts";

const nothing = { urgency: 0, motives: [], needs: [], fragilities: [] } as const;
const nobody: HumanWord = { urgency: 0, motives: [], needs: [], fragilities: [], isMinor: false };
const found = (id: string, confidence: number) => ({ id, confidence, words: "", start: 0, end: 0 });
const calm = { urgency: 0, speaksOfViolence: false, isOfMinor: false };

describe("plain words keep a text silent, whatever the machine reads", () => {
  test.each([
    ["Je ne comprends pas le courrier de la caisse.", calm],
    ["Il me frappe quand il rentre.", { ...calm, speaksOfViolence: true }],
    ["Mon ex me harcèle par messages.", { ...calm, speaksOfViolence: true }],
    ["elle a été battue", { ...calm, speaksOfViolence: true }],
    ["Une violette au bord de la fenêtre, un coup de main.", calm],
    ["Je suis lycéen et je dors chez un ami.", { ...calm, isOfMinor: true }],
    ["j’ai 15 ans", { ...calm, isOfMinor: true }],
    ["j'ai 45 ans et deux enfants", calm],
    ["Ma fille mineure vit chez son père.", { ...calm, isOfMinor: true }],
  ])("« %s »", (text, gravity) => {
    expect(gravityOf(text, nothing, nobody)).toEqual(gravity);
  });
});

describe("humans and machine are both heard, and the gravest counts", () => {
  test.each<[string, Partial<HumanWord>, object]>([
    ["a human flags 3", { urgency: 3 }, { urgency: 3 }],
    ["a human notes a violence", { motives: ["violence"] }, { speaksOfViolence: true }],
    ["a human notes a child in danger", { motives: ["danger_enfant"] }, { isOfMinor: true }],
    ["a need of safety is noted", { needs: ["violences_conj"] }, { speaksOfViolence: true }],
    ["what weakens is violence", { fragilities: ["violences"] }, { speaksOfViolence: true }],
    ["she is a child", { isMinor: true }, { isOfMinor: true }],
  ])("%s", (_, noted, gravity) => {
    expect(gravityOf("", nothing, { ...nobody, ...noted })).toEqual({ ...calm, ...gravity });
  });
  test.each([
    ["the machine reads 3 where a human noted 1", { ...nothing, urgency: 3 as const }, { urgency: 3 }],
    [
      "it is likely enough that it is violence",
      { ...nothing, fragilities: [found("violences", 0.4)] },
      { urgency: 1, speaksOfViolence: true },
    ],
    ["it is not", { ...nothing, fragilities: [found("violences", 0.2)] }, { urgency: 1 }],
  ])("%s", (_, read, gravity) => {
    expect(gravityOf("", read, { ...nobody, urgency: 1 })).toEqual({ ...calm, ...gravity });
  });
});
