import { nearTo, type TwinIndex } from "./index-of-records.ts";
import type { Portrait } from "./portrait.ts";
import { weigh, type Weighed } from "./weigh.ts";

/** Two portraits that were compared, in the order of their identifiers. */
export interface Compared {
  readonly a: Portrait;
  readonly b: Portrait;
  readonly weighed: Weighed;
}

/** Under this weight nothing that is learnt from the other pairs can save a pair. */
const hopelessUnder = -2;

/** One record and all those near it. */
export const comparedWith = (portrait: Portrait, index: TwinIndex): readonly Compared[] =>
  nearTo(portrait, index)
    .map((other) => compare(portrait, other))
    .filter(({ weighed }) => weighed.total >= hopelessUnder);

/** Every pair near enough, once. @param isWanted leaves out the pairs of records that are not */
export const comparedAmong = (index: TwinIndex, isWanted: (portrait: Portrait) => boolean = () => true): readonly Compared[] =>
  index.portraits.flatMap((portrait) =>
    nearTo(portrait, index)
      .filter((other) => portrait.record.id < other.record.id && (isWanted(portrait) || isWanted(other)))
      .map((other) => compare(portrait, other))
      .filter(({ weighed }) => weighed.total >= hopelessUnder),
  );

const compare = (one: Portrait, other: Portrait): Compared => {
  const [a, b] = one.record.id < other.record.id ? [one, other] : [other, one];
  return { a, b, weighed: weigh(a, b) };
};
