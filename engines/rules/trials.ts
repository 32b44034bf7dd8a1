import type { Candidate } from "./candidate.ts";
import { complete, completeAgain, likelyChoice, unknownsOf, type Choice, type Unknowns } from "./completion.ts";
import type { Household, PartialHousehold } from "./household.ts";
import { rightsOnDemand, type QuickAnswer } from "./on-demand.ts";
import { rightIds, type RightId } from "./right.ts";
import type { Scales } from "./scales.ts";

/** Essai : a household completed in one way, each of its rights found once, when it is asked. */
export interface Trial {
  readonly choice: Choice;
  readonly household: Household;
  answerTo(right: RightId): QuickAnswer;
  /** The same, with another answer to one field: an index among its candidates. */
  with(at: number, index: number): Trial;
}

/** Essais : all that was tried of a household half known. */
export interface Trials extends Unknowns {
  readonly likely: Trial;
  from(choice: Choice): Trial;
  /** One more plausible answer to a field; gives its index. */
  add(at: number, candidate: Candidate): number;
  /** What was found of a right until now. */
  triedFor(right: RightId): readonly QuickAnswer[];
}

/** How far a right can go in a household that is not fully known, and the trial that leads there. */
export interface Reach {
  readonly trial: Trial;
  readonly answer: QuickAnswer;
}

export const openTrials = (household: PartialHousehold, scales: Scales): Trials => {
  const found = unknownsOf(household);
  const candidates = found.candidates.map((each) => [...each]);
  const unknowns = { ...found, candidates };
  const tried = Object.fromEntries(rightIds.map((right) => [right, []])) as unknown as Record<RightId, QuickAnswer[]>;

  const open = (choice: Choice, completed: Household): Trial => {
    const find = rightsOnDemand(completed, scales);
    const answers: Partial<Record<RightId, QuickAnswer>> = {};
    const neighbours = new Map<number, Trial>();
    const trial: Trial = {
      choice,
      household: completed,
      answerTo: (right) => {
        const known = answers[right];
        if (known) return known;
        const answer = find(right);
        tried[right].push(answer);
        return (answers[right] = answer);
      },
      with: (at, index) => {
        if (choice[at] === index) return trial;
        const key = at * mostCandidates + index;
        const known = neighbours.get(key);
        if (known) return known;
        const other = choice.with(at, index);
        const next = open(other, completeAgain(unknowns, completed, other, at));
        neighbours.set(key, next);
        return next;
      },
    };
    return trial;
  };

  const from = (choice: Choice): Trial => open(choice, complete(unknowns, choice));
  return {
    ...unknowns,
    from,
    likely: from(likelyChoice(unknowns)),
    add: (at, candidate) => {
      const answers = candidates[at] ?? [];
      const known = answers.findIndex(({ name }) => name === candidate.name);
      return known >= 0 ? known : answers.push(candidate) - 1;
    },
    triedFor: (right) => tried[right],
  };
};

/** More than any field has. */
const mostCandidates = 1000;
