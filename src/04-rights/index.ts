// The browser door of rights: types, pure functions and contracts of its chapters, one paragraph a chapter, in the order of ARCHITECTURE.md.
export type { Adult, Facts, FactValue, QuestionId } from "./facts/fact.ts";
export type { Question, QuestionKind, Topic } from "./facts/question.ts";
export { choicesOf, findQuestion, firstQuestions, questionOfField, questionsFor } from "./facts/questions.ts";
export { choiceInWords, questionInWords, type QuestionInWords } from "./facts/question-text.ts";
export { doesNotKnow, readFact, type ReadAmong, type ReadFact } from "./facts/read-fact.ts";
export { rightsReceived } from "./facts/received-of.ts";
export { householdOf, type HouseholdAt, type HouseholdOfFacts } from "./facts/household-of.ts";
export { assumptionInWords, reservationInWords, type Assumption, type Reservation } from "./facts/assumption.ts";
