/** Décision proposée: `doublon` may be merged; `incertain` is shown to the data referent and never merged alone. */
export type TwinClass = "doublon" | "incertain";

/**
 * What is the same: the place only (two institutions behind one door), the structure, or one service of it.
 * A pair of level `place` is never a reason to merge.
 */
export type TwinLevel = "place" | "structure" | "service";

/** Indice: one thing that the two records say, and how much it weighs for (positive) or against (negative) their being one. */
export interface Evidence {
  readonly of: "name" | "street" | "distance" | "phone" | "mail" | "siret" | "kind" | "commune" | "rivals" | "themes" | "structure";
  /** In powers of ten of the odds: 1 makes it ten times likelier. */
  readonly weight: number;
  /** What each record says, as compared; absent when it says nothing. */
  readonly a?: string;
  readonly b?: string;
}

/** Paire: two records of two sources that may describe one thing. `a` stands before `b` in the order of identifiers. */
export interface TwinPair {
  readonly a: string;
  readonly b: string;
  readonly level: TwinLevel;
  readonly class: TwinClass;
  /** Probability that they are one, from 0 to 1, as far as the weights are right. */
  readonly score: number;
  /** The strongest first. */
  readonly evidence: readonly Evidence[];
}
