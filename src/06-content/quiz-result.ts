import type { NeedId, UrgencyMotive } from "#situation";
import { doesNotKnow, holdsIn, matchesIn, type QuizAnswers } from "./condition.ts";
import { answerTo, pathOf, type Finding, type Question, type Quiz } from "./quiz.ts";
import type { SheetId } from "./sheets.ts";

/** Réponse relue : the question as it was asked, and the answer as it was read. */
export interface AnswerRead {
  readonly asked: string;
  readonly answered: string;
}

export interface FindingShown {
  readonly finding: Finding;
  /** The answers that led to it, so that she can see why, and disagree. */
  readonly because: readonly AnswerRead[];
}

/** Résultat : what the answers show, in the order in which the quiz was written. */
export interface QuizResult {
  readonly findings: readonly FindingShown[];
  /** To be looked at with her. Never needs by themselves. */
  readonly needs: readonly NeedId[];
  readonly sheets: readonly SheetId[];
}

/** Only the answers that stand on the path: one that is not asked any more says nothing. */
const standing = (quiz: Quiz, answers: QuizAnswers): QuizAnswers =>
  Object.fromEntries(
    pathOf(quiz, answers).flatMap((question) => {
      const answer = answerTo(question, answers);
      return answer === undefined ? [] : [[question.id, answer] as const];
    }),
  );

export const resultOf = (quiz: Quiz, answers: QuizAnswers): QuizResult => {
  const given = standing(quiz, answers);
  const findings = quiz.findings
    .filter((finding) => holdsIn(finding.when, given))
    .map((finding) => {
      const led = matchesIn(finding.when, given);
      return { finding, because: readAgain(quiz, answers).flatMap(({ id, read }) => (led.includes(id) ? [read] : [])) };
    });
  const sheets = findings.length === 0 ? quiz.calm.sheets : findings.flatMap(({ finding }) => finding.sheets);
  return {
    findings,
    needs: [...new Set(findings.flatMap(({ finding }) => finding.needs))],
    sheets: [...new Set(sheets)],
  };
};

/** The dangers that the choices tell by themselves. */
export const dangersIn = (quiz: Quiz, answers: QuizAnswers): readonly UrgencyMotive[] => {
  const given = standing(quiz, answers);
  return [
    ...new Set(
      quiz.questions.flatMap(({ id, choices = [] }) =>
        choices.flatMap((choice) => (choice.danger !== undefined && given[id] === choice.id ? [choice.danger] : [])),
      ),
    ),
  ];
};

/** Her answers as she read them, without those that she passed; and her own words apart. */
export const answersRead = (
  quiz: Quiz,
  answers: QuizAnswers,
): { readonly lines: readonly AnswerRead[]; readonly word: string | undefined } => {
  const written = pathOf(quiz, answers).find((question) => !question.choices);
  return {
    lines: readAgain(quiz, answers).map(({ read }) => read),
    word: written && answerTo(written, answers),
  };
};

const readAgain = (quiz: Quiz, answers: QuizAnswers): readonly { readonly id: string; readonly read: AnswerRead }[] =>
  pathOf(quiz, answers).flatMap((question) => {
    const answered = sayingOf(question, answers);
    return answered === undefined ? [] : [{ id: question.id, read: { asked: question.asks, answered } }];
  });

const sayingOf = (question: Question, answers: QuizAnswers): string | undefined => {
  const answer = answerTo(question, answers);
  return answer === doesNotKnow ? "Je ne sais pas" : question.choices?.find((choice) => choice.id === answer)?.says;
};
