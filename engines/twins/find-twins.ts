import { comparedAmong, comparedWith, type Compared } from "./compared.ts";
import { decide, samePlaces } from "./decide.ts";
import { indexOf, type TwinIndex } from "./index-of-records.ts";
import type { TwinPair } from "./pair.ts";
import { portraitOf, type Portrait } from "./portrait.ts";
import type { TwinRecord } from "./record.ts";
import { withRivals } from "./rivals.ts";
import { usualKinds, withUsualKind } from "./usual-kind.ts";

/** What else is wanted. */
export interface TwinSettings {
  /** Also the pairs of one place and two structures (level `place`). */
  readonly places?: boolean;
}

/** Doublons: every pair, between two sources, of records that may be one structure. The order of the records changes nothing. */
export const findTwins = (records: readonly TwinRecord[], settings: TwinSettings = {}): readonly TwinPair[] =>
  answer(allCompared(records.map(portraitOf)), settings);

/** One new record (an import) against those that are there; no record of its own source is its twin. */
export const twinsOf = (record: TwinRecord, among: TwinIndex, settings: TwinSettings = {}): readonly TwinPair[] => {
  const portrait = portraitOf(record);
  const own = comparedWith(portrait, among);
  // What the candidates may be instead: those near them in the source of the new record.
  const rivals = own
    .map(({ a, b }) => (a === portrait ? b : a))
    .flatMap((candidate) => comparedWith(candidate, among).filter(({ a, b }) => (a === candidate ? b : a).record.source === record.source));
  return answer([...own, ...rivals.filter((pair) => !isOf(record.id, pair))], settings).filter(
    ({ a, b }) => a === record.id || b === record.id,
  );
};

const isOf = (id: string, { a, b }: Compared): boolean => a.record.id === id || b.record.id === id;

/** In two rounds when a source has a usual kind: what the first round teaches of it is read again with this in mind. */
const allCompared = (portraits: readonly Portrait[]): readonly Compared[] => {
  const first = comparedAmong(indexOf(portraits));
  const usual = usualKinds(portraits, first);
  const isTaught = ({ record }: Portrait): boolean => usual.has(record.source);
  if (!portraits.some(isTaught)) return first;
  const again = comparedAmong(indexOf(portraits.map((portrait) => withUsualKind(portrait, usual))), isTaught);
  return [...first.filter(({ a, b }) => !isTaught(a) && !isTaught(b)), ...again];
};

const answer = (pairs: readonly Compared[], { places = false }: TwinSettings): readonly TwinPair[] => {
  const structures = decide(withRivals(pairs));
  if (!places) return structures;
  const known = new Set(structures.filter((pair) => pair.class === "doublon").map(({ a, b }) => JSON.stringify([a, b])));
  return [...structures, ...samePlaces(pairs.filter(({ a, b }) => !known.has(JSON.stringify([a.record.id, b.record.id]))))];
};
