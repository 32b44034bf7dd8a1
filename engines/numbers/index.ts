export { narrowestPublishable, published, THRESHOLD, type Masked, type Published } from "./published.ts";
export { shownCount } from "./published.words.ts";
export { differenceOfShares, shareInterval, type DifferenceInterval, type ShareInterval } from "./share.ts";
export { SAFE_WIDTH, suppressList, suppressTable, type PublishedList, type PublishedTable } from "./suppression.ts";
export { isDominated } from "./dominance.ts";
export { ranked, type Ranked } from "./rank.ts";
