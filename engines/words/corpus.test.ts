import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { wordsVocabulary } from "#situation/server";
import { readCorpus } from "./corpus.ts";

const read = (text: string) => readCorpus([{ name: "essai", text }], wordsVocabulary);

describe("two lines make a labelled text", () => {
  test("labels, and marks taken out of the words", () => {
    const { texts, faults } = read(
      "# titre\n@ note | loyer dettes | peur | 2 expulsion | finances\nApp. {NOM:Belhadj}, tél {TEL:06 39 98 41 07}.\n",
    );
    expect(faults).toEqual([]);
    expect(texts).toEqual([
      {
        id: "essai:3",
        register: "note_conseiller",
        text: "App. Belhadj, tél 06 39 98 41 07.",
        needs: ["loyer", "dettes"],
        emotions: ["peur"],
        urgency: 2,
        motives: ["expulsion"],
        fragilities: ["finances"],
        entities: [
          { type: "NOM", start: 5, end: 12, text: "Belhadj" },
          { type: "TEL", start: 18, end: 32, text: "06 39 98 41 07" },
        ],
      },
    ]);
  });

  test.each([
    ["@ oral | loyer | - | 1\nTexte", "cinq parties"],
    ["@ chant | loyer | - | 1 | -\nTexte", "registre « chant »"],
    ["@ oral | bonheur | - | 1 | -\nTexte", "« bonheur » n’est pas dans la taxonomie"],
    ["@ oral | loyer | - | 2 | -\nTexte", "dit son motif"],
    ["@ oral | loyer | - | 7 | -\nTexte", "de 0 à 3"],
    ["Texte sans rien", "n’a pas d’étiquettes"],
  ])("%j is refused in a sentence", (text, sentence) => {
    expect(read(text).faults[0]?.sentence).toContain(sentence);
  });
});

describe("the corpus of the house", () => {
  const folder = new URL("corpus/", import.meta.url);
  const { texts, faults } = readCorpus(
    readdirSync(folder).map((name) => ({ name, text: readFileSync(new URL(name, folder), "utf8") })),
    wordsVocabulary,
  );
  const shareOf = (isOne: (text: (typeof texts)[number]) => boolean): number => texts.filter(isOne).length / texts.length;

  test("is read whole: at least 4,000 texts, no line refused", () => {
    expect(faults).toEqual([]);
    expect(texts.length).toBeGreaterThanOrEqual(4000);
  });

  test("covers every need, emotion, motive, fragility, level and register", () => {
    const missing = [
      ...Object.keys(wordsVocabulary.themeOfNeed).filter((need) => texts.filter((text) => text.needs.includes(need)).length < 40),
      ...wordsVocabulary.emotions.filter((emotion) => texts.filter((text) => text.emotions.includes(emotion)).length < 100),
      ...wordsVocabulary.motives.filter((motive) => texts.filter((text) => text.motives.includes(motive)).length < 25),
      ...wordsVocabulary.fragilities.filter((fragility) => texts.filter((text) => text.fragilities.includes(fragility)).length < 60),
    ];
    expect(missing).toEqual([]);
    for (const register of ["oral", "note_conseiller", "courrier_formel", "sms"])
      expect(shareOf((text) => text.register === register)).toBeGreaterThan(0.1);
    for (const level of [0, 1, 2, 3]) expect(shareOf((text) => text.urgency === level)).toBeGreaterThan(0.06);
  });

  test("no text is written twice", () => {
    expect(new Set(texts.map(({ text }) => text)).size).toBe(texts.length);
  });

  test("names nobody real: telephones of fiction only, impossible keys, invented addresses of mail", () => {
    const phones = texts.flatMap((text) =>
      text.entities.filter(({ type }) => type === "TEL").map((entity) => entity.text.replace(/\D/g, "")),
    );
    const fiction = /^(33)?0?(19900|26191|35301|46571|53649|63998)/;
    expect(phones.filter((digits) => digits.length >= 9 && !fiction.test(digits.replace(/^00/, "")))).toEqual([]);
    const mails = texts.flatMap((text) =>
      text.entities.filter(({ type, text: words }) => type === "EMAIL" && words.includes("@")).map(({ text: words }) => words),
    );
    expect(mails.filter((mail) => !/@(exemple\.[a-z]+|[a-z0-9.-]+\.example)$/i.test(mail))).toEqual([]);
  });
});
