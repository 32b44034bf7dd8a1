import type { NeedId, ThemeId, UrgencyMotive } from "#situation";
import { doesNotKnow, holdsIn, skipped, type Condition, type QuizAnswers } from "./condition.ts";
import type { SheetId } from "./sheets.ts";

export interface Choice {
  readonly id: string;
  readonly says: string;
  /** What this answer alone tells of a danger: the next page shows the numbers. */
  readonly danger?: UrgencyMotive;
}

/** Question : one a page. « Je ne sais pas » is added to its choices, and she may always pass it. */
export interface Question {
  readonly id: string;
  readonly asks: string;
  readonly hint?: string;
  /** Absent: a few words of her own, if she wishes. */
  readonly choices?: readonly Choice[];
  /** Asked only then; it looks at earlier questions alone. */
  readonly onlyIf?: Condition;
}

/** Constat : something that the answers show, what may help, and what to read. Never a mark given to the person. */
export interface Finding {
  readonly id: string;
  readonly when: Condition;
  readonly shows: string;
  readonly explains: string;
  readonly needs: readonly NeedId[];
  readonly sheets: readonly SheetId[];
}

/** Questionnaire d'auto-évaluation, as data. */
export interface Quiz {
  readonly id: string;
  readonly theme: ThemeId;
  readonly title: string;
  readonly about: string;
  readonly questions: readonly Question[];
  readonly findings: readonly Finding[];
  /** When nothing stands out. */
  readonly calm: { readonly shows: string; readonly explains: string; readonly sheets: readonly SheetId[] };
}

export const longestWord = 500;
export const mostQuestions = 12;

/** The questions that these answers lead to, in their order. Those that may not be asked any more are left out. */
export const pathOf = (quiz: Quiz, answers: QuizAnswers): readonly Question[] => {
  const path: Question[] = [];
  const given: Record<string, string> = {};
  for (const question of quiz.questions) {
    if (question.onlyIf && !holdsIn(question.onlyIf, given)) continue;
    path.push(question);
    const answer = answers[question.id];
    if (answer !== undefined) given[question.id] = answer;
  }
  return path;
};

/** Where one stands: the question at a place of the path, and how many there are at most. Undefined after the last one. */
export const questionAt = (
  quiz: Quiz,
  answers: QuizAnswers,
  place: number,
): { readonly question: Question; readonly place: number; readonly atMost: number } | undefined => {
  const question = pathOf(quiz, answers)[place - 1];
  return question && { question, place, atMost: longestFrom(quiz, answers) };
};

/** Never grows while one goes forward: a question that may still be asked counts. */
const longestFrom = (quiz: Quiz, answers: QuizAnswers): number => {
  const asked = new Set(pathOf(quiz, answers).map((question) => question.id));
  const mayCome = new Set<string>();
  for (const { id, onlyIf } of quiz.questions) {
    const isOpen = onlyIf?.among.some(([question]) => mayCome.has(question) && answers[question] === undefined) ?? false;
    if (asked.has(id) || isOpen) mayCome.add(id);
  }
  return mayCome.size;
};

export type Answered =
  | { readonly kind: "answered"; readonly answers: QuizAnswers }
  /** Nothing was chosen: « Je ne sais pas » and « passer » are answers, this is not. */
  | { readonly kind: "missing" }
  | { readonly kind: "too-long" };

/** One answer more, or another one in its place. What she wrote is one too; left empty, it is passed. */
export const withAnswer = (question: Question, answers: QuizAnswers, given: string): Answered => {
  if (!question.choices) {
    const written = given.trim();
    if (written.length > longestWord) return { kind: "too-long" };
    return { kind: "answered", answers: { ...answers, [question.id]: written === "" ? skipped : written } };
  }
  const isKnown = given === doesNotKnow || question.choices.some((choice) => choice.id === given);
  return isKnown ? { kind: "answered", answers: { ...answers, [question.id]: given } } : { kind: "missing" };
};

export const passing = (question: Question, answers: QuizAnswers): QuizAnswers => ({ ...answers, [question.id]: skipped });

/** What she answered to a question: nothing when it was passed, or not reached. */
export const answerTo = (question: Question, answers: QuizAnswers): string | undefined => {
  const answer = answers[question.id];
  return answer === skipped ? undefined : answer;
};
