import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { draftSummary, summaryLength, type SummaryFacts } from "./summary.ts";
import { holdsOnOnePage, printSummary } from "./summary-paper.source.ts";

const facts: SummaryFacts = {
  demands: [{ words: "Je voudrais changer mon adresse." }],
  needs: [
    { label: "Loyer impayé, expulsion", told: "agreed", isOpen: true },
    { label: "Crise suicidaire", told: "untold", isOpen: true },
    { label: "Séparation", told: "declined", isOpen: true },
    { label: "Garde d’enfants", told: "agreed", isOpen: false },
  ],
  nextAction: { what: "Rappel de Inès", at: new Date("2026-11-24T09:00:00Z") },
  fromRooms: [
    { section: "steps", text: "Un professionnel doit vous appeler avant dimanche 22 novembre, 10 h 09." },
    { section: "people", text: "Point conseil budget : 04 65 71 00 11" },
    { section: "people", text: "Point conseil budget : 04 65 71 00 11" },
  ],
  service: { name: "Mutuelle des Alpes", phone: "01 99 00 12 34" },
};

describe("the first draft of a summary", () => {
  test("quotes her, names what she agreed to, says what comes next and whom to call", () => {
    expect(draftSummary(facts)).toEqual({
      lines: {
        asked: ["« Je voudrais changer mon adresse. »"],
        agreed: ["Loyer impayé, expulsion"],
        steps: ["Rappel de Inès : mardi 24 novembre à 10 h.", "Un professionnel doit vous appeler avant dimanche 22 novembre, 10 h 09."],
        people: ["Mutuelle des Alpes : 01 99 00 12 34", "Point conseil budget : 04 65 71 00 11"],
      },
      word: "",
    });
  });
  test("what was not told to her, or that she declined, is never in it", () => {
    fc.assert(
      fc.property(fc.constantFrom("untold", "declined"), fc.boolean(), (told, isOpen) => {
        const draft = draftSummary({ ...facts, needs: [{ label: "Violences dans le couple", told, isOpen }] });
        return !JSON.stringify(draft).includes("Violences");
      }),
    );
  });
});

describe("check 40: the page that is printed", () => {
  const paper = {
    summary: { ...draftSummary(facts), word: "Prenez soin de vous. À mardi." },
    personName: "Nadia Benali",
    heldOn: new Date("2026-11-20T16:00:00Z"),
    service: "Mutuelle des Alpes",
    printedBy: "Inès Caron",
    printedAt: new Date("2026-11-20T17:05:00Z"),
    purpose: "handed",
  } as const;
  const pagesIn = (bytes: Buffer): number => bytes.toString("latin1").match(/\/Type \/Page\b(?!s)/g)?.length ?? 0;

  test("is tagged, in French, titled, with bookmarks: a screen reader can follow it", async () => {
    const bytes = (await printSummary(paper)).toString("latin1");
    for (const mark of [
      "%PDF-1.7",
      "/StructTreeRoot",
      "/MarkInfo",
      "/Marked true",
      "/Lang (fr-FR)",
      "/DisplayDocTitle true",
      "/Outlines",
      "/S /H1",
      "/S /LBody",
    ])
      expect(bytes, mark).toContain(mark);
  });
  test("holds on one A4 page, even when all of it is written", async () => {
    const long = "Un mot de plus à lire calmement. ".repeat(24).trim();
    const full = {
      lines: {
        asked: [long.slice(0, 390)],
        agreed: Array.from({ length: 10 }, () => "Loyer impayé, expulsion"),
        steps: [long.slice(0, 390)],
        people: [long.slice(0, 390)],
      },
      word: long.slice(0, 780),
    };
    expect(summaryLength(full)).toBeGreaterThan(2_000);
    expect(pagesIn(await printSummary({ ...paper, summary: full }))).toBe(1);
    const everyLine = Array.from({ length: 20 }, (_, at) => `${at}`);
    const tooMuch = { lines: { asked: everyLine, agreed: everyLine, steps: everyLine, people: everyLine }, word: "" };
    expect([holdsOnOnePage(full), holdsOnOnePage(tooMuch)]).toEqual([true, false]);
  });
  test("a sign that these letters lack is written without its accent, and breaks nothing", async () => {
    expect(pagesIn(await printSummary({ ...paper, personName: "Łukasz Šimić 🙂 محمد" }))).toBe(1);
  });
});
