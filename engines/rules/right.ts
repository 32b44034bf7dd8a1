import type { Day } from "#engines/calendar";
import type { ByPerson } from "./household.ts";
import type { FieldPath } from "./field.ts";

/** Droits : the sixteen rights that are computed, in the order in which we show them. Their names are those of the law, in French. */
export const rightIds = [
  "rsa",
  "prime_activite",
  "aide_logement",
  "aah",
  "mva",
  "aspa",
  "asi",
  "ass",
  "af",
  "cf",
  "asf",
  "paje_base",
  "aeeh",
  "ars",
  "css",
  "cheque_energie",
] as const;

export type RightId = (typeof rightIds)[number];

/** Acquis, exclu, incertain : uncertain as soon as one doubt could change the answer. */
export type RightState = "acquired" | "excluded" | "uncertain";

/** Réponse pour un droit : what the household may have, how sure it is, and how it was found. */
export interface RightAnswer {
  readonly right: RightId;
  /** Whole cents, never negative; 0 when the household is not eligible, and for the health cover, which is not money. */
  readonly amountCents: number;
  readonly period: "month" | "year";
  readonly isEligible: boolean;
  readonly state: RightState;
  readonly doubts: readonly Doubt[];
  /** The steps of the computation, in their order: their `adds` sum to `amountCents`. Empty when the trace was not asked. */
  readonly trace: readonly Step[];
  /** For the rights of a person (AAH, MVA, ASI, ASS): the part of each, in cents. */
  readonly byPerson?: ByPerson;
  /** Aide au logement: which of the three; only when there is one. */
  readonly housing?: HousingAidKind;
  /** Complémentaire santé solidaire: free, with a share to pay each month, or none. */
  readonly health?: HealthCover;
  /** What the household pays each month for its health cover, in cents. */
  readonly healthCostCents?: number;
}

export type HousingAidKind = "apl" | "alf" | "als";
export type HealthCover = "free" | "paid" | "none";

/** Étape : one line of the explanation of an amount. */
export interface Step {
  /** Short French words, as a counsellor would say them. */
  readonly label: string;
  readonly value: number;
  /** Unit of `value`, in French: "€/mois", "€/an", "%", "personnes"… */
  readonly unit: string;
  /** The article of law, and the text that fixed the figure when there is one. */
  readonly source: string;
  /** Day from which the figure used here is in force; null when the step rests on no scale. */
  readonly scaleDate: Day | null;
  /** Cents that this step adds to the amount (negative when it takes away); absent when it only prepares what follows. */
  readonly adds?: number;
}

/**
 * Doute : why the answer may be wrong for this household.
 * "departs-from-law": our reference simplifies the law here; "old-scale": a figure was not revalued in time;
 * "nationality": the rules for foreigners are not computed; "missing": something about the household is not known.
 */
export interface Doubt {
  readonly kind: "departs-from-law" | "old-scale" | "nationality" | "missing";
  /** One French sentence for the counsellor and the person. */
  readonly reason: string;
  /** Pièce : the document that would settle it. */
  readonly document?: string;
  /** The answers that would settle it. */
  readonly fields?: readonly FieldPath[];
}
