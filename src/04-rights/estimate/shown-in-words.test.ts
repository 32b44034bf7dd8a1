import { describe, expect, test } from "vitest";
import { findQuestion } from "../facts/questions.ts";
import type { FactValue } from "../facts/fact.ts";
import { stateInWords, worthInWords } from "./right-in-words.ts";
import type { RightShown } from "./rights.contract.ts";
import { inColumn, inSpokenOrder } from "./rights-order.ts";
import { buttonsOf, typedByKey } from "./QuestionAnswer.screen.tsx";
import { typedOf, valueInWords } from "./value-in-words.ts";

const question = (id: string) => {
  const found = findQuestion(id);
  if (!found) throw new Error(`no question ${id}`);
  return found;
};
const plain = (text: string): string => text.replaceAll("\u00a0", " ");

const right = (given: Partial<RightShown>): RightShown => ({
  right: "rsa",
  state: "acquired",
  period: "month",
  lowCents: 0,
  highCents: 0,
  likelyCents: 0,
  health: [],
  received: "unknown",
  lostLowCents: 0,
  lostHighCents: 0,
  missing: [],
  doubts: [],
  ...given,
});

describe("an answer in words, and typed again", () => {
  test.each<[string, FactValue, string, string]>([
    ["rent", 69_000, "690 €", "690"],
    ["rent", 41_250, "412,50 €", "412,5"],
    ["children", 2, "2", "2"],
    ["me.born", "1985-04", "avril 1985", "1985-04"],
    ["me.born", "1985-04-01", "1er avril 1985", "1985-04-01"],
    ["union", "single", "Non", "single"],
    ["recently-alone", true, "Oui", "yes"],
    ["commune", "23096", "Guéret", "23096"],
    ["received", ["rsa", "af"], "Le RSA, Les allocations familiales", "rsa,af"],
    ["rent", null, "Je ne sais pas", "ne-sait-pas"],
  ])("%s: %j is « %s »", (id, value, words, typed) => {
    expect(plain(valueInWords(question(id), value, "fr", "Guéret"))).toBe(words);
    expect(typedOf(question(id), value)).toBe(typed);
  });
});

describe("a right in words", () => {
  test.each<[Partial<RightShown>, string, string]>([
    [{ right: "prime_activite", received: "no", lowCents: 160_00, highCents: 230_00 }, "probable, non demandée", "160 à 230 €"],
    [{ right: "af", received: "no", lowCents: 151_05, highCents: 151_05 }, "probable, non demandées", "151 €"],
    [{ right: "rsa", received: "yes", lowCents: 559_00, highCents: 559_00 }, "probable, déjà perçu", "559 €"],
    [{ right: "asf", state: "uncertain", highCents: 403_20, missing: ["me.income"] }, "à préciser", "0 à 404 €"],
    [{ right: "asf", state: "uncertain", lowCents: 403_20, highCents: 403_20 }, "à vérifier", "403 €"],
    [{ right: "aah", state: "excluded" }, "écartée", "–"],
    [{ right: "ars", received: "no", lowCents: 426_87, highCents: 426_87, period: "year" }, "probable, non demandée", "427 € par an"],
    [{ right: "css", received: "no", health: ["free"] }, "probable, non demandée", "gratuite"],
    [{ right: "css", state: "uncertain", health: ["free", "paid", "none"] }, "à vérifier", "gratuite ou avec participation"],
    [{ right: "css", state: "excluded", health: ["none"] }, "écartée", "–"],
  ])("%j: « %s », « %s »", (given, state, worth) => {
    expect(stateInWords(right(given), "fr")).toBe(state);
    expect(plain(worthInWords(right(given), "fr"))).toBe(worth);
  });
});

describe("the order in which rights are spoken of", () => {
  const claimed = right({ right: "rsa", highCents: 300_00 });
  const yearly = right({ right: "ars", highCents: 426_00, period: "year" });
  const unsure = right({ right: "asf", state: "uncertain", highCents: 404_00 });
  const had = right({ right: "af", received: "yes", highCents: 900_00 });
  const out = right({ right: "aah", state: "excluded" });
  test("what may be claimed, what may turn out, what is received, what is ruled out; the largest of a month first", () => {
    expect(inSpokenOrder([out, had, unsure, yearly, claimed]).map((each) => each.right)).toEqual(["rsa", "ars", "asf", "af", "aah"]);
  });
  test("the column shows the most promising of what is unsure and counts the others", () => {
    const many = (["cf", "mva", "asi", "ass"] as const).map((id, at) =>
      right({ right: id, state: "uncertain", highCents: (4 - at) * 100_00 }),
    );
    const nearlySure = right({ right: "aide_logement", state: "uncertain", lowCents: 200_00, highCents: 210_00 });
    const { shown, otherUnsure, excluded } = inColumn([claimed, unsure, out, nearlySure, had, ...many]);
    expect(shown.map((each) => each.right)).toEqual(["rsa", "aide_logement", "asf", "cf", "af"]);
    expect([otherUnsure, excluded]).toEqual([3, 1]);
  });
});

describe("figures of the keyboard", () => {
  test.each([
    ["recently-alone", "1", "yes"],
    ["recently-alone", "2", "no"],
    ["recently-alone", "3", "ne-sait-pas"],
    ["recently-alone", "4", undefined],
    ["union", "4", "cohabiting"],
    ["children", "2", "2"],
    ["children", "0", "0"],
    ["rent", "1", undefined],
  ])("%s: %s answers %s", (id, key, typed) => {
    const asked = question(id);
    expect(typedByKey(key, buttonsOf(asked, {}), asked.kind === "count")).toBe(typed);
  });
});
