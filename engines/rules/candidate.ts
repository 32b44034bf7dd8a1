import { candidatesOfHome } from "./candidate-home.ts";
import { candidatesOfIncome } from "./candidate-income.ts";
import { candidatesOfPerson } from "./candidate-person.ts";
import type { Draft } from "./draft.ts";
import type { PartialHousehold } from "./household.ts";
import type { UnknownField } from "./unknown-field.ts";

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

/**
 * Réponses plausibles à une question : few, the most likely first; a yes/no both ways, an age at each birthday where a right begins or ends,
 * an amount at nothing, at ordinary levels on each side of the ceilings, and far above all of them.
 */
export const candidatesOf = (field: UnknownField, household: PartialHousehold): readonly Candidate[] =>
  candidatesOfIncome(field, household) ?? candidatesOfPerson(field, household) ?? candidatesOfHome(field, household);
