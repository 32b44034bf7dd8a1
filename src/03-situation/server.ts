export { openSituation } from "./open-situation.action.ts";
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
