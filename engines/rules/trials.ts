import type { Candidate } from "./candidate.ts";
import { complete, unknownsOf, type Choice, type Unknowns } from "./completion.ts";
import type { Household, PartialHousehold } from "./household.ts";
import { rightsOnDemand, type QuickAnswer } from "./on-demand.ts";
import { rightIds, type RightId } from "./right.ts";
import type { Scales } from "./scales.ts";

/** Essais : a household completed in several ways, each right of each way found once, whoever asks for it. */
export interface Trials extends Unknowns {
  answerTo(choice: Choice, right: RightId): QuickAnswer;
  answersTo(choice: Choice): Readonly<Record<RightId, QuickAnswer>>;
  householdOf(choice: Choice): Household;
  /** One more plausible answer to a field; gives its index. */
  add(at: number, candidate: Candidate): number;
  /** What was found of a right until now. */
  triedFor(right: RightId): readonly QuickAnswer[];
}

/** How far a right can go in a household that is not fully known, and the answers that lead there. */
export interface Reach {
  readonly choice: Choice;
  readonly answer: QuickAnswer;
}

interface Trial {
  readonly household: Household;
  readonly find: (right: RightId) => QuickAnswer;
  readonly found: Partial<Record<RightId, QuickAnswer>>;
}

export const openTrials = (household: PartialHousehold, scales: Scales): Trials => {
  const found = unknownsOf(household);
  const candidates = found.candidates.map((each) => [...each]);
  const unknowns = { ...found, candidates };
  const trials = new Map<string, Trial>();
  const trialOf = (choice: Choice): Trial => {
    const key = choice.join();
    const known = trials.get(key);
    if (known) return known;
    const completed = complete(unknowns, choice);
    const trial = { household: completed, find: rightsOnDemand(completed, scales), found: {} };
    trials.set(key, trial);
    return trial;
  };
  const answerTo = (choice: Choice, right: RightId): QuickAnswer => {
    const { find, found } = trialOf(choice);
    return (found[right] ??= find(right));
  };
  return {
    ...unknowns,
    answerTo,
    answersTo: (choice) => Object.fromEntries(rightIds.map((right) => [right, answerTo(choice, right)])) as Record<RightId, QuickAnswer>,
    add: (at, candidate) => {
      const answers = candidates[at] ?? [];
      const known = answers.findIndex(({ name }) => name === candidate.name);
      return known >= 0 ? known : answers.push(candidate) - 1;
    },
    householdOf: (choice) => trialOf(choice).household,
    triedFor: (right) => [...trials.values()].flatMap(({ found }) => found[right] ?? []),
  };
};
