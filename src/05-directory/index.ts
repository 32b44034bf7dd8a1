export type { Address, Service, ServicePoint, Source, Structure } from "./service.ts";
export type { FoundService, Reason, SearchAnswer } from "./search.ts";
export * from "./code-lists.ts";
export { zoneAnswer, zoneCodesOf } from "./zone.ts";
export { codeWords } from "./code-lists.words.ts";
export { searchWords } from "./search.words.ts";
export { ErrorReportsContract, settlements, type ErrorReportShown } from "./error-report.contract.ts";
export { timesBeforeReport } from "./gap.ts";
export { freshnessOf, type Freshness } from "./freshness.ts";
export {
  FoundServiceContract,
  GapContract,
  GapRecordedContract,
  GapsContract,
  PlacesContract,
  SearchContract,
  ServiceContract,
  type FoundShown,
  type PlaceShown,
  type SearchShown,
  type ServiceShown,
} from "./service.contract.ts";
