export type { FindAnswer, FindAsked, FindHit, FindReason } from "./asked.ts";
export type { FindBuilder, FindIndex, GapsAsked, PlaceGaps } from "./find-index.ts";
export type { FindRecord } from "./record.ts";
export { makeFindBuilder, makeFindIndex } from "./make-find-index.ts";
export { radiiMeters } from "./search.ts";
