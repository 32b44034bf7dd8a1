export { ONE_REQUEST, requestsFromCredit, type Weight } from "./credit.ts";
export {
  chooseNext,
  honourChoice,
  recompute,
  type Cause,
  type Decision,
  type Entry,
  type Excluded,
  type Reason,
  type TurnRequest,
} from "./decision.ts";
export { standingsAfter } from "./ledger.ts";
export { newcomer, type Standing } from "./standing.ts";
export { offersToRecover, reliabilityOf, weightOf, type PastOffer, type Reliability } from "./reliability.ts";
