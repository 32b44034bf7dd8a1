export { mergeFields, type FieldValue, type MergedField, type MergedRow } from "./merge.ts";
export type { Evidence, TwinClass, TwinLevel, TwinPair } from "./pair.ts";
export type { TwinRecord } from "./record.ts";
export type { TwinService } from "./service.ts";
