import { extremes } from "./extremes.ts";
import type { QuickAnswer } from "./on-demand.ts";
import { size } from "./reach.ts";
import type { RightId } from "./right.ts";
import type { Reach, Trials } from "./trials.ts";
import type { UnknownField } from "./unknown-field.ts";

/**
 * Ce qui manque : the unknown fields that change this right, when they alone change around its most or its least favourable answers.
 * When none does alone, all those that the right reads.
 */
export const missingFor = (trials: Trials, right: RightId, most: Reach, least: Reach): readonly UnknownField[] => {
  if (isSame(most.answer, least.answer)) return [];
  const read = trials.fields.flatMap((field, at) => (extremes[right][field.kind] === undefined ? [] : [{ field, at }]));
  const changing = read.filter(({ at }) => changes(trials, right, most, least, at));
  return (changing.length === 0 ? read : changing).map(({ field }) => field);
};

const changes = (trials: Trials, right: RightId, most: Reach, least: Reach, at: number): boolean =>
  [most, least].some((from) => {
    const other = from === most ? least : most;
    return others(trials, at, from, other).some((index) => {
      return !isSame(trials.answerTo(from.choice.with(at, index), right), from.answer);
    });
  });

/** The answer of the other end first; then, for a field where both ends agree, the likely one and the last. */
const others = ({ candidates }: Trials, at: number, from: Reach, other: Reach): readonly number[] => {
  const here = from.choice[at] ?? 0;
  const there = other.choice[at] ?? 0;
  return here === there ? [...new Set([0, (candidates[at]?.length ?? 1) - 1])].filter((index) => index !== here) : [there];
};

const isSame = (a: QuickAnswer, b: QuickAnswer): boolean => size(a) === size(b);
