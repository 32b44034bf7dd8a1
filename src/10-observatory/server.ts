export { closeMonth, type Closing, type ClosingRefused } from "./close-month.action.ts";
export { keepFacts } from "./keep-facts.action.ts";
export { keepGivenFacts, type KeptFacts } from "./facts.store.ts";
export { openObservatory } from "./observatory.http.ts";
export { observatoryDuties } from "./duties.action.ts";
