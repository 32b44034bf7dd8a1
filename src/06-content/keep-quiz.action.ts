import type { DangerReader } from "#contact/server";
import type { Work } from "#ground/server";
import type { QuizAnswers } from "./condition.ts";
import { keepAnswers } from "./kept-answers.store.ts";
import { quizPageWords } from "./quiz-page.words.ts";
import { answersRead, dangersIn, resultOf } from "./quiz-result.ts";
import type { Quiz } from "./quiz.ts";

export interface QuizToKeep {
  readonly personId: string;
  readonly callbackId: string;
  readonly quiz: Quiz;
  readonly answers: QuizAnswers;
}

/** Garder un questionnaire : with her yes, for whoever calls her back. What it suggests is kept beside it, and becomes no need by itself. */
export const keepQuiz = (work: Work, { personId, callbackId, quiz, answers }: QuizToKeep, dangerIn: DangerReader) => {
  const { lines, word } = answersRead(quiz, answers);
  return keepAnswers(work, {
    personId,
    callbackId,
    quiz: quiz.id,
    wording: quizPageWords.fr.keep.version,
    said: {
      lines: [...lines],
      ...(word === undefined ? {} : { word }),
      toCheck: [...resultOf(quiz, answers).needs],
      dangers: [...new Set([...dangersIn(quiz, answers), ...(word === undefined ? [] : dangerIn(word))])],
    },
  });
};
