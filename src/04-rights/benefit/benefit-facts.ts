import type { RightId } from "#engines/rules";
import type { activities, tenures } from "./benefit.contract.ts";

export type Activity = (typeof activities)[number];
export type Tenure = (typeof tenures)[number];

/**
 * Ce que l'on sait d'un foyer, as far as local benefits ask. What is absent is not known. Money in whole cents a month.
 */
export interface BenefitFacts {
  readonly adults: readonly AdultFacts[];
  /** False while it is not known whether somebody lives with her as a couple. */
  readonly areAdultsKnown: boolean;
  readonly children: readonly ChildFacts[];
  /** False while there may be more children than those told. */
  readonly areChildrenKnown: boolean;
  readonly tenure?: Tenure | "other";
  readonly resourcesPerUnitCents?: number;
  /** Quotient familial, as the CAF writes it. Never computed here: its rules are the CAF's. */
  readonly quotientCents?: number;
  readonly receives: Readonly<Partial<Record<RightId, boolean>>>;
  /** For how long she has lived in her commune. */
  readonly residenceMonths?: number;
}

/** Entre deux nombres, both included: a month of birth leaves two ages possible, « un handicap reconnu » leaves its rate open. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

export const exactly = (value: number): Span => ({ from: value, to: value });

export interface AdultFacts {
  /** In whole years. */
  readonly age?: Span;
  readonly activities: Readonly<Partial<Record<Activity, boolean>>>;
  /** Rate of incapacity in percent; 0 when none was decided. */
  readonly disability?: Span;
}

export interface ChildFacts {
  readonly age?: Span;
  readonly disability?: Span;
}

/** Somebody of whom nothing is known yet. */
export const nothingKnown: BenefitFacts = {
  adults: [{ activities: {} }],
  areAdultsKnown: false,
  children: [],
  areChildrenKnown: false,
  receives: {},
};

/** What may be missing to answer. */
export const missingFacts = [
  "age",
  "partner",
  "activity",
  "disability",
  "children",
  "child-age",
  "child-disability",
  "tenure",
  "resources",
  "quotient",
  "receives",
  "residence",
] as const;
export type MissingFact = (typeof missingFacts)[number];
