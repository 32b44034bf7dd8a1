import type { Candidate } from "./candidate.ts";
import { candidatesOfHome } from "./candidate-home.ts";
import { candidatesOfIncome } from "./candidate-income.ts";
import { candidatesOfPerson } from "./candidate-person.ts";
import type { PartialHousehold } from "./household.ts";
import type { UnknownField } from "./unknown-field.ts";

/**
 * Réponses plausibles à une question : few, the most likely first; a yes/no both ways, an age at each birthday where a right begins or ends,
 * an amount at nothing, at ordinary levels on each side of the ceilings, and far above all of them.
 */
export const candidatesOf = (field: UnknownField, household: PartialHousehold): readonly Candidate[] =>
  candidatesOfIncome(field, household) ?? candidatesOfPerson(field, household) ?? candidatesOfHome(field, household);
