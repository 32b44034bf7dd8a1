import type { Day } from "#engines/calendar";
import { evaluate, type Answers } from "./evaluate.ts";
import type { FieldPath } from "./field.ts";
import type { Household, PartialHousehold } from "./household.ts";
import { missingDoubt } from "./missing-doubt.ts";
import { missingFor } from "./missing.ts";
import { nonTakeUpEstimate, type NonTakeUpEstimate } from "./non-take-up-estimate.ts";
import type { QuickAnswer } from "./on-demand.ts";
import { reach } from "./reach.ts";
import { rightIds, type Doubt, type HealthCover, type RightAnswer, type RightId, type RightState, type Step } from "./right.ts";
import { knownScales, type Scales } from "./scales.ts";
import { openTrials, type Reach, type Trial, type Trials } from "./trials.ts";

/** Estimation : what a household may have, when a part of it is not known. */
export interface Estimate {
  readonly rights: Readonly<Record<RightId, RightEstimate>>;
  readonly nonTakeUp: NonTakeUpEstimate;
}

export interface RightEstimate {
  readonly right: RightId;
  /** "excluded" only when no plausible answer opens the right, "acquired" only when all of them do. */
  readonly state: RightState;
  readonly period: "month" | "year";
  /** Between these two whatever the answers, as far as the plausible ones go; equal when nothing that is missing changes the right. */
  readonly lowCents: number;
  readonly highCents: number;
  /** With the most likely answer to all that is unknown. */
  readonly likelyCents: number;
  /** The unknown fields that change this right. */
  readonly missing: readonly FieldPath[];
  readonly doubts: readonly Doubt[];
  /** The whole answer with the most likely values. */
  readonly likely: RightAnswer;
  /** The steps of the likely amount. */
  readonly trace: readonly Step[];
  /** Complémentaire santé : what it may be, the best first; only for that right. */
  readonly health?: readonly HealthCover[];
}

/**
 * Estime les droits d'un foyer partiel. A complete one keeps its answers as they are.
 * @param on the day from which a scale is judged old, as for `evaluate`
 */
export const estimate = (household: PartialHousehold, scales: Scales = knownScales, on?: Day): Estimate => {
  const trials = openTrials(household, scales);
  const reaches = rightIds.map((right) => ({ right, most: reach(trials, right, "most"), least: reach(trials, right, "least") }));
  const explained = explainer((completed) => evaluate(completed, scales, on));
  const rights = reaches.map(({ right, most, least }) => [right, rightEstimate(trials, right, most, least, explained)] as const);
  const ends = reaches.flatMap(({ most, least }) => [most.trial, least.trial]);
  return { rights: Object.fromEntries(rights) as Record<RightId, RightEstimate>, nonTakeUp: nonTakeUpEstimate(trials.likely, ends) };
};

type Explained = (trial: Trial) => Answers;

/** Answers with their trace and their doubts: longer to find, so only for the few trials that are shown. */
const explainer = (evaluated: (household: Household) => Answers): Explained => {
  const seen = new Map<Trial, Answers>();
  return (trial) => {
    const known = seen.get(trial);
    if (known) return known;
    const answers = evaluated(trial.household);
    seen.set(trial, answers);
    return answers;
  };
};

const rightEstimate = (trials: Trials, right: RightId, most: Reach, least: Reach, explained: Explained): RightEstimate => {
  const unknownNationality = trials.fields.filter(({ kind }) => kind === "nationality");
  const missing = [...missingFor(trials, right, most, least), ...(most.answer.isEligible ? unknownNationality : [])];
  trials.likely.answerTo(right);
  const all = trials.triedFor(right);
  const amounts = all.map(({ amountCents }) => amountCents);
  const likely = explained(trials.likely)[right];
  // A right that only a doubt could open is not excluded, nor acquired if one could close it: the doubts of the far ends count.
  const isOneSided = trials.fields.length > 0 && new Set(all.map(({ isEligible }) => isEligible)).size === 1;
  const ends = isOneSided ? [likely, ...[most, least].map(({ trial }) => explained(trial)[right])] : [likely];
  const doubts = [...uniqueDoubts(ends), ...missingDoubt(trials.household, missing)];
  return {
    right,
    // The rules for foreigners only take away: they are not needed to say that a right is excluded.
    state: unknownNationality.length > 0 && most.answer.isEligible ? "uncertain" : stateOf(all, ends),
    period: likely.period,
    lowCents: Math.min(...amounts),
    highCents: Math.max(...amounts),
    likelyCents: likely.amountCents,
    likely,
    missing: missing.map(({ path }) => path),
    doubts,
    trace: likely.trace,
    ...(right === "css" ? { health: coversOf(all) } : {}),
  };
};

const stateOf = (all: readonly QuickAnswer[], ends: readonly RightAnswer[]): RightState => {
  if (all.every(({ isEligible }) => isEligible) && ends.every(({ state }) => state === "acquired")) return "acquired";
  if (all.every(({ isEligible }) => !isEligible) && ends.every(({ state }) => state === "excluded")) return "excluded";
  return "uncertain";
};

const uniqueDoubts = (answers: readonly RightAnswer[]): readonly Doubt[] => [
  ...new Map(answers.flatMap(({ doubts }) => doubts).map((doubt) => [doubt.reason, doubt])).values(),
];

/** From the best to the worst that was found: what lies between two covers may come too. */
const coversOf = (answers: readonly QuickAnswer[]): readonly HealthCover[] => {
  const order = ["free", "paid", "none"] as const;
  const found = answers.map(({ health }) => order.indexOf(health ?? "none"));
  return order.slice(Math.min(...found), Math.max(...found) + 1);
};
