import { addDays, addMonths, day, type Day, type Month } from "#engines/calendar";
import { outcomesOf } from "./answers.ts";
import { calculationOf } from "./calculation.ts";
import { doubtsOf } from "./doubts.ts";
import { closingWords } from "./evaluate.words.ts";
import type { Household } from "./household.ts";
import { rightIds, type RightAnswer, type RightId } from "./right.ts";
import { knownScales, type Scales } from "./scales.ts";
import { sixteenOf } from "./sixteen.ts";
import { staleOn } from "./stale-scales.ts";
import { silent, WrittenTrace } from "./trace.ts";

export { isComplete } from "./complete.ts";

export type Answers = Readonly<Record<RightId, RightAnswer>>;

/**
 * Évalue les seize droits d'un foyer complet : amounts in cents with their trace, their doubts, and how sure they are.
 * Pure: the same household and the same scales give the same answers.
 * @param on the day from which a scale is judged old; by default the end of the month of the rights
 */
export const evaluate = (household: Household, scales: Scales = knownScales, on: Day = lastDayOf(household.month)): Answers => {
  const c = calculationOf(household, scales);
  const stale = staleOn(scales, on);
  const traces = Object.fromEntries(
    rightIds.map((right) => [right, new WrittenTrace(scales, c.month, yearlyRights.has(right) ? "an" : "mois")]),
  ) as Record<RightId, WrittenTrace>;
  const found = sixteenOf(c, (right) => traces[right]);
  const outcomes = outcomesOf(found);
  return Object.fromEntries(
    rightIds.map((right): [RightId, RightAnswer] => {
      const outcome = outcomes[right];
      const trace = traces[right];
      trace.closesAt(outcome.amountCents, closingWords);
      const doubts = doubtsOf(right, c, found, trace, stale);
      const state = doubts.length > 0 ? "uncertain" : outcome.isEligible ? "acquired" : "excluded";
      return [right, { right, ...outcome, state, doubts, trace: trace.steps }];
    }),
  ) as Answers;
};

/** The same amounts without trace or doubts, several times faster: for those who compare many households. */
export const evaluateQuickly = (household: Household, scales: Scales = knownScales): Answers => {
  const outcomes = outcomesOf(sixteenOf(calculationOf(household, scales), () => silent));
  const answers: Partial<Record<RightId, RightAnswer>> = {};
  for (const right of rightIds) {
    const outcome = outcomes[right];
    answers[right] = { right, ...outcome, state: outcome.isEligible ? "acquired" : "excluded", doubts: [], trace: [] };
  }
  return answers as Answers;
};

/** The whole month is before us: a figure that grows old in the middle of it is old. */
const lastDayOf = (month: Month): Day => addDays(addMonths(day(`${month}-01`), 1), -1);

const yearlyRights: ReadonlySet<RightId> = new Set(["ars", "cheque_energie"]);
