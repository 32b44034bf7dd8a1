import type { Quiz } from "./quiz.ts";
import { budgetQuiz } from "./quiz-budget.words.ts";
import { carerQuiz } from "./quiz-carer.words.ts";
import { housingQuiz } from "./quiz-housing.words.ts";
import { isolationQuiz } from "./quiz-isolation.words.ts";

/** The quizzes, in the order in which they are offered. */
export const quizzes: readonly Quiz[] = [budgetQuiz, housingQuiz, carerQuiz, isolationQuiz];

export const findQuiz = (id: string): Quiz | undefined => quizzes.find((quiz) => quiz.id === id);
