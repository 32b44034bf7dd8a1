export { gazetteer } from "./gazetteer.source.ts";
export { findService, findServices, type DirectoryReader } from "./service.store.ts";
export { searchServices, type SearchAsked } from "./search.store.ts";
export { enterService, type ServiceEntered } from "./enter-service.action.ts";
export { recordGap, type GapAsked, type GapRecorded } from "./record-gap.action.ts";
export { importDirectory, type ImportAnswer, type ImportAsked } from "./import-directory.action.ts";
export { readMapping, type Mapping } from "./mapping.source.ts";
export { remarksAsCsv } from "./remarks-csv.store.ts";
