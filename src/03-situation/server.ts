export { openSituation } from "./open-situation.action.ts";
export { openExchange, type OpenedExchange } from "./open-exchange.action.ts";
export { saveNotes, type Saving } from "./save-notes.action.ts";
export { findSituation, nextActionsDue, situationOfContact, situationsOf, type ActionDue } from "./situation.store.ts";
export {
  acknowledgeNeed,
  addNeed,
  declineNeed,
  findNeed,
  needCountsBetween,
  needsOf,
  openNeedsOf,
  setNeedStatus,
  withdrawNeed,
  type NewNeed,
} from "./need.store.ts";
export { addDemand, answerDemand, demandsOf, withdrawDemand } from "./demand.store.ts";
export { emotionsOfSituation, noteEmotion, type NotedEmotion } from "./emotion.store.ts";
export { factsOfSituation, type SituationFacts } from "./facts.store.ts";
export { signDiagnosis, type Signature } from "./sign-diagnosis.action.ts";
export { diagnosesOf } from "./diagnosis.store.ts";
export { flagUrgency, type Flag } from "./flag-urgency.action.ts";
export { urgenciesOf } from "./urgency.store.ts";
export { chooseNextAction, type Choice } from "./choose-next-action.action.ts";
export { closeSituation, openItemsOfSituation, type Closing, type Objector } from "./close-situation.action.ts";
export { closeExchange, type ExchangeClosing, type ExchangeToClose } from "./close-exchange.action.ts";
export { reopenSituation, type Reopening } from "./reopen-situation.action.ts";
export { timelineOf, type TimelineSource } from "./timeline.store.ts";
export { openExchanges } from "./exchange.http.ts";
export { openNeeds } from "./need.http.ts";
export { makeLanguageModel, type LanguageModel, type ModelFailure } from "./language-model.source.ts";
export { readAgain, type TextReading } from "./text-reading.source.ts";
export { openSuggestions } from "./suggestion.http.ts";
export { openSituations } from "./situation.http.ts";
export { openFragilities } from "./fragility.http.ts";
export { fragilitiesOf } from "./fragility.store.ts";
export { judgeFragility, type FragilityJudged } from "./judge-fragility.action.ts";
export { openDiagnoses } from "./diagnoses.http.ts";
export { openSummaries } from "./summary.http.ts";
export { followUpSummaries } from "./shared-summary.store.ts";
export { sharedSummaryOf, type KeptSummary } from "./summary.store.ts";
export type { SummarySource } from "./keep-summary.action.ts";
export { openReviews } from "./review.http.ts";
export { maskNotes, type Masking, type TextReader } from "./mask-notes.action.ts";
export { maskedTextOf, type MaskedText } from "./masked.store.ts";
export { forgetTexts } from "./follow-objection.action.ts";
export { taughtTexts, verdictCounts, type VerdictCount } from "./example.store.ts";
export { knownLeaks, type KnownLeak } from "./leak.store.ts";
export { namesOfFile } from "./names-of-file.store.ts";
export { openNextActions } from "./next-actions.http.ts";
export { openTimelines } from "./timeline.http.ts";
export { situationDuties } from "./duties.store.ts";
export {
  chooseModel,
  corpusFiles,
  dangersToldIn,
  houseModelPlace,
  readModelAt,
  strangenessOf,
  trainedModelPlace,
  useModel,
  words,
  wordsLexicon,
  wordsMasker,
  wordsWith,
  type ModelChosen,
  type Words,
  type WordsVersions,
} from "./words.source.ts";
export { lessonOf, type TaughtText } from "./lesson.ts";
export { wordsVocabulary } from "./words-vocabulary.ts";
