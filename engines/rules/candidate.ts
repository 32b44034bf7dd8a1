import type { Draft } from "./draft.ts";

/**
 * Réponse plausible : one value that an unknown field may well have, under a short name.
 * It fills its place in a draft where the fields that come before are filled already, so that it can follow from them.
 */
export interface Candidate {
  readonly name: string;
  readonly fill: (draft: Draft) => void;
  /** Only there to find how far a right can go: ranking questions does without. */
  readonly isFine?: true;
  /** It depends on other answers: on those of the same person, or of anybody when it is not of a person. */
  readonly follows?: true;
  /** For what is earned by working: the value, in a unit of its own, and the same answer with another one. */
  readonly scaled?: { readonly value: number; readonly to: (value: number) => Candidate };
}
