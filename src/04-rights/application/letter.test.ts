import { describe, expect, test } from "vitest";
import { day, instantAt } from "#engines/calendar";
import { rightIds } from "#engines/rules";
import { idOf } from "#ground";
import { applicationStates, stateAfter, type Application, type ApplicationStep, type Gesture, type RightAsked } from "./application.ts";
import { draftLetter, isUnfinished, lettersFor } from "./letter-draft.ts";
import { printLetter } from "./letter-paper.source.ts";
import { letterKinds, type Letter } from "./letter.ts";

const ask: Gesture = { kind: "ask", on: day("2026-12-01"), note: "", how: "online", toWhom: "CAF de la Creuse" };
const refuse = (reason: "resources" | "silence" | "other"): Gesture => ({ kind: "refuse", on: day("2027-01-15"), note: "", reason });
const application = (asked: RightAsked, ...made: readonly Gesture[]): Application => {
  const steps: readonly ApplicationStep[] = [{ kind: "open" as const, on: day("2026-11-20") }, ...made].map((each, at) => ({
    id: idOf<"ApplicationStep">(`00000000-0000-7000-8000-00000000000${at}`),
    made: each,
    at: instantAt(each.on, "10:00"),
    by: undefined,
  }));
  return {
    id: idOf<"Application">("00000000-0000-7000-8000-000000000100"),
    situationId: idOf<"Situation">("00000000-0000-7000-8000-000000000200"),
    asked,
    state: stateAfter(steps) ?? "to-do",
    steps,
  };
};
const rsa = { kind: "computed", right: "rsa" } as const;
const sender = { name: "Maïa Quentin", address: "3 rue des Tilleuls\n23000 Guéret", commune: "Guéret" };
const today = day("2027-01-20");
const whole = (letter: Letter): string => Object.values(letter).join("\n");

describe("every letter of every right, whatever was noted", () => {
  const rights: readonly RightAsked[] = [
    ...rightIds.map((right) => ({ kind: "computed", right }) as const),
    { kind: "other", label: "l’aide du CCAS" },
  ];
  const stories: readonly (readonly Gesture[])[] = [
    [],
    [ask],
    [ask, refuse("resources")],
    [ask, refuse("silence")],
    [ask, refuse("other")],
  ];
  test.each(letterKinds)("%s: whole sentences, no hole, no word that hurts, within the page", (kind) => {
    for (const asked of rights)
      for (const story of stories) {
        const text = whole(draftLetter(kind, application(asked, ...story), sender, today));
        expect(text).not.toMatch(/undefined|null|\bde de\b|d’d’|bénéficiaire|usager/);
        expect(text).toContain("Madame, Monsieur,");
        expect(text.length).toBeLessThan(2000);
      }
  });
});

describe("what a letter says", () => {
  test("a refusal is contested with its day, its reason and the article that allows it", () => {
    const letter = draftLetter("appeal", application(rsa, ask, refuse("resources")), sender, today);
    expect(letter.addressee).toBe("Conseil départemental\nPrésidence, recours sur le RSA\n[Adresse]");
    expect(letter.text).toContain(
      "Par une décision que j’ai reçue le 15 janvier 2027, vous avez refusé ma demande de revenu de solidarité active (RSA).",
    );
    expect(letter.text).toContain("mes ressources dépasseraient le plafond");
    expect(letter.text).toContain("art. L262-47 et R262-88");
  });
  test("silence is contested as silence, from the day of the request", () => {
    const letter = draftLetter("appeal", application(rsa, ask, refuse("silence")), sender, today);
    expect(letter.text).toContain(
      "Vous n’avez pas répondu à ma demande de revenu de solidarité active (RSA), partie le 1er décembre 2026.",
    );
    expect(letter.text).not.toContain("raison donnée");
  });
  test("a request names the right and the month from which it is due", () => {
    expect(draftLetter("request", application(rsa), sender, today).text).toContain(
      "Je dépose une demande de revenu de solidarité active (RSA), à compter du mois de janvier 2027.",
    );
  });
  test("what is not known of her is left to write, and the letter is not finished", () => {
    const letter = draftLetter("request", application(rsa), { name: undefined, address: undefined, commune: undefined }, today);
    expect(letter.sender).toContain("[Nom et prénom]\n[Adresse]");
    expect(isUnfinished(letter)).toBe(true);
    expect(isUnfinished({ ...letter, sender: "Maïa Quentin", addressee: "CAF de la Creuse" })).toBe(false);
  });
  test("each state has letters that make sense, and the end has none", () => {
    expect(Object.fromEntries(applicationStates.map((state) => [state, lettersFor(state).join(" ")]))).toEqual({
      "to-do": "request",
      asked: "request delay",
      refused: "appeal reasons",
      appealed: "appeal delay",
      granted: "delay",
      paid: "",
      withdrawn: "",
    });
  });
});

describe("the letter on paper", () => {
  const letter = draftLetter("appeal", application(rsa, ask, refuse("resources")), sender, today);
  const print = async (text: string): Promise<string> =>
    (
      await printLetter({ letter: { ...letter, text }, service: "Mutuelle des Alpes", printedAt: new Date("2027-01-20T10:00:00Z") })
    ).toString("latin1");
  test("one page that says its language, its title and its order of reading", async () => {
    const bytes = await print(letter.text);
    expect(bytes).toMatch(/^%PDF-1\.7/);
    expect(bytes).toContain("/Lang (fr-FR)");
    expect(bytes).toContain("/MarkInfo");
    expect(bytes.match(/\/Type \/Page\b/g)).toHaveLength(1);
  });
  test("a long story takes a second page rather than letters that nobody can read", async () => {
    const bytes = await print(
      Array.from({ length: 40 }, () => "Mes ressources ont baissé en septembre, et le loyer est resté le même.").join("\n\n"),
    );
    expect(bytes.match(/\/Type \/Page\b/g)?.length).toBeGreaterThan(1);
  });
});
