import type { RightId } from "./right.ts";
import type { Reach, Trials } from "./trials.ts";

const turns = 6;
/** Of the wage where it begins; halved at each turn. */
const firstStep = 0.16;

/**
 * Affiner : the prime d'activité rises with wages, then falls; it is highest between two of those that were tried. Each unknown wage is moved
 * up and down by smaller and smaller steps, as long as the right grows.
 */
export const sharpen = (trials: Trials, right: RightId, from: Reach, isMore: (a: Reach, b: Reach) => boolean): Reach => {
  let best = from;
  trials.fields.forEach((_, at) => {
    for (let turn = 0, step = firstStep; turn < turns; turn++, step /= 2)
      for (const times of [1 - step, 1 + step]) {
        const scaled = trials.candidates[at]?.[best.choice[at] ?? 0]?.scaled;
        if (scaled === undefined) return;
        const index = trials.add(at, scaled.to(Math.round(scaled.value * times * 100) / 100));
        const choice = best.choice.with(at, index);
        const tried = { choice, answer: trials.answerTo(choice, right) };
        if (isMore(tried, best)) best = tried;
      }
  });
  return best;
};
