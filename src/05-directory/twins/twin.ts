import type { Evidence, TwinClass, TwinLevel } from "#engines/twins";

/** What a pair is about: two structures, or two services of structures that are one. */
export type TwinKind = "structure" | "service";

/** Réponse du référent : what it is the same of, that they are two, or that nobody can tell. */
export const twinAnswers = ["place", "structure", "service", "apart", "left"] as const;
export type TwinAnswer = (typeof twinAnswers)[number];

export type PairState = "proposed" | "merged" | "apart" | "left";

/** Paire : two rows that may be one, and what was decided. */
export interface PairKept {
  readonly id: string;
  readonly a: string;
  readonly b: string;
  readonly level: TwinLevel;
  readonly proposedLevel: TwinLevel;
  readonly class: TwinClass;
  readonly score: number;
  readonly evidence: readonly Evidence[];
  readonly state: PairState;
  readonly decidedBy: "machine" | "human" | undefined;
  readonly decidedStaff: string | undefined;
  readonly decidedAt: Date | undefined;
}

export const kindOf = (level: TwinLevel): TwinKind => (level === "service" ? "service" : "structure");

/** What may be answered about a pair of this level. */
export const answersTo = (level: TwinLevel): readonly TwinAnswer[] =>
  level === "service" ? ["service", "apart", "left"] : ["structure", "place", "apart", "left"];

/** What a decision may still be undone within. */
export const undoDays = 30;

const millisecondsPerDay = 86_400_000;
export const undoUntil = (decidedAt: Date): Date => new Date(decidedAt.getTime() + undoDays * millisecondsPerDay);
