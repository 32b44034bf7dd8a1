export { QuizAnswers } from "./QuizAnswers.screen.tsx";
