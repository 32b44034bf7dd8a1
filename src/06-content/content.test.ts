import { describe, expect, test } from "vitest";
import fc from "fast-check";
import { numbersFor } from "#ground";
import { isNeedId, isThemeId, themeIds, urgencyMotives } from "#situation";
import { doesNotKnow, holdsIn, skipped, type QuizAnswers } from "./condition.ts";
import { answerTo, mostQuestions, passing, pathOf, questionAt, withAnswer, type Quiz } from "./quiz.ts";
import { answersRead, dangersIn, resultOf } from "./quiz-result.ts";
import { findQuiz, quizzes } from "./quizzes.ts";
import { sheetsAbout } from "./sheet.ts";
import { findSheet, sheets } from "./sheets.ts";
import { hardWords, sentencesIn } from "../../house/rules/words.ts";

const titles = quizzes.map((quiz) => [quiz.id, quiz] as const);

/** Answers as anyone may give them, in the order of the path, passed and unknown ones included. */
const anyAnswers = (quiz: Quiz): fc.Arbitrary<QuizAnswers> =>
  fc.array(fc.nat(), { minLength: quiz.questions.length, maxLength: quiz.questions.length }).map((draws) => {
    let answers: QuizAnswers = {};
    for (let place = 1; place <= quiz.questions.length; place++) {
      const question = pathOf(quiz, answers)[place - 1];
      if (!question) break;
      const choices = [...(question.choices ?? []).map((choice) => choice.id), doesNotKnow, skipped];
      const choice = choices[(draws[place - 1] ?? 0) % choices.length] ?? skipped;
      answers = { ...answers, [question.id]: question.choices ? choice : skipped };
    }
    return answers;
  });

describe("the quizzes are whole", () => {
  test("there are four", () => {
    expect(quizzes.map((quiz) => quiz.id)).toEqual(["budget", "logement", "aidant", "isolement"]);
  });
  test.each(titles)("%s: twelve questions at most, each with its own name, choices told apart", (_, quiz) => {
    expect(quiz.questions.length).toBeLessThanOrEqual(mostQuestions);
    const ids = quiz.questions.map((question) => question.id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { choices = [] } of quiz.questions) {
      expect(new Set(choices.map((choice) => choice.id)).size).toBe(choices.length);
      expect(choices.map((choice) => choice.id)).not.toContain(skipped);
    }
    expect(isThemeId(quiz.theme)).toBe(true);
  });
  test.each(titles)("%s: a condition looks only at earlier questions and at choices that exist", (_, quiz) => {
    const conditions = [
      ...quiz.questions.map(({ onlyIf }, at) => [onlyIf, quiz.questions.slice(0, at)] as const),
      ...quiz.findings.map(({ when }) => [when, quiz.questions] as const),
    ];
    for (const [condition, earlier] of conditions)
      for (const [question, choices] of condition?.among ?? []) {
        const asked = earlier.find((each) => each.id === question);
        expect(asked, `${quiz.id}: ${question}`).toBeDefined();
        const known = [...(asked?.choices ?? []).map((choice) => choice.id), doesNotKnow];
        expect(choices.filter((choice) => !known.includes(choice))).toEqual([]);
      }
  });
  test.each(titles)("%s: each question and each finding may be reached; so may the calm one", (_, quiz) => {
    const asked = new Set<string>();
    const found = new Set<string>();
    let isCalm = false;
    fc.assert(
      fc.property(anyAnswers(quiz), (answers) => {
        for (const question of pathOf(quiz, answers)) asked.add(question.id);
        for (const { finding } of resultOf(quiz, answers).findings) found.add(finding.id);
      }),
      { numRuns: 2000, seed: 20_261_120 },
    );
    isCalm = resultOf(quiz, {}).findings.length === 0;
    expect([...asked].toSorted()).toEqual(quiz.questions.map((question) => question.id).toSorted());
    expect([...found].toSorted()).toEqual(quiz.findings.map((finding) => finding.id).toSorted());
    expect(isCalm).toBe(true);
  });
  test.each(titles)("%s: every need is in the taxonomy, every sheet exists, and every finding has both", (_, quiz) => {
    for (const { id, needs, sheets: read } of quiz.findings) {
      expect(needs.length * read.length, id).toBeGreaterThan(0);
      expect(needs.filter((need) => !isNeedId(need))).toEqual([]);
      expect(read.filter((sheet) => !findSheet(sheet))).toEqual([]);
    }
    expect(quiz.calm.sheets.filter((sheet) => !findSheet(sheet))).toEqual([]);
  });
  test.each(titles)("%s: how she holds on is asked, and thinking of ending it tells the danger", (_, quiz) => {
    expect(numbersFor(dangersIn(quiz, { moral: "en-finir" }))).toEqual(["3114", "15"]);
    for (const choice of quiz.questions.flatMap(({ choices = [] }) => choices))
      if (choice.danger !== undefined) expect(numbersFor([choice.danger]).length, choice.says).toBeGreaterThan(0);
  });
});

test("each motive of danger for a life has its numbers; what is only pressing has none", () => {
  for (const motive of ["suicide", "violence", "danger_enfant", "danger_vulnerable", "sante_vitale", "rue"] as const) {
    expect(urgencyMotives).toContain(motive);
    expect(numbersFor([motive]).length, motive).toBeGreaterThan(0);
  }
  expect(numbersFor(["coupure", "inconnu"])).toEqual([]);
});

describe("back and forth lose nothing", () => {
  test.each(titles)("%s: the same place asks the same question whatever came after it", (_, quiz) => {
    fc.assert(
      fc.property(anyAnswers(quiz), fc.nat(), (answers, draw) => {
        const path = pathOf(quiz, answers);
        const place = 1 + (draw % path.length);
        const before = Object.fromEntries(path.slice(0, place - 1).map((question) => [question.id, answers[question.id] ?? skipped]));
        expect(questionAt(quiz, answers, place)?.question.id).toBe(questionAt(quiz, before, place)?.question.id);
      }),
    );
  });
  test.each(titles)("%s: going back and saying the same again changes no answer and no result", (_, quiz) => {
    fc.assert(
      fc.property(anyAnswers(quiz), (answers) => {
        let again = answers;
        for (let place = pathOf(quiz, answers).length; place >= 1; place--) {
          const at = questionAt(quiz, again, place);
          if (!at) throw new Error("the place is gone");
          const said = answerTo(at.question, again);
          const given = said === undefined ? undefined : withAnswer(at.question, again, said);
          again = given?.kind === "answered" ? given.answers : passing(at.question, again);
        }
        expect(again).toEqual(answers);
        expect(resultOf(quiz, again)).toEqual(resultOf(quiz, answers));
      }),
    );
  });
  test.each(titles)("%s: the number of questions told never grows while one goes forward, and is right at the end", (_, quiz) => {
    fc.assert(
      fc.property(anyAnswers(quiz), (answers) => {
        const path = pathOf(quiz, answers);
        let soFar: QuizAnswers = {};
        let told = Infinity;
        for (const [at, question] of path.entries()) {
          const atMost = questionAt(quiz, soFar, at + 1)?.atMost ?? 0;
          expect(atMost).toBeLessThanOrEqual(told);
          told = atMost;
          soFar = { ...soFar, [question.id]: answers[question.id] ?? skipped };
        }
        expect(told).toBe(path.length);
        expect(questionAt(quiz, answers, path.length + 1)).toBeUndefined();
      }),
    );
  });
  test("an answer to a question that is not asked any more says nothing: nor in the result, nor to the counsellor", () => {
    const quiz = findQuiz("budget");
    if (!quiz) throw new Error("no quiz");
    const answers = { factures: "une", laquelle: "loyer" };
    expect(resultOf(quiz, answers).needs).toContain("loyer");
    const changed = { ...answers, factures: "non" };
    expect(resultOf(quiz, changed).needs).not.toContain("loyer");
    expect(answersRead(quiz, changed).lines).toEqual([
      { asked: "Avez-vous repoussé une facture ces trois derniers mois ?", answered: "Non" },
    ]);
    expect(resultOf(quiz, { ...changed, factures: "une" }).needs).toContain("loyer");
  });
});

describe("an answer", () => {
  const question = { id: "q", asks: "Sortez-vous ?", choices: [{ id: "oui", says: "Oui" }] };
  test.each([
    ["oui", "answered"],
    [doesNotKnow, "answered"],
    ["", "missing"],
    ["peut-être", "missing"],
  ])("« %s » is %s", (given, kind) => {
    expect(withAnswer(question, {}, given).kind).toBe(kind);
  });
  test("her own words are kept up to 500 signs; left empty, the question is passed", () => {
    const own = { id: "mot", asks: "Un mot ?" };
    expect(withAnswer(own, {}, " merci ")).toEqual({ kind: "answered", answers: { mot: "merci" } });
    expect(withAnswer(own, {}, "  ")).toEqual({ kind: "answered", answers: { mot: skipped } });
    expect(withAnswer(own, {}, "x".repeat(501)).kind).toBe("too-long");
  });
  test("« je ne sais pas » and « passer » never count as a yes", () => {
    expect(holdsIn({ atLeast: 1, among: [["q", ["oui"]]] }, { q: doesNotKnow })).toBe(false);
    expect(holdsIn({ atLeast: 1, among: [["q", ["oui"]]] }, { q: skipped })).toBe(false);
  });
});

describe("the sheets", () => {
  test("every theme of life has one, each under its own address", () => {
    expect(new Set(sheets.map((sheet) => sheet.theme))).toEqual(new Set(themeIds));
    expect(sheets.length).toBeGreaterThanOrEqual(14);
    expect(new Set(sheets.map((sheet) => sheet.id)).size).toBe(sheets.length);
  });
  test.each(sheets.map((sheet) => [sheet.id, sheet] as const))(
    "%s: needs of the taxonomy, something to do today, somebody who helps",
    (_, sheet) => {
      expect(sheet.needs.filter((need) => !isNeedId(need))).toEqual([]);
      expect(
        Math.min(sheet.needs.length, sheet.about.length, sheet.today.length, sheet.whoHelps.length, sheet.toBring.length),
      ).toBeGreaterThan(0);
    },
  );
  test("no amount, no rate, no age of the law: they change, and a human looks them up", () => {
    const said = sentencesIn(sheets.map(({ about, today, whoHelps, toBring }) => ({ about, today, whoHelps, toBring })));
    expect(said.filter(({ text }) => /\d+\s*(€|euros?|%|ans)/.test(text))).toEqual([]);
    const numbers = said.flatMap(({ text }) => text.match(/\d+/g) ?? []);
    expect(numbers.filter((number) => !["15", "17", "18", "112", "114", "115", "119", "3114", "3919", "3977"].includes(number))).toEqual(
      [],
    );
  });
  test.each([
    ["loyer", "loyer-en-retard"],
    ["LOYER impaye", "loyer-en-retard"],
    ["surendettement", "dettes"],
    ["répit", "aider-un-proche"],
    ["handi", "handicap"],
  ])("« %s » finds %s", (typed, id) => {
    expect(sheetsAbout(sheets, typed).map((sheet) => sheet.id)).toContain(id);
  });
  test("nothing typed lists them all; what nobody wrote finds none", () => {
    expect(sheetsAbout(sheets, "  ")).toHaveLength(sheets.length);
    expect(sheetsAbout(sheets, "xylophone")).toEqual([]);
  });
});

describe("plain words", () => {
  const read = { quizzes, sheets };
  test("no sentence of more than twenty words", () => {
    const long = sentencesIn(read).flatMap(({ at, text }) =>
      text
        .split(/(?<=[.?!:])\s/)
        .filter((sentence) => sentence.split(/[\s’]+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length > 20)
        .map((sentence) => `${at}: ${sentence}`),
    );
    expect(long).toEqual([]);
  });
  test("no hard word, and nobody is given a mark", () => {
    expect(hardWords(read)).toEqual([]);
    expect(sentencesIn(read).filter(({ text }) => /\bscore|\bpoints? sur|\bnote de\b|\brisque élevé/i.test(text))).toEqual([]);
  });
});
