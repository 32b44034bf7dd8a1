// The browser door of rights: types, pure functions and contracts of its chapters, one paragraph a chapter, in the order of ARCHITECTURE.md.
// facts
export type { Facts, FactValue } from "./facts/fact.ts";
export type { Question } from "./facts/question.ts";
export { findQuestion, questionsFor } from "./facts/questions.ts";
export { choiceInWords, questionInWords, type QuestionInWords } from "./facts/question-text.ts";
export { doesNotKnow, readFact, type ReadFact } from "./facts/read-fact.ts";
export { householdOf, type HouseholdOfFacts } from "./facts/household-of.ts";
export { assumptionsInWords, reservationInWords, type Assumption, type Reservation } from "./facts/assumption.ts";
// estimate
export { estimateFacts, type Estimated } from "./estimate/estimate.ts";
export { mayBeClaimed } from "./estimate/rights-order.ts";
// application
export { isOpenApplication, type Application, type ApplicationState, type Gesture, type RightAsked } from "./application/application.ts";
export { deadlineOf, type Deadline } from "./application/deadline.ts";
export type { HeldPaper, PaperKind } from "./application/paper.ts";
export { paperKinds, papersFor } from "./application/paper.ts";
export { planFor, type PlanStep, type RightFound } from "./application/plan.ts";
// benefit
export { answerFor, type BenefitAnswer } from "./benefit/benefit.ts";
export { nothingKnown, type BenefitFacts } from "./benefit/benefit-facts.ts";
export { factsForBenefits } from "./benefit/facts-for-benefits.ts";
export type { BenefitContent, Condition } from "./benefit/benefit.contract.ts";
export type { Coverage } from "./benefit/coverage.ts";
export { levelsOf, type Territory } from "./benefit/territory.ts";
export { LocalBenefitsContract, type LocalBenefitsShown } from "./benefit/local-benefits.contract.ts";
export { localBenefitsShown } from "./benefit/local-benefits-shown.ts";
