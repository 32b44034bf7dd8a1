import type { RightId } from "./right.ts";
import type { Reach, Trials } from "./trials.ts";

const turns = 6;
/** Of the amount where it begins; halved at each turn. */
const firstStep = 0.16;
const mostStepsATurn = 5;

/**
 * Affiner : the prime d'activité rises with wages, then falls; it is highest between two of those that were tried. Each unknown amount is moved
 * up and down by smaller and smaller steps, as long as the right grows.
 */
export const sharpen = (trials: Trials, right: RightId, from: Reach, isMore: (a: Reach, b: Reach) => boolean): Reach => {
  let best = from;
  const moved = (at: number, times: number): Reach | undefined => {
    const scaled = trials.candidates[at]?.[best.trial.choice[at] ?? 0]?.scaled;
    if (scaled === undefined) return undefined;
    const index = trials.add(at, scaled.to(Math.round(scaled.value * times * 100) / 100));
    const trial = best.trial.with(at, index);
    return { trial, answer: trial.answerTo(right) };
  };
  const steps = Array.from({ length: turns }, (_, turn) => firstStep / 2 ** turn);
  for (const at of trials.fields.keys())
    for (const times of steps.flatMap((step) => [1 - step, 1 + step]))
      for (let step = 0; step < mostStepsATurn; step++) {
        const tried = moved(at, times);
        if (tried === undefined || !isMore(tried, best)) break;
        best = tried;
      }
  return best;
};
