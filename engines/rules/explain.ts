import { departuresOf, type Departure } from "./departures.ts";
import { estimate } from "./estimate.ts";
import { evaluate } from "./evaluate.ts";
import { isComplete } from "./complete.ts";
import type { FieldPath } from "./field.ts";
import type { PartialHousehold } from "./household.ts";
import type { Doubt, RightAnswer, RightId, RightState, Step } from "./right.ts";
import { knownScales, type Scales } from "./scales.ts";

/** Explication d'un droit : its steps with their sources, what makes it doubtful here, and where our reference departs from the law in general. */
export interface Explanation {
  readonly right: RightId;
  /** With the most likely values where something is unknown. */
  readonly amountCents: number;
  readonly answer: RightAnswer;
  readonly state: RightState;
  readonly trace: readonly Step[];
  readonly doubts: readonly Doubt[];
  /** Écarts à la loi : all those known for this right, whether they touch this household or not. */
  readonly departures: readonly Departure[];
  readonly missing: readonly FieldPath[];
}

/** Explique un droit d'un foyer, complete or not. */
export const explain = (household: PartialHousehold, right: RightId, scales: Scales = knownScales): Explanation => {
  const departures = departuresOf(right);
  if (isComplete(household)) {
    const answer = evaluate(household, scales)[right];
    const { amountCents, state, trace, doubts } = answer;
    return { right, amountCents, answer, state, trace, doubts, departures, missing: [] };
  }
  const { likely, state, trace, doubts, missing } = estimate(household, scales).rights[right];
  return { right, amountCents: likely.amountCents, answer: likely, state, trace, doubts, departures, missing };
};
