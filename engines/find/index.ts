export type { FindAnswer, FindAsked, FindHit, FindReason } from "./asked.ts";
export type { FindBuilder, FindIndex, GapsAsked, PlaceGaps } from "./find-index.ts";
export type { FindRecord } from "./record.ts";
