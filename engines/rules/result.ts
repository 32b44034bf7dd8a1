import { estimate, type RightEstimate } from "./estimate.ts";
import { evaluate } from "./evaluate.ts";
import { isComplete } from "./complete.ts";
import type { PartialHousehold } from "./household.ts";
import { rightIds, type Doubt, type HealthCover, type RightAnswer, type RightId, type RightState, type Step } from "./right.ts";
import { knownScales, type Scales } from "./scales.ts";

// The shapes that leave, as the reference cases write them: French keys, euros. `montant` and `montant_annuel` never stand together, and the
// health cover has neither.

/** Résultat : the sixteen rights of a household in the shape that leaves; what is unknown makes them uncertain, and is named. */
export const resultOf = (household: PartialHousehold, scales: Scales = knownScales): Record<RightId, RightResult> => {
  const shown = isComplete(household) ? shownAnswers(evaluate(household, scales)) : shownEstimates(estimate(household, scales).rights);
  return Object.fromEntries(rightIds.map((right) => [right, shown(right)])) as Record<RightId, RightResult>;
};

export interface RightResult {
  readonly eligible: boolean;
  readonly montant?: number;
  readonly montant_annuel?: number;
  readonly statut?: string;
  readonly participation_mensuelle?: number;
  readonly type?: string;
  readonly par_personne?: Record<string, number>;
  /** Bounds of the amount, and covers that are possible, when something is unknown. */
  readonly minimum?: number;
  readonly maximum?: number;
  readonly possibles?: string[];
  readonly etat: string;
  readonly manque: string[];
  readonly doutes?: string[];
  readonly trace: StepResult[];
}

export interface StepResult extends Omit<Step, "adds"> {
  /** In euros. */
  readonly adds?: number;
}

const shownAnswers =
  (answers: Readonly<Record<RightId, RightAnswer>>) =>
  (right: RightId): RightResult => ({
    ...amountOf(answers[right]),
    etat: stateWords[answers[right].state],
    manque: [],
    ...reasonsOf(answers[right].doubts),
    trace: answers[right].trace.map(stepResult),
  });

const shownEstimates =
  (rights: Readonly<Record<RightId, RightEstimate>>) =>
  (right: RightId): RightResult => ({
    ...amountOf(rights[right].likely),
    ...boundsOf(rights[right]),
    etat: stateWords[rights[right].state],
    manque: [...rights[right].missing],
    ...reasonsOf(rights[right].doubts),
    trace: rights[right].trace.map(stepResult),
  });

const amountOf = ({ right, period, isEligible, amountCents, byPerson, housing, health, healthCostCents }: RightAnswer) => {
  if (right === "css")
    return { eligible: isEligible, statut: coverWords[health ?? "none"], participation_mensuelle: inEuros(healthCostCents ?? 0) };
  return {
    eligible: isEligible,
    ...(period === "year" ? { montant_annuel: inEuros(amountCents) } : { montant: inEuros(amountCents) }),
    ...(housing === undefined ? {} : { type: housing }),
    ...(byPerson === undefined
      ? {}
      : { par_personne: Object.fromEntries(Object.entries(byPerson).map(([id, cents]) => [id, inEuros(cents)])) }),
  };
};

const boundsOf = ({ health, lowCents, highCents }: RightEstimate) =>
  health === undefined
    ? { minimum: inEuros(lowCents), maximum: inEuros(highCents) }
    : { possibles: health.map((cover) => coverWords[cover]) };

const reasonsOf = (doubts: readonly Doubt[]) => (doubts.length === 0 ? {} : { doutes: doubts.map(({ reason }) => reason) });

/** Étape, in the shape that leaves. */
export const stepResult = ({ adds, ...step }: Step): StepResult => ({ ...step, ...(adds === undefined ? {} : { adds: inEuros(adds) }) });

export const stateWords: Readonly<Record<RightState, string>> = { acquired: "acquis", excluded: "exclu", uncertain: "incertain" };
export const coverWords: Readonly<Record<HealthCover, string>> = { free: "gratuite", paid: "participation", none: "non" };

/** Euros, from whole cents. */
export const inEuros = (cents: number): number => Math.round(cents) / 100;
