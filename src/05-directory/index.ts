export type { Address, Service, ServicePoint, Source, Structure } from "./service.ts";
export type { FoundService, Reason, SearchAnswer } from "./search.ts";
export * from "./code-lists.ts";
export { zoneAnswer, zoneCodesOf } from "./zone.ts";
