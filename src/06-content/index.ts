export { allOf, anyOf, doesNotKnow, holdsIn, skipped, type Condition, type QuizAnswers } from "./condition.ts";
export { mostQuestions, pathOf, questionAt, withAnswer, type Finding, type Question, type Quiz } from "./quiz.ts";
export { answersRead, dangersIn, resultOf, type AnswerRead, type QuizResult } from "./quiz-result.ts";
export { findQuiz, quizzes } from "./quizzes.ts";
export { sheetsAbout, type Sheet } from "./sheet.ts";
export { findSheet, sheets, sheetsFor, type SheetId } from "./sheets.ts";
export { KeptAnswersContract, type KeptAnswersView } from "./kept-answers.contract.ts";
