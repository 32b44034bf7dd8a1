import type { Duties } from "#ground/server";
import { verificationRound } from "./benefit/ask-verification.action.ts";
import { answerListener } from "./entitlement/follow-answers.action.ts";
import { endsRound } from "./entitlement/lapse-entitlements.action.ts";
import { onCallbackCancelled, purgeRound } from "./estimate/follow-cancellation.action.ts";
import type { Registers } from "./register/api-particulier.source.ts";
import { consentListeners, forgetRound } from "./register/forget-answers.action.ts";
import { retryRegister } from "./register/retry-register.action.ts";
import { documentsOfApplications } from "./register/use-documents.action.ts";

// estimate
export { openRights } from "./estimate/rights.http.ts";
export { openRulesApi } from "./estimate/rules-api.http.ts";
export { forgetSimulatorFacts, keepSimulatorFacts, simulatorAgreementsOf } from "./estimate/facts.store.ts";
export { factsOfSituation } from "./estimate/situation-facts.store.ts";
export { rightsNotUsedOf, type RightNotUsed } from "./estimate/not-used.store.ts";

// application
export { openApplications } from "./application/application.http.ts";
export type { AroundApplications } from "./application/application-shown.store.ts";
export { applicationsOfSituation, findApplication } from "./application/application.store.ts";
export { applicationObjections } from "./application/closing-objections.store.ts";
export { applicationFollowUpSteps } from "./application/follow-up-steps.store.ts";
export { keepLetter, type LetterKept } from "./application/keep-letter.action.ts";
export { noteGesture, type GestureNoted } from "./application/note-gesture.action.ts";
export { rightsFound } from "./application/rights-found.store.ts";
export { paidApplication, type PaidApplication } from "./application/paid-application.store.ts";
export { startApplication, type ApplicationStarted } from "./application/start-application.action.ts";
export { applicationSummary } from "./application/summary-lines.store.ts";
export { applicationTimeline } from "./application/timeline.store.ts";
export { undoGesture, type GestureUndone } from "./application/undo-gesture.action.ts";

// register
export { makeRegisters, type Registers } from "./register/api-particulier.source.ts";
export { openRegisters } from "./register/register.http.ts";
export { askProof, noteDocument, provenBy, type Proof } from "./register/document.store.ts";
export { heldPapers } from "./register/held-papers.store.ts";

// entitlement
export { openCardModels } from "./entitlement/card-model.http.ts";
export { addModel as addCardModel } from "./entitlement/card-model.store.ts";
export { renewalObjections } from "./entitlement/closing-objections.store.ts";
export { openEntitlements } from "./entitlement/entitlement.http.ts";
export { issueEntitlement } from "./entitlement/issue-card.action.ts";
export { requestEntitlement } from "./entitlement/request-entitlement.action.ts";
export { entitlementTimeline } from "./entitlement/timeline.store.ts";

// benefit
export { openBenefits } from "./benefit/open-benefits.http.ts";
export { benefitsFor, type LocalBenefitsFound } from "./benefit/local-benefits.store.ts";
export { territoriesOf, type Territories } from "./benefit/territory.source.ts";
export { writeBenefit } from "./benefit/write-benefit.action.ts";
export { publishBenefit, sendToReview } from "./benefit/review-benefit.action.ts";
export { stateCoverage } from "./benefit/state-coverage.action.ts";

// simulator
export { openSimulator, type SimulatorNeeds } from "./simulator/simulator.http.ts";
export { rightsEnclosures } from "./simulator/rights-enclosure.action.ts";

// What the chapters of rights do by themselves. Each adds its own lines.
export const rightsDuties = (registers: Registers | undefined): Duties => ({
  jobs: [retryRegister(registers)],
  subscribers: [onCallbackCancelled, ...consentListeners, documentsOfApplications, answerListener],
  rounds: [purgeRound, verificationRound, forgetRound, endsRound],
});
