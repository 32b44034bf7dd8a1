import type { Candidate } from "./candidate.ts";
import { candidatesOf } from "./candidates.ts";
import { draftOf, filled, type Draft } from "./draft.ts";
import type { Household, PartialHousehold } from "./household.ts";
import { unknownFields, type UnknownField } from "./unknown-field.ts";

/** Inconnues d'un foyer : each unknown field with its plausible answers, the most likely first. */
export interface Unknowns {
  readonly household: PartialHousehold;
  readonly fields: readonly UnknownField[];
  readonly candidates: readonly (readonly Candidate[])[];
}

/** Choix : for each unknown field, the index of the answer that is tried. */
export type Choice = readonly number[];

export const unknownsOf = (household: PartialHousehold): Unknowns => {
  const fields = unknownFields(household);
  return { household, fields, candidates: fields.map((field) => candidatesOf(field, household)) };
};

/** Réponses les plus vraisemblables, to all that is unknown. */
export const likelyChoice = ({ fields }: Unknowns): Choice => fields.map(() => 0);

/** Foyer complété : the household as it would be with these answers. */
export const complete = ({ household, candidates }: Unknowns, choice: Choice): Household => {
  const draft = draftOf(household);
  candidates.forEach((answers, at) => answers[choice[at] ?? 0]?.fill(draft));
  return filled({ ...draft, persons: inOrder(draft.persons) });
};

const rank = { claimant: 0, partner: 1, child: 2 } as const;
const inOrder = (persons: Draft["persons"]): Draft["persons"] => persons.toSorted((a, b) => rank[a.role] - rank[b.role]);
