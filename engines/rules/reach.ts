import { extremes, type Extreme } from "./extremes.ts";
import type { QuickAnswer } from "./on-demand.ts";
import type { RightId } from "./right.ts";
import { sharpen } from "./sharpen.ts";
import type { Reach, Trial, Trials } from "./trials.ts";

/**
 * Portée d'un droit : begins with the most (or least) favourable answer to each unknown field together, as several unknowns often open a right only
 * together; then, for those where it depends on the rest, tries the others one at a time, and two at a time while nothing has opened it.
 */
export const reach = (trials: Trials, right: RightId, side: keyof Extreme): Reach => {
  const options = optionsOf(trials, right, side);
  const better = (a: Reach, b: Reach): boolean => (side === "most" ? size(a.answer) > size(b.answer) : size(a.answer) < size(b.answer));
  const at = (trial: Trial): Reach => ({ trial, answer: trial.answerTo(right) });
  const fields = open(options);
  const climb = (from: Reach, order = fields): Reach => {
    let best = from;
    for (const [field, indexes] of order)
      for (const index of indexes) {
        if (isSettled(best, side)) return best;
        const tried = at(best.trial.with(field, index));
        if (better(tried, best)) best = tried;
      }
    return best;
  };
  const furthest = (start: Reach, order = fields): Reach => {
    let last = climb(start, order);
    if (last === start && side === "most" && size(start.answer) === 0) last = pairs(start, options, at, better);
    for (let turn = 1, before = start; turn < mostTurns && last !== before; turn++) [before, last] = [last, climb(last, order)];
    return last;
  };
  const begin = (which: (indexes: readonly number[]) => number | undefined): Reach =>
    at(trials.from(options.map((indexes) => which(indexes) ?? 0)));
  const first = furthest(begin((indexes) => indexes[0]));
  if (side === "least" || !severalSummits.has(right)) return first;
  const backwards = fields.toReversed();
  const others = [
    furthest(
      begin((indexes) => indexes.at(-1)),
      backwards,
    ),
    furthest(
      begin((indexes) => indexes[0]),
      backwards,
    ),
  ];
  const summits = [first, ...others].map((found) => (right === "prime_activite" ? sharpen(trials, right, found, better) : found));
  return summits.reduce((a, b) => (better(b, a) ? b : a));
};

/** Wages pull against each other, and two persons of one couple may have two rights: the summit depends on where one begins, and by which way one goes. */
const severalSummits: ReadonlySet<RightId> = new Set(["prime_activite", "aspa", "asi"]);

const mostTurns = 4;

/** Nothing is less than nothing. */
const isSettled = ({ answer }: Reach, side: keyof Extreme): boolean => side === "least" && size(answer) === 0;

const mostPairs = 60;

const pairs = (
  start: Reach,
  options: readonly (readonly number[])[],
  at: (trial: Trial) => Reach,
  better: (a: Reach, b: Reach) => boolean,
): Reach => {
  const several = open(options);
  let best = start;
  let left = mostPairs;
  for (const [one, ofOne] of several)
    for (const [other, ofOther] of several)
      if (one < other)
        for (const a of ofOne.slice(1))
          for (const b of ofOther.slice(1)) {
            if (left-- === 0) return best;
            const tried = at(start.trial.with(one, a).with(other, b));
            if (better(tried, best)) best = tried;
          }
  return best;
};

/** The fields where more than one answer is worth a try. */
const open = (options: readonly (readonly number[])[]): readonly (readonly [number, readonly number[]])[] =>
  [...options.entries()].filter(([, indexes]) => indexes.length > 1);

/** For each field, the indexes of the answers to try; the likely one where the right does not read the field. */
const optionsOf = ({ fields, candidates }: Trials, right: RightId, side: keyof Extreme): readonly (readonly number[])[] =>
  fields.map(({ kind }, at) => {
    const wishes = extremes[right][kind]?.[side];
    if (wishes === undefined) return [0];
    const names = candidates[at]?.map(({ name }) => name) ?? [];
    const found = wishes.map((name) => names.indexOf(name)).filter((index) => index >= 0);
    return found.length > 0 ? found : [...names.keys()];
  });

/** The most favourable answers, but for one that is neither the most nor the least. */
export const between = (trials: Trials, right: RightId, most: Reach): readonly Reach[] =>
  trials.fields.flatMap(({ kind }, at) =>
    (extremes[right][kind]?.between ?? []).flatMap((wish) => {
      const index = trials.candidates[at]?.findIndex(({ name }) => name === wish) ?? -1;
      if (index < 0) return [];
      const trial = most.trial.with(at, index);
      return [{ trial, answer: trial.answerTo(right) }];
    }),
  );

/** What is compared: cents; a health cover without a share is more than one with a share, which is more the less it costs. */
export const size = (answer: QuickAnswer): number => {
  if (answer.right !== "css") return answer.amountCents + (answer.isEligible ? 0.5 : 0);
  return answer.health === "free" ? 2_000_000 : answer.health === "paid" ? 1_000_000 - (answer.healthCostCents ?? 0) : 0;
};
