export { findTwins, twinsOf, type TwinSettings } from "./find-twins.ts";
export { makeTwinIndex, type TwinIndex } from "./index-of-records.ts";
export { mergeFields, type FieldValue, type MergedField, type MergedRow } from "./merge.ts";
export type { Evidence, TwinClass, TwinLevel, TwinPair } from "./pair.ts";
export type { TwinRecord } from "./record.ts";
export { serviceTwins, type ServiceTwin, type TwinService } from "./services.ts";
