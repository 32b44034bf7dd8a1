import type { TwinPair } from "#engines/twins";

/** Paire vue : what the machine says of two rows, in one line. */
export interface SeenPair extends TwinPair {
  /** They stand at one place, whatever else they are. */
  readonly atOnePlace: boolean;
}

/**
 * One line for two rows: whether they are one structure comes before whether they stand at one place. That they perhaps stand at one place is no
 * question worth somebody's minute, since nothing is merged by it.
 */
export const seenPairs = (pairs: readonly TwinPair[]): readonly SeenPair[] => {
  const places = new Set(pairs.filter((pair) => pair.level === "place" && pair.class === "doublon").map(keyOf));
  const questions = pairs.filter(({ level }) => level !== "place");
  const known = new Set(questions.map(keyOf));
  return [...questions, ...pairs.filter((pair) => pair.level === "place" && pair.class === "doublon" && !known.has(keyOf(pair)))].map(
    (pair) => ({ ...pair, atOnePlace: places.has(keyOf(pair)) }),
  );
};

const keyOf = ({ a, b }: TwinPair): string => `${a} ${b}`;
