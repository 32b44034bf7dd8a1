import { extremes } from "./extremes.ts";
import type { FieldPath } from "./field.ts";
import type { PartialHousehold } from "./household.ts";
import { monthlyWorth } from "./monthly-worth.ts";
import { between, reach } from "./reach.ts";
import { rightIds, type RightId } from "./right.ts";
import { knownScales, type Scales } from "./scales.ts";
import { openTrials, type Trials } from "./trials.ts";
import type { FieldKind } from "./unknown-field.ts";

/** Question : an unknown field, and how much its answer could change what the household may have, in cents a month. */
export interface Question {
  readonly field: FieldPath;
  readonly couldChangeCents: number;
}

/**
 * Prochaines questions : every unknown field, the one that could change most first; ties in the order of the household.
 * A field changes a total in two ways, and the larger counts: from the likely answers to the others, what all the rights together gain or lose;
 * and, for each right that stays uncertain, what is lost of it when everything else is favourable and this answer is not.
 */
export const nextQuestions = (household: PartialHousehold, scales: Scales = knownScales): readonly Question[] => {
  const trials = openTrials(household, scales);
  const around = changesAroundLikely(trials);
  const together = changesAroundMost(trials);
  return trials.fields
    .map(({ path, kind }, at) => {
      const couldChange = Math.max(around[at] ?? 0, together[at] ?? 0);
      return { field: path, couldChangeCents: kind === "nationality" ? leastThatMatters : couldChange };
    })
    .toSorted((a, b) => b.couldChangeCents - a.couldChangeCents);
};

/** A nationality changes no amount, only whether one may conclude: it is asked after all that changes one. */
const leastThatMatters = 1;

/** For each field, the gap between the largest and the smallest total, all else being likely. */
const changesAroundLikely = (trials: Trials): readonly number[] => {
  const persons = trials.household.persons.length;
  return trials.fields.map(({ kind }, at) => {
    const rights = readers.get(kind) ?? [];
    if (rights.length === 0) return 0;
    const totals = (trials.candidates[at] ?? []).flatMap(({ isFine }, index) => {
      if (isFine === true) return [];
      const trial = trials.likely.with(at, index);
      return rights.reduce((sum, right) => sum + monthlyWorth(trial.answerTo(right), persons), 0);
    });
    return Math.max(...totals) - Math.min(...totals);
  });
};

/** For each field, the most that one right loses when this answer alone turns against it. */
const changesAroundMost = (trials: Trials): readonly number[] => {
  const changes = trials.fields.map(() => 0);
  const persons = trials.household.persons.length;
  for (const right of rightIds) {
    const most = reach(trials, right, "most");
    for (const { trial, answer } of [most, ...between(trials, right, most)]) {
      const worth = monthlyWorth(answer, persons);
      trials.fields.forEach(({ kind }, at) => {
        const against = extremes[right][kind]?.least[0];
        const index = trials.candidates[at]?.findIndex(({ name }) => name === against) ?? -1;
        const known = changes[at] ?? 0;
        if (index < 0 || worth <= known) return;
        changes[at] = Math.max(known, worth - monthlyWorth(trial.with(at, index).answerTo(right), persons));
      });
    }
  }
  return changes;
};

/** The rights that read a sort of field: the others need not be computed again when it changes. */
const readers: ReadonlyMap<FieldKind, readonly RightId[]> = Map.groupBy(
  rightIds.flatMap((right) => Object.keys(extremes[right]).map((kind) => ({ right, kind: kind as FieldKind }))),
  ({ kind }) => kind,
)
  .entries()
  .reduce(
    (all, [kind, found]) =>
      all.set(
        kind,
        found.map(({ right }) => right),
      ),
    new Map<FieldKind, readonly RightId[]>(),
  );
