import { assumptionWords } from "./assumption.words.ts";
import type { Adult } from "./fact.ts";

/** Supposition : what we hold to be true because it was not told. Nothing is supposed without being said. */
export interface Assumption {
  readonly kind: AssumptionKind;
  /** About which adult; absent when it is about the household. */
  readonly who?: Adult;
  /** The year that it is about, when there is one. */
  readonly year?: number;
}

export type AssumptionKind = keyof (typeof assumptionWords)["fr"]["of"];

/** « Nous supposons que vos revenus étaient les mêmes en 2024. » */
export const assumptionInWords = ({ kind, who, year }: Assumption, language: "fr" | "en" = "fr"): string =>
  assumptionWords[language].of[kind]({ year: year ?? 0, isPartner: who === "partner" });

/**
 * Réserve : something of this household that the estimate does not compute. It excludes from nothing: the person is told whom to ask.
 */
export type Reservation = keyof (typeof assumptionWords)["fr"]["reservations"];

export const reservationInWords = (reservation: Reservation, language: "fr" | "en" = "fr"): string =>
  assumptionWords[language].reservations[reservation];
