import type { RightId } from "./right.ts";

/**
 * Écart à la loi : a point where our reference, the State's public model, simplifies the law or leaves a part of it out. The amount follows
 * the reference; whoever reads it is told.
 */
export interface Departure {
  readonly id: DepartureId;
  readonly rights: readonly RightId[];
  /** What is simplified, in French, for the counsellor and the person. */
  readonly reason: string;
  /** The article that says more. */
  readonly law: string;
  /** Pièce : the document that would settle it, when one would. */
  readonly document?: string;
}

/** Each has its name, so that a test, a screen and this list speak of the same one. */
export type DepartureId =
  | "age-in-days"
  | "af-same-age"
  | "asf-other-parent"
  | "aah-work"
  | "aah-retirement-age"
  | "aah-couple-before-2023"
  | "aah-hospital"
  | "aah-of-child"
  | "aspa-early"
  | "asi-mixed-couple"
  | "ass-with-work"
  | "ass-of-partner"
  | "quarter-moved"
  | "quarter-frozen"
  | "prime-savings"
  | "child-of-the-month"
  | "child-of-the-quarter"
  | "paje-twins"
  | "paje-birth-grant"
  | "aeeh-decision"
  | "housing-two-wages"
  | "housing-rounding"
  | "housing-relative"
  | "css-months"
  | "css-decree-2025"
  | "css-with-parents"
  | "energy-2025";
