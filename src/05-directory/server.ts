export { gazetteer } from "./gazetteer.source.ts";
export { findService, findServices, type DirectoryReader } from "./service.store.ts";
export { searchServices, type SearchAsked } from "./search.store.ts";
export { enterService, type ServiceEntered } from "./enter-service.action.ts";
export { recordGap, type GapAsked, type GapRecorded } from "./record-gap.action.ts";
