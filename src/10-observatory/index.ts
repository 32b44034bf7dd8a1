export type { Edition } from "./edition.ts";
export { closingDayOf } from "./edition.ts";
export type { Count } from "./count.ts";
export { FiguresContract, type Figures } from "./figures.contract.ts";
export type { KnownSituation, ReferralFact } from "./fact.ts";
