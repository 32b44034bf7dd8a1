import type { Draft } from "./draft.ts";

/**
 * Réponse plausible : one value that an unknown field may well have, under a short name.
 * It fills its place in a draft where the fields that come before are filled already, so that it can follow from them.
 */
export interface Candidate {
  readonly name: string;
  readonly fill: (draft: Draft) => void;
  /** For what is earned by working: the value, in a unit of its own, and the same answer with another one. */
  readonly scaled?: { readonly value: number; readonly to: (value: number) => Candidate };
}
