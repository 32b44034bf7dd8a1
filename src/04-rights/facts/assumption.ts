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

/**
 * « Nous supposons que vos revenus étaient les mêmes en 2024. »: each thing once, and once for both when it is about both.
 */
export const assumptionsInWords = (assumptions: readonly Assumption[], language: "fr" | "en" = "fr"): readonly string[] => {
  const words = assumptionWords[language].of;
  const aboutBoth = ({ kind, who }: Assumption): boolean =>
    who !== undefined && assumptions.some((other) => other.kind === kind && other.who !== undefined && other.who !== who);
  const said = assumptions.map((each) => words[each.kind]({ year: each.year ?? 0, who: aboutBoth(each) ? "both" : (each.who ?? "me") }));
  return [...new Set(said)];
};

/**
 * Réserve : something of this household that the estimate does not compute. It excludes from nothing: the person is told whom to ask.
 */
export type Reservation = keyof (typeof assumptionWords)["fr"]["reservations"];

export const reservationInWords = (reservation: Reservation, language: "fr" | "en" = "fr"): string =>
  assumptionWords[language].reservations[reservation];
