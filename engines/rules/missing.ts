import { extremes } from "./extremes.ts";
import type { QuickAnswer } from "./on-demand.ts";
import { between, size } from "./reach.ts";
import type { RightId } from "./right.ts";
import type { Reach, Trials } from "./trials.ts";
import type { UnknownField } from "./unknown-field.ts";

/**
 * Ce qui manque : the unknown fields that change this right when they alone change, around its most, its least favourable or its likely answers, or
 * around one between them on which they depend. When none does alone, all those that the right reads.
 */
export const missingFor = (trials: Trials, right: RightId, most: Reach, least: Reach): readonly UnknownField[] => {
  if (isSame(most.answer, least.answer)) return [];
  const read = trials.fields.flatMap((field, at) => (extremes[right][field.kind] === undefined ? [] : [{ field, at }]));
  const likely = { trial: trials.likely, answer: trials.likely.answerTo(right) };
  const bases = [most, least, likely, ...between(trials, right, most)];
  const changing = read.filter(({ at }) => {
    const ends = [most.trial.choice[at] ?? 0, least.trial.choice[at] ?? 0];
    return bases.some((from) => changes(trials, right, from, at, ends));
  });
  return (changing.length === 0 ? read : changing).map(({ field }) => field);
};

/** With the answers of both ends; where they agree, the likely one and the last too. */
const changes = (trials: Trials, right: RightId, from: Reach, at: number, [one = 0, other = 0]: readonly number[]): boolean => {
  const indexes = one === other ? [one, 0, (trials.candidates[at]?.length ?? 1) - 1] : [one, other];
  const here = from.trial.choice[at];
  return indexes.some((index) => index !== here && !isSame(from.trial.with(at, index).answerTo(right), from.answer));
};

const isSame = (a: QuickAnswer, b: QuickAnswer): boolean => size(a) === size(b);
