export {
  serviceNatures,
  type Address,
  type Service,
  type ServiceNature,
  type ServicePoint,
  type Source,
  type Structure,
} from "./record/service.ts";
export type { Reason } from "./record/reason.ts";
export type { FoundService, SearchAnswer } from "./search/search.ts";
export * from "./record/code-lists.ts";
export { zoneAnswer, zoneCodesOf } from "./record/zone.ts";
export { codeWords } from "./record/code-lists.words.ts";
export { searchWords } from "./record/search.words.ts";
export { ErrorReportsContract, settlements, type ErrorReportShown } from "./report/error-report.contract.ts";
export { timesBeforeReport } from "./gap/gap.ts";
export { freshnessOf, type Freshness } from "./record/freshness.ts";
export { GapContract, GapRecordedContract, GapsContract } from "./gap/gap.contract.ts";
export { PlacesContract, type PlaceShown } from "./record/place.contract.ts";
export { ServiceContract, type ServiceShown } from "./record/service.contract.ts";
export { FoundServiceContract, SearchContract, type FoundShown, type SearchShown } from "./search/search.contract.ts";
